package extract

import (
	"slices"
	"strings"

	"vanthu/extract/fold"
	"vanthu/ingest"
)

// Nơi nhận stands on the left at the height of the signature: dash lines that
// close with a semicolon, the last one `Lưu: VT, …`, sometimes followed by who
// gets it by wire (`Bản điện tử:`). In text whose columns ran together the
// signature's capitals are cut off the ends of its lines, and so is what pen and
// seal left behind the semicolon or the heading: `- Như trên; : < ~`, `Nơi nhận:
// XÉ/`.

// readRecipients sets the recipients.
func (r *reader) readRecipients() {
	start := r.recipientsLine()
	if start < 0 {
		return
	}
	r.body.to = min(r.body.to, r.lines[start].from)
	end := r.recipientsEnd(start)
	items := r.recipientItems(start, end)
	whole := span{r.lines[start].from, r.lines[start].to}
	for _, sp := range items {
		name := r.recipient(sp)
		if r.isFiledNowhere(name) {
			r.review("recipients", "%s without a place", name)
			continue
		}
		if name != "" {
			r.noteDoubtful(len(r.fields.Recipients), sp)
			r.fields.Recipients = append(r.fields.Recipients, name)
			whole.to = max(whole.to, sp[len(sp)-1].to)
		}
	}
	r.note("recipients", whole, "recipients:list", 0.95)
}

// noteDoubtful keeps the first word of a recipient that was hardly read: other
// documents may tell what it is.
func (r *reader) noteDoubtful(n int, parts []span) {
	for _, sp := range parts {
		words := r.wordsOf(sp)
		if i := slices.IndexFunc(words, func(w word) bool { return r.doubts([]word{w}) }); i >= 0 {
			r.note(item("recipients", n), words[i].span, doubtfulRecipient, doubtful)
			return
		}
	}
}

// isFiledNowhere reports whether an item is "Lưu" alone: where to was not read.
func (r *reader) isFiledNowhere(name string) bool {
	return !strings.Contains(name, " ") && r.opens(fold.String(name), "filed")
}

// recipientsLine is the line of the last "Nơi nhận:" of the main document that
// opens a list.
func (r *reader) recipientsLine() int {
	for i := len(r.lines) - 1; i >= 0; i-- {
		if r.lines[i].from >= r.main.to || r.lines[i].to <= r.body.from {
			continue
		}
		if r.recipientsEnd(i) > 0 {
			return i
		}
	}
	return r.unmarkedRecipients()
}

// recipientsEnd is where "Nơi nhận:" ends that opens line i, or 0; a scanner may
// leave little of it but `nhận:`.
func (r *reader) recipientsEnd(i int) int {
	f := r.fold(r.lines[i].span)
	lead := len(f) - len(strings.TrimLeft(f, junk))
	if end, ok := r.starts(f[lead:], "recipients"); ok {
		rest := f[lead+end:]
		if strings.HasPrefix(strings.TrimLeft(rest, " "), ":") || strings.Trim(rest, " :.-") == "" || r.lines[i].zone == ingest.ZoneRecipients {
			return lead + end
		}
		return 0
	}
	if at := strings.Index(f, "nhan:"); at > 0 && at < 8 || f == "nhan:" {
		return at + len("nhan:")
	}
	return 0
}

// unmarkedRecipients finds a list whose heading was not read by its last item,
// "Lưu: VT": the dash lines above it in its column.
func (r *reader) unmarkedRecipients() int {
	for i := len(r.lines) - 1; i >= 0 && r.lines[i].to > r.body.from; i-- {
		if r.lines[i].from >= r.main.to || !r.isDashed(i) || !r.opens(strings.TrimLeft(r.lineFold(i), " -+_"), "filed") {
			continue
		}
		for i > 0 && r.isDashed(i-1) && r.lines[i-1].page == r.lines[i].page && abs(r.lines[i-1].box.X0-r.lines[i].box.X0) < 15 {
			i--
		}
		return i
	}
	return -1
}

func (r *reader) isDashed(i int) bool { return dashed(r.lineFold(i)) }

// dashes are what the dash before a recipient is read as.
const dashes = "-+~=_"

func dashed(f string) bool { return f != "" && strings.IndexByte(dashes, f[0]) >= 0 }

