package worker

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"vanthu/ingest"
)

func newPool(t *testing.T, change func(*Options)) *Pool {
	t.Helper()
	o := childOptions()
	change(&o)
	pool, err := NewPool(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	return pool
}

func plain(*Options) {}

// why reads a page and returns its Why.
func why(t *testing.T, pool *Pool, file string) string {
	t.Helper()
	page, err := pool.Read(t.Context(), Request{File: file, Page: 1})
	if err != nil {
		t.Fatalf("read %q: %v", file, err)
	}
	return page.Why
}

func TestErrorsKeepTheirMeaning(t *testing.T) {
	pool := newPool(t, plain)
	if _, err := pool.Probe(t.Context(), "encrypted", ""); !errors.Is(err, ingest.ErrEncrypted) {
		t.Errorf("probe: %v, want ErrEncrypted", err)
	}
	_, err := pool.Read(t.Context(), Request{File: "damaged", Page: 7})
	if !errors.Is(err, ingest.ErrDamaged) || !strings.Contains(err.Error(), "page 7") {
		t.Errorf("read: %v, want ErrDamaged for page 7", err)
	}
	if info, err := pool.Probe(t.Context(), "good", ""); err != nil || info.Pages != 3 {
		t.Errorf("probe after errors: %v, %v; want 3 pages", info, err)
	}
}

func TestEverySentinelCrosses(t *testing.T) {
	for _, s := range sentinels {
		f := newFailure(fmt.Errorf("do something: %w", s.err))
		if !errors.Is(f, s.err) || f.Text != "do something: "+s.err.Error() {
			t.Errorf("%v came over as %#v", s.err, f)
		}
	}
	if f := newFailure(errors.New("something else")); f.Unwrap() != nil {
		t.Errorf("an unknown error came over as %v", f.Unwrap())
	}
}

func TestChatterOnStdoutIsNoAnswer(t *testing.T) {
	pool := newPool(t, plain)
	if have := why(t, pool, "chatter"); strings.Contains(have, "library") {
		t.Errorf("the library's words came as an answer: %q", have)
	}
}

func TestCrash(t *testing.T) {
	pool := newPool(t, plain)
	before := why(t, pool, "pid")
	for _, file := range []string{"crash", "killed"} {
		if _, err := pool.Read(t.Context(), Request{File: file, Page: 1}); !errors.Is(err, ingest.ErrCrashed) {
			t.Errorf("%s: %v, want ErrCrashed", file, err)
		} else if file == "crash" && !strings.Contains(err.Error(), "the library gave up") {
			t.Errorf("crash: %v, want its last words", err)
		}
	}
	if after := why(t, pool, "pid"); after == before {
		t.Errorf("child %s lives after its crash", after)
	}
}

func TestCrashOnceIsRetried(t *testing.T) {
	pool := newPool(t, plain)
	why(t, pool, "crash-once "+filepath.Join(t.TempDir(), "mark"))
}

func TestTimeLimit(t *testing.T) {
	pool := newPool(t, func(o *Options) { o.PageTime = 200 * time.Millisecond })
	if _, err := pool.Read(t.Context(), Request{File: "hang"}); !errors.Is(err, ingest.ErrTimeout) {
		t.Errorf("%v, want ErrTimeout", err)
	}
	why(t, pool, "pid")
}

func TestCancel(t *testing.T) {
	pool := newPool(t, plain)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := pool.Read(ctx, Request{File: "hang"}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want context.Canceled", err)
	}
	if _, err := pool.Read(ctx, Request{File: "pid"}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want context.Canceled", err)
	}
	why(t, pool, "pid")
}

func TestMemoryLimit(t *testing.T) {
	if raceDetector() {
		t.Skip("the race detector needs more memory than the limit allows")
	}
	pool := newPool(t, func(o *Options) { o.Memory = 512 << 20 })
	if _, err := pool.Read(t.Context(), Request{File: "greedy"}); !errors.Is(err, ingest.ErrCrashed) {
		t.Errorf("%v, want ErrCrashed", err)
	}
	if roomy := newPool(t, plain); why(t, roomy, "greedy") != strconv.Itoa(1<<30) {
		t.Error("a gigabyte is refused under the default limit")
	}
}

func raceDetector() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

func TestChildIsReplacedAfterItsShare(t *testing.T) {
	pool := newPool(t, func(o *Options) { o.Pages = 2 })
	var have []string
	for range 5 {
		have = append(have, why(t, pool, "count"))
	}
	if strings.Join(have, " ") != "1 2 1 2 1" {
		t.Errorf("pages read by the child so far: %v, want 1 2 1 2 1", have)
	}
}

func TestEnvironment(t *testing.T) {
	pool := newPool(t, plain)
	if have := why(t, pool, "environment OMP_THREAD_LIMIT"); have != "1" {
		t.Errorf("OMP_THREAD_LIMIT=%q, want 1", have)
	}
}

func TestTemporaryFilesGoWithTheChild(t *testing.T) {
	pool := newPool(t, func(o *Options) { o.Pages = 1 })
	dir := why(t, pool, "temporary")
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there: %v", dir, err)
	}
}

func TestManyAtOnce(t *testing.T) {
	pool := newPool(t, func(o *Options) { o.Workers, o.Pages = 3, 5 })
	var group sync.WaitGroup
	for n := range 60 {
		group.Go(func() {
			file := []string{"pid", "damaged", "crash"}[n%3]
			page, err := pool.Read(t.Context(), Request{File: file, Page: n})
			if file == "pid" && (err != nil || page.Number != n) {
				t.Errorf("page %d came as %d: %v", n, page.Number, err)
			}
		})
	}
	group.Wait()
}

func TestClosedPool(t *testing.T) {
	pool := newPool(t, plain)
	pid, _ := strconv.Atoi(why(t, pool, "pid"))
	pool.Close()
	if alive(pid) {
		t.Errorf("child %d lives after Close", pid)
	}
	if _, err := pool.Read(t.Context(), Request{File: "pid"}); !errors.Is(err, errClosed) {
		t.Errorf("read after Close: %v, want %v", err, errClosed)
	}
}

// TestChildDiesWithParent kills a parent as hard as can be.
func TestChildDiesWithParent(t *testing.T) {
	parent := exec.Command(os.Args[0])
	parent.Env = append(os.Environ(), childVariable+"=parent")
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	child, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	parent.Process.Kill()
	parent.Wait()
	for deadline := time.Now().Add(10 * time.Second); alive(child); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("child %d outlives its parent", child)
		}
	}
}

// alive reports whether a process runs; one that waits to be reaped does not.
func alive(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err == nil && !strings.Contains(string(status), ") Z ")
}
