package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

func description(t *testing.T) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(openAPI)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestEveryRouteIsDescribed compares routes and description both ways.
func TestEveryRouteIsDescribed(t *testing.T) {
	described := map[string]bool{}
	for path, item := range description(t).Paths.Map() {
		for method := range item.Operations() {
			described[method+" "+path] = true
		}
	}
	for _, r := range new(Server).apiRoutes() {
		if !described[r.pattern] {
			t.Errorf("%s is not described", r.pattern)
		}
		delete(described, r.pattern)
	}
	for pattern := range described {
		t.Errorf("%s is described but nothing answers it", pattern)
	}
}

// TestAnswersAreAsDescribed asks everything and holds request and answer
// against the description.
func TestAnswersAreAsDescribed(t *testing.T) {
	router, err := gorillamux.NewRouter(description(t))
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, archive(t))
	scan := "/api/v1/documents/" + idOf(t, s, "12/KH-UBND")
	hostile := "/api/v1/documents/" + idOf(t, s, "66/KH-UBND")
	asked := map[string]bool{}
	for _, c := range []struct {
		method, address, body string
		status                int
	}{
		{"GET", "/api/v1/search?q=trong+cay&facets=true&boxes=true", "", 200},
		{"GET", "/api/v1/search?q=%22b%E1%BB%9D+k%C3%AAnh%22+-r%E1%BB%ABng&limit=2&offset=1&sort=-date", "", 200},
		{"GET", "/api/v1/search?q=khongcogi", "", 200},
		{"GET", "/api/v1/search", "", 200},
		{"GET", "/api/v1/search?kind=deadline", "", 200},
		{"GET", "/api/v1/search?q=%28", "", 400},
		{"GET", "/api/v1/facets?q=tr%E1%BB%93ng", "", 200},
		{"GET", "/api/v1/facets?q=khongcogi", "", 200},
		{"GET", "/api/v1/coverage?q=type:KH", "", 200},
		{"GET", "/api/v1/missing?limit=5", "", 200},
		{"GET", "/api/v1/deadlines?from=2021-01-01", "", 200},
		{"GET", "/api/v1/deadlines?to=1999-01-01", "", 200},
		{"GET", "/api/v1/deadlines?from=2021-02-31", "", 400},
		{"GET", scan, "", 200},
		{"GET", hostile, "", 200},
		{"GET", "/api/v1/documents/khong", "", 404},
		{"GET", scan + "/text", "", 200},
		{"GET", scan + "/pages/1", "", 200},
		{"GET", scan + "/pages/7", "", 404},
		{"GET", scan + "/pages/1/picture?dpi=72", "", 200},
		{"GET", scan + "/pages/2/picture", "", 422},
		{"GET", scan + "/similar", "", 200},
		{"GET", scan + "/cites", "", 200},
		{"GET", scan + "/cited-by", "", 200},
		{"PUT", "/api/v1/saved/c%C3%A2y", `{"text":"trồng","type":"KH"}`, 204},
		{"GET", "/api/v1/saved", "", 200},
		{"POST", "/api/v1/saved/c%C3%A2y/run", "", 200},
		{"DELETE", "/api/v1/saved/c%C3%A2y", "", 204},
		{"DELETE", "/api/v1/saved/c%C3%A2y", "", 404},
		{"GET", "/api/v1/openapi.yaml", "", 200},
		{"GET", "/api/v1/openapi.json", "", 200},
	} {
		r := httptest.NewRequest(c.method, c.address, strings.NewReader(c.body))
		if r.Host = "localhost"; c.body != "" {
			r.Header.Set("Content-Type", "application/json")
		}
		route, parameters, err := router.FindRoute(r)
		if err != nil {
			t.Errorf("%s %s: %v", c.method, c.address, err)
			continue
		}
		asked[c.method+" "+route.Path] = true
		checkAnswer(t, s, r, c.status, route, parameters)
	}
	for _, r := range s.apiRoutes() {
		if !asked[r.pattern] {
			t.Errorf("%s was never asked", r.pattern)
		}
	}
}

func checkAnswer(t *testing.T, s *Server, r *http.Request, status int, route *routers.Route, parameters map[string]string) {
	t.Helper()
	for name, value := range parameters {
		parameters[name], _ = url.PathUnescape(value)
	}
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: parameters, Route: route}
	if err := openapi3filter.ValidateRequest(t.Context(), in); err != nil && status < 400 {
		t.Errorf("%s %s: request: %v", r.Method, r.URL, err)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != status {
		t.Errorf("%s %s: %d, want %d: %.300s", r.Method, r.URL, w.Code, status, w.Body)
	}
	out := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: w.Code, Header: w.Header(),
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	if strings.Contains(w.Header().Get("Content-Type"), "json") {
		out.SetBodyBytes(w.Body.Bytes())
	} else {
		out.Options.ExcludeResponseBody = true
	}
	if err := openapi3filter.ValidateResponse(t.Context(), out); err != nil {
		t.Errorf("%s %s: %.1500v", r.Method, r.URL, err)
	}
}
