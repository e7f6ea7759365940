package worker

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"vanthu/ingest"
)

// childVariable makes the test binary behave as a child ("child"), or as a
// parent that starts one and waits ("parent").
const childVariable = "VANTHU_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(childVariable) {
	case "child":
		if err := Main(context.Background(), &actor{}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "parent":
		actAsParent()
	default:
		os.Exit(m.Run())
	}
}

// actAsParent starts a child, prints its process number and waits to be
// killed.
func actAsParent() {
	pool, err := NewPool(childOptions())
	if err != nil {
		panic(err)
	}
	page, err := pool.Read(context.Background(), Request{File: "pid"})
	if err != nil {
		panic(err)
	}
	fmt.Println(page.Why)
	time.Sleep(time.Minute)
}

func childOptions() Options {
	return Options{Path: os.Args[0], Args: []string{}, Env: []string{childVariable + "=child"}, Workers: 1}
}

// actor is a Reader that does what the name of the file says.
type actor struct{ read int }

func (a *actor) Probe(_ context.Context, file, _ string) (Info, error) {
	if file == "encrypted" {
		return Info{}, fmt.Errorf("open %s: %w", file, ingest.ErrEncrypted)
	}
	return Info{Pages: 3}, nil
}

func (a *actor) Draw(_ context.Context, r Request) ([]byte, error) {
	if r.File == "damaged" {
		return nil, fmt.Errorf("draw page %d: %w", r.Page, ingest.ErrDamaged)
	}
	return []byte("picture"), nil
}

func (a *actor) Read(_ context.Context, r Request) (ingest.Page, error) {
	a.read++
	verb, rest, _ := strings.Cut(r.File, " ")
	page := ingest.Page{Number: r.Page, Why: strconv.Itoa(os.Getpid())}
	switch verb {
	case "damaged":
		return page, fmt.Errorf("read page %d: %w", r.Page, ingest.ErrDamaged)
	case "chatter":
		fmt.Println(`{"page":{"why":"a library talks"}}`)
	case "crash":
		panic("the library gave up")
	case "crash-once":
		if err := os.Mkdir(rest, 0o700); err == nil {
			panic("the library gave up")
		}
	case "killed":
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	case "hang":
		signal.Ignore(syscall.SIGTERM, syscall.SIGINT)
		time.Sleep(time.Minute)
	case "greedy":
		page.Why = strconv.Itoa(fill(1 << 30))
	case "environment":
		page.Why = os.Getenv(rest)
	case "count":
		page.Why = strconv.Itoa(a.read)
	case "temporary":
		page.Why, _ = os.MkdirTemp("", "left-behind-")
	}
	return page, nil
}

// fill takes n bytes and writes to each page of them.
func fill(n int) int {
	b := make([]byte, n)
	for i := 0; i < n; i += 4096 {
		b[i] = 1
	}
	return len(b)
}
