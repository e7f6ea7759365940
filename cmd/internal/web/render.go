package web

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"vanthu/cmd/internal/note"
	"vanthu/index"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed static
var static embed.FS

// staticFiles are the style sheet and the script.
func staticFiles() http.Handler {
	files := http.FileServerFS(static)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if info, err := fs.Stat(static, strings.TrimPrefix(r.URL.Path, "/")); err != nil || info.IsDir() {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	})
}

// parsePages reads the templates once for each language.
func parsePages(voices map[string]Voice) (map[string]*template.Template, error) {
	pages := map[string]*template.Template{}
	for lang, voice := range voices {
		t, err := template.New("").Funcs(template.FuncMap{
			"say": voice.Say, "recurs": voice.Recurs, "why": voice.why, "note": voice.note, "reason": voice.reason, "short": short, "clip": clip, "day": day, "percent": percent,
			"add": func(a, b int) int { return a + b }, "pieces": pieces, "link": link, "dict": dict,
			"pointed": pointed,
		}).ParseFS(templates, "templates/*.html")
		if err != nil {
			return nil, err
		}
		pages[lang] = t
	}
	return pages, nil
}

// view is what the frame of every page is filled with.
type view struct {
	Lang  string
	Title string
	Other string // address of this page in the other language
	Query index.Query
	Body  any
}

// render sends a page.
func (s *Server) render(c *call, status int, name, title string, body any) {
	v := view{Lang: c.lang, Title: title, Other: otherLanguage(c), Body: body}
	if q, ok := body.(interface{ query() index.Query }); ok {
		v.Query = q.query()
	}
	var b bytes.Buffer
	if err := s.pages[c.lang].ExecuteTemplate(&b, name+".html", v); err != nil {
		s.Failed(err)
		http.Error(c, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	c.Header().Set("Content-Type", "text/html; charset=utf-8")
	c.Header().Set("Content-Language", c.lang)
	c.Header().Set("Vary", "Accept-Language, Cookie")
	c.WriteHeader(status)
	_, _ = b.WriteTo(c) // only a lost connection can make it fail
}

// otherLanguage is the address of this page in the other language.
func otherLanguage(c *call) string {
	if c.Request.Method != http.MethodGet {
		return ""
	}
	v := c.Request.URL.Query()
	v.Set("lang", "vi")
	if c.lang == "vi" {
		v.Set("lang", "en")
	}
	return c.Request.URL.EscapedPath() + "?" + v.Encode()
}

// why puts the first word of why a document matched into the language; words of
// the document behind it stay.
func (v Voice) why(why string) string {
	word, words, _ := strings.Cut(why, " ")
	return strings.TrimSpace(v.Say(word) + " " + clip(words, 120))
}

// note says a note for review in the language.
func (v Voice) note(text string) string { return note.Say(v.Say, text) }

var pagesLost = regexp.MustCompile(`(?s)^(\d{1,9}) of (\d{1,9}) pages: (.*)$`)

// reason says in the language why a document or some of its pages could not be
// read.
func (v Voice) reason(text string) string {
	m := pagesLost.FindStringSubmatch(text)
	if m == nil {
		return v.Describe(errors.New(text))
	}
	lost, _ := strconv.Atoi(m[1]) // nine digits
	all, _ := strconv.Atoi(m[2])
	return v.Say("%d of %d pages: %s", lost, all, v.Describe(errors.New(m[3])))
}

func short(id string) string { return id[:min(12, len(id))] }

// clip shortens a text to n characters.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n]) + "…"
}

// pointed is a text near one of its characters, with a caret under it.
func pointed(text string, at *int) string {
	const near = 25
	all := []rune(text)
	place := min(*at, len(all))
	from, to := max(0, place-near), min(len(all), place+near)
	return string(all[from:to]) + "\n" + strings.Repeat(" ", place-from) + "^"
}

// day is a date as people here write it: 2024-07-01 is 01/07/2024.
func day(iso string) string {
	if len(iso) != len("2024-07-01") {
		return iso
	}
	return iso[8:] + "/" + iso[5:7] + "/" + iso[:4]
}

func percent(share float64) int { return int(share*100 + 0.5) }

// piece of a text, marked where it matches.
type piece struct {
	Text   string
	Marked bool
}

// pieces cuts a passage at its marks, which are counted in characters.
func pieces(passage string, marks [][2]int) (out []piece) {
	runes, from := []rune(passage), 0
	for _, m := range marks {
		out = append(out, piece{string(runes[from:m[0]]), false}, piece{string(runes[m[0]:m[1]]), true})
		from = m[1]
	}
	return append(out, piece{string(runes[from:]), false})
}

// dict is a map of names and values, for templates that take several.
func dict(pairs ...any) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

// link is an address of ours with parameters, given as name, value, …; those
// without a value are left out.
func link(path string, parameters ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(parameters); i += 2 {
		if parameters[i+1] != "" {
			v.Set(parameters[i], parameters[i+1])
		}
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}
