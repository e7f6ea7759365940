package web

import (
	"html/template"
	"net"
	"net/http"
	"os"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"

	"vanthu/cmd/internal/pipeline"
	"vanthu/index"
	"vanthu/ingest/worker"
)

// Options of a Server.
type Options struct {
	// Archive is what is shown.
	Archive *pipeline.View
	// Pictures draws pages; nil: documents are shown without.
	Pictures worker.Drawer
	// Voices say things to people, by language; "en" and "vi" are offered.
	Voices map[string]Voice
	// Lang is used where a browser asks for none of ours; "" is "en".
	Lang string
	// Meant writes a query without marks as it was probably meant, "" if that is
	// not known; nil: it never is.
	Meant func(index.Query) (string, error)
	// Hosts are names by which we may be called, beside IP addresses, localhost
	// and the machine's own.
	Hosts []string
	// Failed is told of errors that are our own fault; nil: nobody is.
	Failed func(error)
}

// Server answers requests.
type Server struct {
	Options
	handler  http.Handler
	pages    map[string]*template.Template // by language
	pictures *lru.Cache[picture, []byte]
}

// New makes a Server.
func New(o Options) (*Server, error) {
	if o.Lang == "" {
		o.Lang = "en"
	}
	if o.Failed == nil {
		o.Failed = func(error) {}
	}
	if name, err := os.Hostname(); err == nil {
		o.Hosts = append(o.Hosts, name)
	}
	s := &Server{Options: o}
	var err error
	if s.pages, err = parsePages(o.Voices); err != nil {
		return nil, err
	}
	if s.pictures, err = lru.New[picture, []byte](keptPictures); err != nil {
		return nil, err
	}
	s.handler = s.guard(s.mux())
	return s, nil
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// route is a pattern of net/http and what answers it.
type route struct {
	pattern string
	answer  func(*call) error
}

// pageRoutes are for people.
func (s *Server) pageRoutes() []route {
	return []route{
		{"GET /{$}", s.showSearch},
		{"GET /documents/{id}", s.showDocument},
		{"GET /documents/{id}/original", s.sendOriginal},
		{"GET /documents/{id}/pages/{page}/picture", s.sendPicture},
		{"GET /documents/{id}/hands/{blank}", s.sendHand},
		{"GET /coverage", s.showCoverage},
		{"GET /missing", s.showMissing},
		{"GET /deadlines", s.showDeadlines},
		{"GET /review", s.showReview},
		{"GET /saved", s.showSaved},
		{"POST /saved", s.changeSaved},
	}
}

// apiRoutes are for programs; openapi.yaml describes them.
func (s *Server) apiRoutes() []route {
	return []route{
		{"GET /api/v1/search", s.apiSearch},
		{"GET /api/v1/facets", s.apiFacets},
		{"GET /api/v1/coverage", s.apiCoverage},
		{"GET /api/v1/missing", s.apiMissing},
		{"GET /api/v1/deadlines", s.apiDeadlines},
		{"GET /api/v1/documents/{id}", s.apiDocument},
		{"GET /api/v1/documents/{id}/text", s.apiText},
		{"GET /api/v1/documents/{id}/pages/{page}", s.apiPage},
		{"GET /api/v1/documents/{id}/pages/{page}/picture", s.sendPicture},
		{"GET /api/v1/documents/{id}/similar", s.apiSimilar},
		{"GET /api/v1/documents/{id}/cites", s.apiCites},
		{"GET /api/v1/documents/{id}/cited-by", s.apiCitedBy},
		{"GET /api/v1/saved", s.apiSaved},
		{"PUT /api/v1/saved/{name}", s.apiSave},
		{"DELETE /api/v1/saved/{name}", s.apiForget},
		{"POST /api/v1/saved/{name}/run", s.apiRun},
		{"GET /api/v1/openapi.yaml", s.sendOpenAPI},
		{"GET /api/v1/openapi.json", s.sendOpenAPI},
	}
}

func (s *Server) mux() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.apiRoutes() {
		mux.HandleFunc(r.pattern, s.serve(r.answer, s.sendProblem))
	}
	for _, r := range s.pageRoutes() {
		mux.HandleFunc(r.pattern, s.serve(r.answer, s.showProblem))
	}
	mux.Handle("GET /static/", staticFiles())
	return s.problems(mux)
}

// serve makes a handler of an answer; what goes wrong is told by tell.
func (s *Server) serve(answer func(*call) error, tell func(*call, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := s.newCall(w, r)
		if err := answer(c); err != nil && r.Context().Err() == nil {
			tell(c, err)
		}
	}
}

// problems answers what the mux has no route for in our own words.
func (s *Server) problems(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, pattern := mux.Handler(r)
		if pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		refused := &refusal{header: http.Header{}, status: http.StatusNotFound}
		mux.ServeHTTP(refused, r)
		for _, name := range []string{"Allow", "Location"} {
			if v := refused.header.Get(name); v != "" {
				w.Header().Set(name, v)
			}
		}
		c := s.newCall(w, r)
		tell := s.showProblem
		if strings.HasPrefix(r.URL.Path, "/api/") {
			tell = s.sendProblem
		}
		tell(c, statusError(refused.status))
	})
}

// refusal takes note of how the mux refuses a request.
type refusal struct {
	header http.Header
	status int
}

func (r *refusal) Header() http.Header         { return r.header }
func (r *refusal) Write(b []byte) (int, error) { return len(b), nil }
func (r *refusal) WriteHeader(status int)      { r.status = status }

// hostName is a host without its port, in small letters.
func hostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}
