package pipeline

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// childVariables tell the test binary to be a run of add and nothing else.
const (
	childFolder = "VANTHU_TEST_FOLDER"
	childInbox  = "VANTHU_TEST_INBOX"
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(childFolder); folder != "" {
		if err := addAsChild(Folder(folder), os.Getenv(childInbox)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func addAsChild(folder Folder, inbox string) error {
	s, err := models()
	if err != nil {
		return err
	}
	s.Reader = &fakeReader{pause: 3 * time.Millisecond}
	p, err := Open(context.Background(), folder, 2, s)
	if err != nil {
		return err
	}
	p.indexEvery = 10 * time.Millisecond // so that kills hit commits too
	if _, err := p.Add(context.Background(), AddOptions{Paths: []string{inbox}}, Progress{}); err != nil {
		return err
	}
	return p.Close()
}

// child starts a run of add in a process of its own.
func child(t *testing.T, folder Folder, inbox string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childFolder+"="+string(folder), childInbox+"="+inbox)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// TestKill holds promise 6: kill -9 at any instant, then the same command,
// ends in the same state as a run that nobody disturbed.
func TestKill(t *testing.T) {
	in := inbox(t)
	whole := Folder(t.TempDir())
	begun := time.Now()
	if err := child(t, whole, in).Wait(); err != nil {
		t.Fatal(err)
	}
	length := time.Since(begun)
	want := state(t, whole, in)

	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("a run takes %v; seed %d", length, seed)
	random := rand.New(rand.NewPCG(seed, 1))
	for round := range rounds {
		folder := Folder(t.TempDir())
		for range 1 + random.IntN(3) {
			run := child(t, folder, in)
			time.Sleep(time.Duration(random.Int64N(int64(length))))
			run.Process.Kill()
			run.Wait()
		}
		if err := child(t, folder, in).Wait(); err != nil {
			t.Fatalf("round %d: the run after the kill: %v", round, err)
		}
		if diff := cmp.Diff(want, state(t, folder, in)); diff != "" {
			t.Fatalf("round %d: -undisturbed +killed\n%s", round, diff)
		}
	}
}
