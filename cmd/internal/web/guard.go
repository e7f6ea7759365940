package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// Limits of a request. What is asked for stands in the address; the largest
// body is the form that saves a search.
const (
	maxBody    = 64 << 10
	maxAddress = 16 << 10
)

// policy allows our own styles, script and pictures and nothing else, in
// nobody's frame.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard is what every request goes through first.
func (s *Server) guard(next http.Handler) http.Handler {
	own := http.NewCrossOriginProtection()
	own.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden)
	}))
	next = own.Handler(http.MaxBytesHandler(next, maxBody))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !s.isOurs(r.Host):
			s.refuse(w, r, http.StatusMisdirectedRequest)
		case len(r.URL.Path)+len(r.URL.RawQuery) > maxAddress:
			s.refuse(w, r, http.StatusRequestURITooLong)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int) {
	s.sendProblem(s.newCall(w, r), statusError(status))
}

// isOurs reports whether a request means us by the name it calls. A page of a
// stranger can make its own name lead to our address, but not to another name
// in the request: addresses and known names are safe.
func (s *Server) isOurs(host string) bool {
	name := hostName(host)
	if net.ParseIP(name) != nil || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	return slices.ContainsFunc(s.Hosts, func(known string) bool { return strings.EqualFold(known, name) })
}
