package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest/worker"
)

// ask puts a request to a server, as a browser on this machine does.
func ask(s http.Handler, method, address, body string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	r.Host = "127.0.0.1:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// get asks and expects a status.
func get(t testing.TB, s http.Handler, address string, status int) string {
	t.Helper()
	r := ask(s, http.MethodGet, address, "")
	text := body(t, r)
	if r.StatusCode != status {
		t.Fatalf("%s: %d, want %d\n%.300s", address, r.StatusCode, status, text)
	}
	return text
}

// idOf finds the one document that a query finds first.
func idOf(t testing.TB, s http.Handler, query string) string {
	t.Helper()
	var found struct{ Hits []struct{ ID string } }
	if err := json.Unmarshal([]byte(get(t, s, "/api/v1/search?q="+url.QueryEscape(query), 200)), &found); err != nil || len(found.Hits) == 0 {
		t.Fatalf("%s: nothing found, %v", query, err)
	}
	return found.Hits[0].ID
}

func TestPages(t *testing.T) {
	s := serve(t, archive(t))
	scan := idOf(t, s, "12/KH-UBND")
	for _, c := range []struct{ address, want, not string }{
		{"/", "documents in the archive; the newest:", "keep this search as"},
		{"/?q=trong+cay", "<mark>Trồng</mark> <mark>cây</mark>", "class=\"wrong\""},
		{"/?q=ven+kenh+muong", "did you mean: ven kênh mương", ""},
		{"/?q=trong+cay", "12/KH-UBND", ""},
		{"/?q=trong+cay&exact=1", "0 documents", ""},
		{"/?q=trong+cay", "/?q=trong&#43;cay&#43;type%3A%22KH%22", ""},
		{"/?q=%C4%91u%E1%BB%91i&lang=vi", `lang="vi"`, ""},
		{"/?q=kind:deadline+b%C3%A1o", "due 15/12/2021", ""},
		{"/?q=tr%E1%BB%93ng+c%C3%A2y", "12/KH-UBND", `class="parts"`},
		{"/?q=m%E1%BB%99t+%C4%91o%E1%BA%A1n+v%C4%83n", "<bdi>đoạn.txt</bdi></a>", "(no number"},
		{"/?q=x&type=KH", "<details class=\"narrow\" open>", ""},
		{"/documents/" + scan, `viewBox="0 0 595.0 842.0"`, "page 2 of"},
		{"/documents/" + scan + "?q=ven+kenh", `<rect class="match"`, ""},
		{"/documents/" + scan + "?field=number", `class="evidence chosen" data-field="number"`, ""},
		{"/documents/" + scan + "?page=2", "Trang", ""},
		{"/documents/" + scan, "77/QĐ-TTg", ""},
		{"/documents/" + idOf(t, s, "13/KH-UBND"), "cited by 1 documents", "<figure"},
		{"/documents/12%2FKH-UBND", "page 1 of 2", "page 3"},
		{"/missing", "77/QĐ-TTg", ""},
		{"/coverage?q=loai:KH", "Tây Ninh", ""},
		{"/deadlines?from=2021-01-01", "15/12/2021", ""},
		{"/deadlines", "Nothing is due", ""},
		{"/review", "documents", ""},
		{"/saved", "None yet", ""},
		{"/static/style.css", "--ink", ""},
	} {
		text := get(t, s, c.address, 200)
		if !strings.Contains(text, c.want) || c.not != "" && strings.Contains(text, c.not) {
			t.Errorf("%s: want %q, not %q:\n%.3000s", c.address, c.want, c.not, text)
		}
	}
}

func TestWrongQuery(t *testing.T) {
	s := serve(t, archive(t))
	text := get(t, s, "/?q=tr%E1%BA%BB+isuer:ubnd", 400)
	if !strings.Contains(text, "trẻ isuer:ubnd\n    ^") {
		t.Errorf("the place is not shown:\n%s", text)
	}
	var p problem
	r := ask(s, "GET", "/api/v1/search?q=tr%E1%BA%BB+isuer:ubnd", "")
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		t.Fatal(err)
	}
	if p.Status != 400 || p.At == nil || *p.At != 4 || p.Suggest != "issuer:ubnd" || r.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("problem %+v", p)
	}
}

