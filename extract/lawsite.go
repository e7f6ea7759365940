package extract

import "vanthu/ingest"

// The heading that law sites put above a document, a title of one line and then
// fields by name, is read as a last resort:
//
//	Kế hoạch 412/KH-UBND năm 2020 triển khai … do tỉnh Ninh Thuận ban hành
//	Số hiệu 412/KH-UBND
//	Ngày ban hành 20/11/2020

// isPageTitle reports whether a cell is the title that a law site puts above its own
// heading, in one line however long.
func (r *reader) isPageTitle(c cell) bool {
	_, _, ok := r.metaKey(1)
	return c.line == 0 && ok
}

// readMeta reads a line of a law site's heading.
func (r *reader) readMeta(h *head, i int) bool {
	key, end, ok := r.metaKey(i)
	if ok {
		h.meta[key] = r.trim(span{r.lines[i].from + end, r.lines[i].to}, " :")
	}
	return ok
}

// metaKey is the key that a line of a law site's heading opens with, and where it
// ends in the line.
func (r *reader) metaKey(i int) (key string, end int, ok bool) {
	if i >= len(r.lines) || r.pages[r.lines[i].page].Source == ingest.SourceOCR {
		return "", 0, false
	}
	f := r.lineFold(i)
	for _, key := range []string{"metanumber", "metaissued", "metatype", "metaissuer", "metasigner", "metafield", "metavalid"} {
		if end, ok := r.starts(f, key); ok && end < len(f) && f[end] == ' ' {
			return key, end, true
		}
	}
	return "", 0, false
}