// recipientItems gathers the items below a line, each one or more stretches.
func (r *reader) recipientItems(start, end int) [][]span {
	var items [][]span
	filed := false
	for i := start; i < len(r.lines) && r.lines[i].from < r.main.to; i++ {
		c, ok := r.recipientCell(i)
		if i == start {
			c.from = min(c.to, r.lines[start].from+end)
		}
		c = r.trim(c, " :*.'\"|_")
		if !ok || c.empty() {
			continue
		}
		f := r.fold(c)
		dash := dashed(f)
		bare := r.withoutJunk(r.trim(c, " ;*."+dashes))
		if bare.empty() || i == start && r.isStrokes(bare) || filed && strings.HasSuffix(strings.TrimRight(r.fold(r.lines[i].span), " "), ":") {
			continue
		}
		if filed && !dash && !r.continues(items, i) || r.isPage(f) || r.pastList(i, dash, items) {
			break
		}
		if dash || len(items) == 0 || !r.continues(items, i) && !r.sublist(items) {
			items = append(items, []span{bare})
		} else {
			items[len(items)-1] = r.goOn(items[len(items)-1], bare)
		}
		filed = filed || r.opens(r.fold(bare), "filed")
	}
	return items
}

// goOn adds a stretch to an item, with the semicolon between them.
func (r *reader) goOn(item []span, more span) []span {
	if last := &item[len(item)-1]; r.f[last.to] == ';' {
		last.to++
	}
	return append(item, more)
}

// withoutJunk cuts what follows the last semicolon of an item if it holds no two
// letters or digits.
func (r *reader) withoutJunk(sp span) span {
	f := r.fold(sp)
	at := strings.LastIndexByte(f, ';')
	if at < 0 || len(strings.Trim(f[at:], junk)) > 1 {
		return sp
	}
	return r.trim(span{sp.from, sp.from + at}, " ;.")
}

// recipientCell is the left column of a line.
func (r *reader) recipientCell(i int) (span, bool) {
	cells := r.footCells(i)
	first := cells[0]
	if first.side == right {
		return span{}, false
	}
	if len(cells) > 1 && fold.IsDigit(r.f[cells[1].from]) {
		return span{first.from, r.wordsOf(cells[1].span)[0].to}, true // `Như Điều      3;`
	}
	if len(cells) > 1 {
		return span{first.from, cells[1].from}, true
	}
	var f foot
	if r.footCell(&f, first) || first.span == r.nameOfSigner() {
		return span{}, false
	}
	return first.span, true
}

func (r *reader) nameOfSigner() span {
	if r.fields.Signer.Name == nil {
		return span{}
	}
	for i := r.lineAt(r.body.to); i < len(r.lines) && r.lines[i].from < r.main.to; i++ {
		if strings.TrimSpace(r.str(r.lines[i].span)) == *r.fields.Signer.Name {
			return r.lines[i].span
		}
	}
	return span{}
}

// continues reports whether line i goes on with the last item.
func (r *reader) continues(items [][]span, i int) bool {
	if len(items) == 0 {
		return false
	}
	last := items[len(items)-1]
	before := r.lines[r.lineAt(last[len(last)-1].from)]
	return !ended(strings.TrimRight(r.str(before.span), " ")) && !r.isName(r.lines[i].span)
}

// isStrokes reports whether what stands behind "Nơi nhận:" is a single short
// word without a dash, pen or seal: `Nơi nhận: XÉ/`.
func (r *reader) isStrokes(sp span) bool {
	words := r.wordsOf(sp)
	return len(words) == 1 && len(strings.Trim(r.fold(sp), junk+"/{}[]()")) <= 2
}

// sublist reports whether the last item opens a list of its own, which runs on
// over semicolons to the next dash: `- Các Công ty: Điện lực; ⏎ Cấp nước;`.
func (r *reader) sublist(items [][]span) bool {
	if len(items) == 0 {
		return false
	}
	last := items[len(items)-1]
	head, list, ok := strings.Cut(r.fold(last[0]), ":")
	return ok && strings.TrimSpace(list) != "" && !r.opens(head, "filed") && dashed(r.lineFold(r.lineAt(last[0].from)))
}

// isPage reports whether a line is only a page number.
func (r *reader) isPage(f string) bool { return strings.Trim(f, "0123456789-. ") == "" }

// pastList reports whether line i lies past the list: without a dash, and long,
// on another page, or the heading of an annex.
func (r *reader) pastList(i int, dash bool, items [][]span) bool {
	if dash || len(items) == 0 {
		return false
	}
	f := r.lineFold(i)
	last := items[len(items)-1]
	return len(f) > 140 || r.opens(f, "annex") || r.page(last[0].from) != r.page(r.lines[i].from)
}
