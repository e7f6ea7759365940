package web

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// browser starts Chromium on a page of its own. Complaints collects what the
// page should never say: errors, refused contents, dialogs.
func browser(t *testing.T) (ctx context.Context, complaints func() []string) {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed: sudo apt-get install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	var said complaining
	if err := chromedp.Listen(ctx, said.hear); err != nil {
		t.Skipf("chromium does not start: %v", err)
	}
	if _, err := chromedp.Call(ctx, cdplog.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	return ctx, said.all
}

// complaining notes what a browser says of a page.
type complaining struct {
	mu   sync.Mutex
	said []string
}

func (c *complaining) hear(event any) {
	text := ""
	switch e := event.(type) {
	case *cdplog.EventEntryAdded:
		text = e.Entry.URL + ": " + e.Entry.Text
	case *runtime.EventExceptionThrown:
		text = e.ExceptionDetails.Text
	case *page.EventJavascriptDialogOpening:
		text = "dialog: " + e.Message
	default:
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.said = append(c.said, text)
}

func (c *complaining) all() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said
}

// do takes steps in a browser.
func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// learn asks a browser something.
func learn[T any](t *testing.T, ctx context.Context, question chromedp.Action[T]) T {
	t.Helper()
	answer, err := chromedp.Run(ctx, question)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestBrowser(t *testing.T) {
	ctx, complaints := browser(t)
	s := serve(t, archive(t))
	server := httptest.NewServer(s)
	defer server.Close()
	scan := idOf(t, s, "12/KH-UBND")
	do(t, ctx, chromedp.Navigate(server.URL), chromedp.WaitReady(chromedp.CSS("#q")))
	if focused := learn(t, ctx, chromedp.Evaluate[string](`document.activeElement.id`)); focused != "q" {
		t.Errorf("focus is on %q", focused)
	}
	do(t, ctx, chromedp.SendKeys(chromedp.CSS("#q"), `"ven kenh muong"`+kb.Enter), chromedp.WaitVisible(chromedp.CSS(".hit mark")))
	if marked := learn(t, ctx, chromedp.Text(chromedp.CSS(".hit mark"))); !strings.EqualFold(marked, "ven kênh mương") {
		t.Errorf("marked %q", marked)
	}

	do(t, ctx, chromedp.Click(chromedp.CSS(`.hit a[href*="`+scan+`"]`)), chromedp.WaitVisible(chromedp.CSS("figure img")))
	learn(t, ctx, chromedp.Poll[bool](`document.querySelector("figure img").complete`))
	if width := learn(t, ctx, chromedp.Evaluate[int](`document.querySelector("figure img").naturalWidth`)); width < 500 {
		t.Errorf("the picture is %d wide", width)
	}
	boxes := learn(t, ctx, chromedp.Evaluate[[][2]float64](`(() => {
		const picture = document.querySelector("figure img").getBoundingClientRect();
		return [...document.querySelectorAll("rect.match")].map((r) => {
			const b = r.getBoundingClientRect();
			return [(b.x - picture.x) / picture.width, (b.y - picture.y) / picture.height];
		});
	})()`))
	if len(boxes) == 0 {
		t.Error("no matches on the picture")
	}
	for _, b := range boxes {
		if b[0] < 50.0/595-0.01 || b[0] > 1 || b[1] < 60.0/842-0.01 || b[1] > 1 {
			t.Errorf("a match is shown at %v of the picture", b)
		}
	}

	do(t, ctx, chromedp.Click(chromedp.CSS(`.card [data-field=number] a`)), chromedp.WaitVisible(chromedp.CSS("rect.chosen")),
		chromedp.Click(chromedp.CSS("a.switch")))
	do(t, ctx, chromedp.WaitVisible(chromedp.CSS(`a.switch:not([href*="raw=1"])`)), chromedp.Focus(chromedp.CSS("a.switch")),
		chromedp.KeyEvent(kb.ArrowRight), chromedp.WaitVisible(chromedp.CSS(`a[rel=prev]`)))
	for _, c := range complaints() {
		if !strings.Contains(c, "422") { // the second page cannot be drawn
			t.Errorf("the browser complains: %s", c)
		}
	}
}

func TestBrowserIsNotHarmed(t *testing.T) {
	ctx, complaints := browser(t)
	s := serve(t, archive(t))
	server := httptest.NewServer(s)
	defer server.Close()
	hostile := "/documents/" + idOf(t, s, "66/KH-UBND")
	for _, script := range []bool{true, false} {
		if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script}); err != nil {
			t.Fatal(err)
		}
		for _, address := range []string{"/?q=66/KH-UBND", hostile, hostile + "?raw=1", "/review", "/?q=%3Cscript%3Ealert(1)%3C/script%3E"} {
			do(t, ctx, chromedp.Navigate(server.URL+address), chromedp.WaitReady(chromedp.CSS("main")))
			if title := learn(t, ctx, chromedp.Title()); !strings.Contains(title, "vanthu") {
				t.Errorf("%s: title %q", address, title)
			}
		}
	}
	for _, c := range complaints() {
		t.Errorf("the browser complains: %s", c)
	}
}

// TestBrowserWidths looks that pages fit a desk and a telephone. The pictures
// stay in the test's artifacts (go test -artifacts) for a person to look at.
func TestBrowserWidths(t *testing.T) {
	ctx, _ := browser(t)
	s := serve(t, archive(t))
	server := httptest.NewServer(s)
	defer server.Close()
	pages := map[string]string{
		"search": "/", "results": "/?q=trong+cay&lang=vi", "document": "/documents/12%2FKH-UBND?q=ven+kenh&field=number",
		"text": "/documents/13%2FKH-UBND", "coverage": "/coverage?q=loai:KH", "hits": "/?q=66/KH-UBND",
		"deadlines": "/deadlines?from=2021-01-01", "review": "/review", "missing": "/missing", "wrong": "/?q=isuer:ubnd",
	}
	for name, address := range pages {
		for _, width := range []int64{1280, 400} {
			do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(server.URL+address), chromedp.WaitReady(chromedp.CSS("main")))
			if over := learn(t, ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth - window.innerWidth`)); over > 0 {
				t.Errorf("%s is %d wider than %d", name, over, width)
			}
			file := filepath.Join(t.ArtifactDir(), name+"-"+itoa(int(width))+".png")
			if err := os.WriteFile(file, learn(t, ctx, chromedp.FullScreenshot(100)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