// TestHostileText walks through every page that shows a hostile document: it
// may hold no script but ours, no handler, no style, no address with a scheme.
func TestPointed(t *testing.T) {
	for _, test := range []struct {
		text string
		at   int
		want string
	}{
		{"a OR", 2, "a OR\n  ^"},
		{"", 0, "\n^"},
		{"đuối", 9, "đuối\n    ^"},
		{strings.Repeat("ă", 99) + `"`, 99, strings.Repeat("ă", 25) + "\"\n" + strings.Repeat(" ", 25) + "^"},
	} {
		if got := pointed(test.text, &test.at); got != test.want {
			t.Errorf("%s at %d:\n-want %s\n+have %s", test.text, test.at, test.want, got)
		}
	}
}

func TestHostileText(t *testing.T) {
	s := serve(t, archive(t))
	id := idOf(t, s, "66/KH-UBND")
	asked := url.QueryEscape(`"><script>alert(7)</script> 66/KH-UBND`)
	for _, address := range []string{
		"/?q=66/KH-UBND", "/?q=66/KH-UBND+kind:section+alert", "/?q=d%C3%A0id%C3%A0i*", "/?q=" + asked, "/?q=hungyen+isuer:" + asked, "/?q=hungyen&issuer=" + asked + "&from=" + asked,
		"/documents/" + id + "?q=" + asked, "/documents/" + id + "?raw=1&field=" + asked, "/documents/" + asked, "/review", "/missing", "/nowhere/" + asked,
		"/coverage?q=" + asked, "/deadlines?province=" + asked,
	} {
		r := ask(s, "GET", address, "")
		text := body(t, r)
		if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") || r.Header.Get("Content-Security-Policy") != policy {
			t.Errorf("%.60s: headers %v", address, r.Header)
		}
		doc, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			checkHarmless(t, address, n)
		}
	}
}

func checkHarmless(t *testing.T, address string, n *html.Node) {
	t.Helper()
	if n.Type != html.ElementNode {
		return
	}
	if n.Data == "script" && n.FirstChild != nil || n.Data == "style" || n.Data == "iframe" || n.Data == "base" {
		t.Errorf("%.60s: element %s", address, n.Data)
	}
	for _, a := range n.Attr {
		leads := a.Key == "href" || a.Key == "src" || a.Key == "action"
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || leads && !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") {
			t.Errorf("%.60s: <%s %s=%q>", address, n.Data, a.Key, a.Val)
		}
	}
}

// TestMillionLetters: a word that long is shown whole in its document and
// nowhere else.
func TestMillionLetters(t *testing.T) {
	if raceDetector || testing.Short() {
		t.Skip("takes a quarter of a minute")
	}
	folder := pipeline.Folder(t.TempDir())
	fill(t, folder, map[string]string{"dài.txt": plan(67, "Tân Thử", "Chữ dài") + strings.Repeat("dài", 350_000) + " hết\n"})
	s := serve(t, folder)
	id := idOf(t, s, "67/KH-UBND")
	for address, most := range map[string]int{
		"/?q=67/KH-UBND": 30_000, "/?q=d%C3%A0id%C3%A0i*": 30_000, "/?q=h%E1%BA%BFt": 30_000, "/review": 30_000, "/deadlines": 30_000,
		"/api/v1/search?q=d%C3%A0id%C3%A0i*": 30_000, "/documents/" + id: 4_000_000,
	} {
		if text := get(t, s, address, 200); len(text) > most {
			t.Errorf("%s: %d bytes", address, len(text))
		}
	}
}

