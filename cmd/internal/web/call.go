package web

import (
	"net/http"

	"golang.org/x/text/language"
)

// Voice says things in one language.
type Voice struct {
	Say      func(key string, args ...any) string // the key is the English message
	Describe func(error) string
	Hint     func(error) string       // what to do about an error, or ""
	Recurs   func(rule string) string // a recurrence rule in words
}

// languages that are offered; the first is for browsers that ask for others.
var languages = []language.Tag{language.English, language.Vietnamese}

// call is one request under way.
type call struct {
	http.ResponseWriter
	Request *http.Request
	Voice
	lang  string
	asked asked
}

func (s *Server) newCall(w http.ResponseWriter, r *http.Request) *call {
	c := &call{ResponseWriter: w, Request: r, asked: asked{values: r.URL.Query()}}
	c.lang = s.language(r)
	c.Voice = s.Voices[c.lang]
	if wanted := r.URL.Query().Get("lang"); wanted == c.lang {
		http.SetCookie(w, &http.Cookie{Name: "lang", Value: c.lang, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	}
	return c
}

// language is the one asked for in the address, the one chosen before, the one
// the browser prefers, or ours.
func (s *Server) language(r *http.Request) string {
	wanted := []string{r.URL.Query().Get("lang")}
	if c, err := r.Cookie("lang"); err == nil {
		wanted = append(wanted, c.Value)
	}
	for _, lang := range wanted {
		if _, ok := s.Voices[lang]; ok {
			return lang
		}
	}
	prefers, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err == nil && len(prefers) > 0 {
		if tag, _, sure := language.NewMatcher(languages).Match(prefers...); sure > language.Low {
			base, _ := tag.Base()
			if _, ok := s.Voices[base.String()]; ok {
				return base.String()
			}
		}
	}
	return s.Lang
}
