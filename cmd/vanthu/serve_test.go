package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// talk is what a program says, to be read while it runs.
type talk struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (t *talk) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.said.Write(b)
}

func (t *talk) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.said.String()
}

// start runs a command until the context ends; the channel has its exit code.
func start(ctx context.Context, environ []string, out io.Writer, args ...string) <-chan int {
	ended := make(chan int, 1)
	go func() {
		a := newApp(args, strings.NewReader(""), out, out, environ)
		root := a.root()
		root.SetArgs(args)
		ended <- a.exit("vanthu", root.ExecuteContext(ctx))
	}()
	return ended
}

var addressSaid = regexp.MustCompile(`http://[0-9.:]+/`)

func TestServe(t *testing.T) {
	dir := t.TempDir()
	environ := []string{"VANTHU_DATA=" + filepath.Join(dir, "kho"), "VANTHU_LANG=en", "HOME=" + dir}
	file := filepath.Join(dir, "tin.txt")
	if err := os.WriteFile(file, []byte("Thông báo phun thuốc diệt muỗi ở xóm Gò, sáng thứ bảy."), 0o644); err != nil {
		t.Fatal(err)
	}
	var said talk
	if code := <-start(t.Context(), environ, &said, "serve"); code != exitFailed || !strings.Contains(said.String(), "there is no archive") {
		t.Fatalf("without an archive: exit %d, %s", code, &said)
	}
	if code := <-start(t.Context(), environ, &said, "add", file); code != exitDone {
		t.Fatalf("add: exit %d, %s", code, &said)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	served := talk{}
	ended := start(ctx, environ, &served, "serve", "--addr", "127.0.0.1:0")
	address := ""
	for deadline := time.Now().Add(time.Minute); address == "" && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		address = addressSaid.FindString(served.String())
	}
	r, err := http.Get(address + "?q=diet+muoi&lang=vi")
	if err != nil {
		t.Fatal(err, served.String())
	}
	defer r.Body.Close()
	if page, err := io.ReadAll(r.Body); err != nil || !strings.Contains(string(page), "ý bạn là: diệt muỗi") {
		t.Errorf("%v: %s", err, page)
	}
	if strings.Contains(served.String(), "warning") {
		t.Errorf("warned on loopback: %s", served.String())
	}
	stop()
	if code := <-ended; code != exitDone {
		t.Errorf("stopped: exit %d, %s", code, served.String())
	}
}

func TestServeWarnsOfOthers(t *testing.T) {
	for address, warned := range map[string]bool{"127.0.0.1:0": false, "[::1]:0": false, "0.0.0.0:0": true} {
		var said talk
		s := &serving{app: newApp(nil, nil, io.Discard, &said, nil), address: address}
		l, err := s.listen()
		if err != nil {
			t.Logf("%s: %v", address, err) // no IPv6 here
			continue
		}
		l.Close()
		if have := strings.Contains(said.String(), "no passwords"); have != warned {
			t.Errorf("%s: %s", address, &said)
		}
	}
}