func TestGuard(t *testing.T) {
	s := serve(t, archive(t))
	for _, c := range []struct {
		what, method, address string
		headers               []string
		status                int
	}{
		{"by address", "GET", "/", nil, 200},
		{"by name", "GET", "/", []string{"Host", "localhost:8080"}, 200},
		{"by a known name", "GET", "/", []string{"Host", "KHO.VP"}, 200},
		{"IPv6", "GET", "/", []string{"Host", "[::1]:8080"}, 200},
		{"rebound name", "GET", "/", []string{"Host", "evil.example"}, 421},
		{"rebound name, API", "GET", "/api/v1/search?q=a", []string{"Host", "evil.example:8080"}, 421},
		{"no host", "GET", "/", []string{"Host", ""}, 421},
		{"wrong method", "POST", "/api/v1/search", nil, 405},
		{"wrong method, page", "DELETE", "/missing", nil, 405},
		{"unknown page", "GET", "/nothing", nil, 404},
		{"unknown API", "GET", "/api/v2/search", nil, 404},
		{"a folder", "GET", "/static/", nil, 404},
		{"out of the folder", "GET", "/static/..%2f..%2fdoc.go", nil, 404},
		{"long address", "GET", "/?q=" + strings.Repeat("a", maxAddress), nil, 414},
		{"save from elsewhere", "POST", "/saved", []string{"Sec-Fetch-Site", "cross-site", "Content-Type", "application/x-www-form-urlencoded"}, 403},
		{"put from elsewhere", "PUT", "/api/v1/saved/x", []string{"Origin", "http://evil.example"}, 403},
		{"unknown parameter", "GET", "/api/v1/search?query=a", nil, 400},
		{"wrong number", "GET", "/api/v1/search?limit=many", nil, 400},
		{"too many", "GET", "/api/v1/search?limit=5000", nil, 400},
		{"no such document", "GET", "/api/v1/documents/ffff", nil, 404},
		{"no such document, page", "GET", "/documents/ffff", nil, 404},
		{"several documents", "GET", "/api/v1/documents/%2A", nil, 404},
		{"no such page", "GET", "/api/v1/documents/12%2FKH-UBND/pages/9", nil, 404},
		{"page that cannot be drawn", "GET", "/api/v1/documents/12%2FKH-UBND/pages/2/picture", nil, 422},
		{"no picture of text", "GET", "/api/v1/documents/13%2FKH-UBND/pages/1/picture", nil, 404},
		{"tiny picture", "GET", "/api/v1/documents/12%2FKH-UBND/pages/1/picture?dpi=3", nil, 400},
		{"dear query", "GET", "/api/v1/search?q=" + url.QueryEscape(strings.Repeat("(", 999)), nil, 400},
	} {
		r := ask(s, c.method, c.address, "", c.headers...)
		if r.StatusCode != c.status {
			t.Errorf("%s: %d, want %d: %.300s", c.what, r.StatusCode, c.status, body(t, r))
		}
		if r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: unguarded: %v", c.what, r.Header)
		}
	}
	large := ask(s, "PUT", "/api/v1/saved/x", `{"text":"`+strings.Repeat("a", maxBody)+`"}`)
	if large.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("large body: %d", large.StatusCode)
	}
}

func TestOriginal(t *testing.T) {
	s := serve(t, archive(t))
	r := ask(s, "GET", "/documents/12%2FKH-UBND/original", "")
	if got := body(t, r); !strings.HasPrefix(got, fakeHeader) || !strings.HasPrefix(r.Header.Get("Content-Disposition"), "attachment; filename*=utf-8''qu%C3%A9t.pdf") {
		t.Errorf("%v %.40q", r.Header, got)
	}
	r = ask(s, "GET", "/documents/"+idOf(t, s, "66/KH-UBND")+"/original", "")
	if have := r.Header.Get("Content-Disposition"); !strings.Contains(have, `filename="\"><img`) || !strings.Contains(r.Header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("disposition %q", have)
	}
}

