package pdfa

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vanthu/ingest"
)

// book is a PDF as qpdf's JSON (version 2) tells it: every object but the
// data of streams, which stays in the file. Changes are collected and handed
// to qpdf, which writes the new file and copies the streams as they are.
//
// Objects are what encoding/json makes of them: a dictionary is a
// map[string]any whose names begin with a slash, a reference is the string
// "12 0 R", a name "/Name", a text "u:…" or "b:…" (bytes in hex).
type book struct {
	file    string         // "" for a new one
	head    map[string]any // how qpdf read the file, for it to read it so again
	objects map[string]any
	streams map[string]bool // references whose objects are streams
	trailer dict
	pages   []string       // references, in order
	changes map[string]any // what qpdf is to write instead or besides
	last    int            // highest object number
}

type dict = map[string]any

// reference has the form of an indirect reference.
var reference = regexp.MustCompile(`^\d+ \d+ R$`)

// openBook reads all objects of a PDF.
func openBook(ctx context.Context, file string) (*book, error) {
	out, err := run(ctx, "--json=2", "--json-key=qpdf", "--json-key=pages", "--json-stream-data=none", file)
	if err != nil {
		return nil, err
	}
	told, err := parseTold(out)
	if err != nil {
		return nil, err
	}
	b := newBook()
	b.file = file
	for _, p := range told.Pages {
		b.pages = append(b.pages, p.Object)
	}
	if err := json.Unmarshal(told.head, &b.head); err != nil {
		return nil, fmt.Errorf("read objects: %w", err)
	}
	for key, raw := range told.objects {
		if err := b.take(key, raw); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// told is what qpdf prints.
type told struct {
	Pages []struct {
		Object string `json:"object"`
	} `json:"pages"`
	QPDF    []json.RawMessage `json:"qpdf"`
	head    json.RawMessage
	objects map[string]json.RawMessage // by "obj:" and reference
}

// endsInDot is a number as qpdf 11.3 prints it where the PDF has "5.", which
// JSON does not know. A text never ends a line without its quotation mark.
var endsInDot = regexp.MustCompile(`(?m)(\d)\.(,?)$`)

func parseTold(printed []byte) (t told, err error) {
	if err := json.Unmarshal(endsInDot.ReplaceAll(printed, []byte("$1$2")), &t); err != nil {
		return t, fmt.Errorf("read objects: %w", err)
	}
	if len(t.QPDF) != 2 {
		return t, fmt.Errorf("read objects: qpdf told none: %w", ingest.ErrDamaged)
	}
	t.head = t.QPDF[0]
	if err := json.Unmarshal(t.QPDF[1], &t.objects); err != nil {
		return t, fmt.Errorf("read objects: %w", err)
	}
	return t, nil
}

func newBook() *book {
	return &book{
		head:    map[string]any{"jsonversion": 2, "pdfversion": "1.7", "pushedinheritedpageresources": false, "calledgetallpages": false},
		objects: map[string]any{}, streams: map[string]bool{}, changes: map[string]any{},
	}
}

// take reads one object, {"value": …} or {"stream": {"dict": …}}. Numbers keep
// the form they have in the file.
func (b *book) take(key string, raw json.RawMessage) error {
	var o struct {
		Value  any `json:"value"`
		Stream *struct {
			Dict dict `json:"dict"`
		} `json:"stream"`
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&o); err != nil {
		return fmt.Errorf("read object %s: %w", key, err)
	}
	if key == "trailer" {
		b.trailer, _ = o.Value.(dict)
		if b.trailer == nil {
			return fmt.Errorf("read trailer: %w", ingest.ErrDamaged)
		}
		return nil
	}
	ref := strings.TrimPrefix(key, "obj:")
	number, _, _ := strings.Cut(ref, " ")
	n, err := strconv.Atoi(number)
	if err != nil {
		return fmt.Errorf("read object %s: %w", key, err)
	}
	b.last = max(b.last, n)
	b.objects[ref] = o.Value
	if o.Stream != nil {
		b.objects[ref], b.streams[ref] = o.Stream.Dict, true
	}
	return nil
}

// value follows references to what is not one.
func (b *book) value(v any) any {
	for range 32 { // longer chains are loops
		ref, ok := v.(string)
		if !ok || !reference.MatchString(ref) {
			return v
		}
		v = b.objects[ref]
	}
	return nil
}

// dict is the dictionary that v is or refers to, of a stream too; nil if none.
func (b *book) dict(v any) dict {
	d, _ := b.value(v).(dict)
	return d
}

// list is the array that v is or refers to; a single object is a list of one.
func (b *book) list(v any) []any {
	switch l := b.value(v).(type) {
	case nil:
		return nil
	case []any:
		return l
	}
	return []any{v}
}

// number is the number that v is or refers to, or otherwise.
func (b *book) number(v any, otherwise float64) float64 {
	if n, ok := b.value(v).(json.Number); ok {
		if f, err := n.Float64(); err == nil {
			return f
		}
	}
	return otherwise
}

// inherited looks an entry up in a page and the nodes of the tree above it.
func (b *book) inherited(page, name string) any {
	node := b.dict(page)
	for range 64 { // deeper trees are loops
		if node == nil {
			return nil
		}
		if v, ok := node[name]; ok {
			return v
		}
		node = b.dict(node["/Parent"])
	}
	return nil
}

// catalog is the root of everything, and its reference.
func (b *book) catalog() (string, dict) {
	ref, _ := b.trailer["/Root"].(string)
	return ref, b.dict(ref)
}

// set changes an object that is no stream, or the dictionary of a stream,
// whose data stays.
func (b *book) set(ref string, v any) {
	b.objects[ref] = v
	if b.streams[ref] {
		b.changes["obj:"+ref] = dict{"stream": dict{"dict": v}}
		return
	}
	b.changes["obj:"+ref] = dict{"value": v}
}

// add makes a new object.
func (b *book) add(v any) string {
	b.last++
	ref := strconv.Itoa(b.last) + " 0 R"
	b.set(ref, v)
	return ref
}

// addStream makes a new stream of data that is written as it stands.
func (b *book) addStream(d dict, data []byte) string {
	ref := b.add(d)
	b.streams[ref] = true
	b.changes["obj:"+ref] = dict{"stream": dict{"dict": d, "data": data}}
	return ref
}

// addPacked makes a new stream of data that is deflated first.
func (b *book) addPacked(d dict, data []byte) string {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(data) // a bytes.Buffer takes everything
	z.Close()
	d["/Filter"] = "/FlateDecode"
	return b.addStream(d, packed.Bytes())
}

// save has qpdf write the book, with the changes, to path. Streams are copied
// as they are; those packed by LZW, which PDF/A forbids, are deflated. The
// file's identifier follows from its contents, so that the same input gives
// the same bytes.
func (b *book) save(ctx context.Context, dir, path string) error {
	b.head["maxobjectid"] = b.last
	if b.trailer["/Size"] == nil { // without one qpdf writes none
		b.trailer["/Size"] = b.last + 1
		b.changes["trailer"] = dict{"value": b.trailer}
	}
	data, err := json.Marshal(dict{"qpdf": []any{b.head, b.changes}})
	if err != nil {
		return fmt.Errorf("write objects: %w", err)
	}
	changes := dir + "/changes.json"
	if err := os.WriteFile(changes, data, 0o600); err != nil {
		return fmt.Errorf("write objects: %w", err)
	}
	streams := "--stream-data=preserve"
	if b.usesLZW() {
		streams = "--stream-data=compress"
	}
	args := []string{streams, "--object-streams=generate", "--newline-before-endstream", "--deterministic-id", "--force-version=1.7"}
	if b.file == "" {
		_, err = run(ctx, append(args, "--json-input", changes, path)...)
	} else {
		_, err = run(ctx, append(args, "--update-from-json="+changes, b.file, path)...)
	}
	return err
}

func (b *book) usesLZW() bool {
	for ref := range b.streams {
		if slices.Contains(b.list(b.dict(ref)["/Filter"]), any("/LZWDecode")) {
			return true
		}
	}
	return false
}
