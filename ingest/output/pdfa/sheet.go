package pdfa

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// sheet is a page and what its contents show.
type sheet struct {
	page      string   // its reference
	contents  []string // references of its content streams
	forms     []string // of the forms drawn on it, and on them
	content   []byte   // all content streams, unpacked
	shown     map[string]shown
	rest      map[string][]byte // contents without invisible text: by form, "" the page's
	invisible bool
}

// readSheets unpacks and reads the contents of all pages: a scan's are a line
// or two.
func (b *book) readSheets(ctx context.Context) ([]sheet, error) {
	sheets := make([]sheet, len(b.pages))
	wanted := map[string]bool{}
	for i, page := range b.pages {
		s := sheet{page: page}
		for _, c := range b.list(b.dict(page)["/Contents"]) {
			if ref, ok := c.(string); ok && b.streams[ref] {
				s.contents = append(s.contents, ref)
				wanted[ref] = true
			}
		}
		seen := map[string]bool{}
		b.findForms(b.inherited(page, "/Resources"), seen)
		for ref := range seen {
			s.forms = append(s.forms, ref)
			wanted[ref] = true
		}
		sheets[i] = s
	}
	data, err := b.unpack(ctx, wanted)
	if err != nil {
		return nil, err
	}
	for i := range sheets {
		sheets[i].read(data)
	}
	return sheets, nil
}

// findForms collects the forms that resources name, and those that they use.
func (b *book) findForms(resources any, seen map[string]bool) {
	for _, o := range b.dict(b.dict(resources)["/XObject"]) {
		ref, ok := o.(string)
		if !ok || seen[ref] || b.dict(ref)["/Subtype"] != "/Form" {
			continue
		}
		seen[ref] = true
		b.findForms(b.dict(ref)["/Resources"], seen)
	}
}

// read finds out what a page shows. Content streams are read as one, as
// viewers do; a form begins with the state of the page, which is not invisible
// for any writer of text layers that we know.
func (s *sheet) read(data map[string][]byte) {
	s.shown, s.rest = map[string]shown{}, map[string][]byte{}
	for _, ref := range s.contents {
		s.content = append(append(s.content, data[ref]...), '\n')
	}
	s.note("", s.content)
	for _, ref := range s.forms {
		s.note(ref, data[ref])
	}
}

func (s *sheet) note(ref string, content []byte) {
	shown, rest := readContent(content)
	s.shown[ref] = shown
	if shown.invisible {
		s.invisible = true
		s.rest[ref] = rest
	}
}

// visible reports whether a page shows text.
func (s *sheet) visible() bool {
	for _, shown := range s.shown {
		if len(shown.fonts) > 0 {
			return true
		}
	}
	return false
}

// dropInvisible replaces the content streams that hold invisible text by ones
// without. Pages that share a form all lose it: it is a layer of each.
func (b *book) dropInvisible(page dict, s sheet) {
	for _, ref := range slices.Sorted(maps.Keys(s.rest)) {
		rest := s.rest[ref]
		if ref == "" {
			page["/Contents"] = b.addPacked(dict{}, rest)
			continue
		}
		form := maps.Clone(b.dict(ref))
		delete(form, "/DecodeParms")
		delete(form, "/Length")
		packed := b.changes["obj:"+b.addPacked(form, rest)]
		b.objects[ref], b.changes["obj:"+ref] = form, packed
	}
}

// obstacles are what a page shows that PDF/A does not allow.
func (b *book) obstacles(s sheet) (all []Obstacle) {
	for ref, shown := range s.shown {
		resources := b.dict(b.inherited(s.page, "/Resources"))
		if own := b.dict(b.dict(ref)["/Resources"]); own != nil {
			resources = own
		}
		fonts := b.dict(resources["/Font"])
		for name := range shown.fonts {
			if !b.isEmbedded(b.dict(fonts[name])) {
				all = append(all, ObstacleFont)
			}
		}
		if shown.cmyk {
			all = append(all, ObstacleCMYK)
		}
	}
	return all
}

// unpack reads the data of content streams.
func (b *book) unpack(ctx context.Context, refs map[string]bool) (map[string][]byte, error) {
	data := map[string][]byte{}
	if len(refs) == 0 || b.file == "" {
		return data, nil
	}
	args := []string{"--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized"}
	for ref := range refs {
		args = append(args, "--json-object="+strings.ReplaceAll(strings.TrimSuffix(ref, " R"), " ", ","))
	}
	out, err := run(ctx, append(args, b.file)...)
	if err != nil {
		return nil, err
	}
	told, err := parseTold(out)
	for key, raw := range told.objects {
		var o struct {
			Stream struct {
				Data []byte `json:"data"`
			} `json:"stream"`
		}
		if err := json.Unmarshal(raw, &o); err != nil {
			return nil, fmt.Errorf("read contents: %w", err)
		}
		data[strings.TrimPrefix(key, "obj:")] = o.Stream.Data
	}
	return data, err
}

// isSigned reports whether a PDF has a digital signature: its dictionary has
// to lie open in the file, and nothing else has a ByteRange.
func isSigned(file string) (bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return false, err
	}
	defer f.Close()
	name := []byte("/ByteRange")
	buf := make([]byte, 1<<20)
	for n := 0; ; {
		m, err := io.ReadFull(f, buf[n:])
		if bytes.Contains(buf[:n+m], name) {
			return true, nil
		}
		if err != nil {
			return false, nil
		}
		n = copy(buf, buf[n+m-len(name):n+m])
	}
}