func TestPicturesAreKept(t *testing.T) {
	s := serve(t, archive(t))
	drawn := fakeReader{make(chan worker.Request, 10)}
	s.Pictures = drawn
	for range 3 {
		get(t, s, "/api/v1/documents/12%2FKH-UBND/pages/1/picture?dpi=72", 200)
	}
	if q := <-drawn.drawn; q.DPI != 72 || q.Page != 1 || q.Kind != "application/pdf" {
		t.Errorf("drawn %+v", q)
	}
	if n := len(drawn.drawn); n != 0 {
		t.Errorf("drawn %d times more", n)
	}
}

func TestSaved(t *testing.T) {
	folder := pipeline.Folder(t.TempDir())
	fill(t, folder, map[string]string{"0.txt": plan(20, "Tân An", "Trồng cây")})
	s := serve(t, folder)
	form := "do=save&name=c%C3%A2y&q=tr%E1%BB%93ng"
	kind := []string{"Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"}
	if r := ask(s, "POST", "/saved", form, kind...); r.StatusCode != http.StatusSeeOther {
		t.Fatalf("save: %d %s", r.StatusCode, body(t, r))
	}
	fill(t, folder, map[string]string{"mới.txt": plan(15, "Tân Mới", "Trồng rừng")})
	r := ask(s, "POST", "/saved", "do=run&name=c%C3%A2y", kind...)
	if text := body(t, r); !strings.Contains(text, "1 new of 2 documents") || !strings.Contains(text, "15/KH-UBND") {
		t.Errorf("run: %s", text)
	}
	if r := ask(s, "POST", "/saved", "do=forget&name=c%C3%A2y", kind...); r.StatusCode != http.StatusSeeOther {
		t.Errorf("forget: %d", r.StatusCode)
	}
	if r := ask(s, "POST", "/saved", "do=run&name=c%C3%A2y", kind...); r.StatusCode != http.StatusNotFound {
		t.Errorf("run what is gone: %d", r.StatusCode)
	}
}

// TestSearchWhileAdding searches without a pause while documents are added one
// after the other: no search fails, and each document is found once it is in.
func TestSearchWhileAdding(t *testing.T) {
	folder := pipeline.Folder(t.TempDir())
	fill(t, folder, map[string]string{"0.txt": plan(20, "Tân An", "Trồng cây")})
	s := serve(t, folder)
	stop := make(chan struct{})
	var searching sync.WaitGroup
	for range 3 {
		searching.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if r := ask(s, "GET", "/api/v1/search?q=tr%E1%BB%93ng&facets=1", ""); r.StatusCode != 200 {
					t.Errorf("%d: %s", r.StatusCode, body(t, r))
					return
				}
			}
		})
	}
	for n := 21; n < 25; n++ {
		fill(t, folder, map[string]string{"a.txt": plan(n, "Tân An", "Trồng cây lần nữa")})
		if text := get(t, s, "/?q="+itoa(n)+"/KH-UBND", 200); !strings.Contains(text, itoa(n)+"/KH-UBND</bdi></span>") {
			t.Errorf("%d was added but is not found", n)
		}
	}
	close(stop)
	searching.Wait()
}

func TestLanguage(t *testing.T) {
	s := serve(t, archive(t))
	for _, c := range []struct{ address, accept, cookie, want string }{
		{"/", "", "", "en"}, {"/", "vi-VN,vi;q=0.9,en;q=0.5", "", "vi"}, {"/", "fr", "", "en"}, {"/", "en-GB", "", "en"},
		{"/?lang=vi", "en", "", "vi"}, {"/", "en", "lang=vi", "vi"}, {"/?lang=xx", "", "lang=vi", "vi"}, {"/?lang=en", "vi", "lang=vi", "en"},
	} {
		r := ask(s, "GET", c.address, "", "Accept-Language", c.accept, "Cookie", c.cookie)
		if have := r.Header.Get("Content-Language"); have != c.want {
			t.Errorf("%+v: %s", c, have)
		}
	}
}
