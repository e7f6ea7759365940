package index

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// childVariable names the folder that TestIndexingChild writes an index into.
const childVariable = "VANTHU_BENCH_CHILD"

// indexed is what a process that did nothing but index says of itself.
type indexed struct {
	Entries, Text int
	Clock, CPU    time.Duration
	Peak          float64 // MB resident at most, mapped files included
}

// BenchmarkIndex builds an index of -index.entries sections, in the folder that
// VANTHU_BENCH_INDEX names or in one of its own, in a process that does nothing
// else: it is handed the text as it goes, so its memory is that of indexing. (To
// unpack the text takes 70 MB, which would be half of what is in use.)
func BenchmarkIndex(b *testing.B) {
	texts, dir := eachSection(b, *benchEntries), benchFolder(b)
	for b.Loop() {
		child := exec.Command(os.Args[0], "-test.run=^TestIndexingChild$", "-test.timeout=0",
			"-index.batch", strconv.Itoa(*benchBatch))
		child.Env = append(os.Environ(), childVariable+"="+dir)
		child.Stdin, child.Stderr = parted(texts), os.Stderr
		out, err := child.Output()
		if err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		said, _, _ := strings.Cut(string(out), "\n")
		var r indexed
		if err := json.Unmarshal([]byte(said), &r); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		b.ReportMetric(float64(r.Entries)/r.Clock.Seconds(), "entries/s")
		b.ReportMetric(float64(r.Entries)/r.CPU.Seconds(), "entries/cpu-s")
		b.ReportMetric(float64(diskUse(b, dir))/float64(r.Text), "disk/text")
		b.ReportMetric(r.Peak, "peak-MB")
	}
}

// TestIndexingChild is BenchmarkIndex's other process.
func TestIndexingChild(t *testing.T) {
	dir := os.Getenv(childVariable)
	if dir == "" {
		t.Skip("not asked by BenchmarkIndex")
	}
	s, err := OpenStore(dir, Options{BatchEntries: *benchBatch})
	if err != nil {
		t.Fatal(err)
	}
	var r indexed
	start := time.Now()
	fill(t, s, counted(parts(os.Stdin), &r))
	r.Clock, r.CPU, r.Peak = time.Since(start), cpuTime(), peakMB()
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		t.Fatal(err)
	}
}

// parted is a stream of texts with a zero byte behind each.
func parted(texts iter.Seq[string]) io.Reader {
	out, in := io.Pipe()
	go func() {
		for text := range texts {
			if _, err := io.WriteString(in, text+"\x00"); err != nil {
				return
			}
		}
		in.Close()
	}()
	return out
}

// parts are the texts of such a stream.
func parts(stream io.Reader) iter.Seq[string] {
	return func(yield func(string) bool) {
		in := bufio.NewReader(stream)
		for {
			text, err := in.ReadString(0)
			if err != nil || !yield(text[:len(text)-1]) {
				return
			}
		}
	}
}

// counted passes texts on and counts them.
func counted(texts iter.Seq[string], into *indexed) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text := range texts {
			into.Entries++
			into.Text += len(text)
			if !yield(text) {
				return
			}
		}
	}
}

// benchFolder is that of the index that benchmarks keep between runs, or one
// for now.
func benchFolder(b *testing.B) string {
	if dir := os.Getenv("VANTHU_BENCH_INDEX"); dir != "" {
		return dir
	}
	return b.TempDir()
}

// peakMB is the most memory that this process has had.
func peakMB() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.Atoi(strings.Fields(kb)[0])
			return float64(n) / 1024
		}
	}
	return 0
}

// diskUse counts the bytes of the live generation in a folder.
func diskUse(t testing.TB, dir string) (n int64) {
	t.Helper()
	name, err := (&Store{dir: dir}).current()
	if err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		n += info.Size()
	}
	return n
}

// BenchmarkUpdate adds one document of ten sections to the index that
// VANTHU_BENCH_INDEX names, or its copy rather, searches it, and reports the most
// memory that the process has had.
func BenchmarkUpdate(b *testing.B) {
	kept := os.Getenv("VANTHU_BENCH_INDEX")
	if kept == "" {
		b.Skip("VANTHU_BENCH_INDEX names no index")
	}
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS(kept)); err != nil {
		b.Fatal(err)
	}
	s, err := OpenStore(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	text := strings.Repeat("Sở Y tế chủ trì kiểm tra các trạm bơm trước mùa mưa. ", 14)
	var cpu time.Duration
	n := 0
	for b.Loop() {
		before := cpuTime()
		w, err := s.Update(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		entries := document(10_000_000+n, slices.Repeat([]string{text}, sectionsPerDocument))
		if err := errors.Join(w.Put(b.Context(), entries[0].ID, entries), w.Commit(b.Context()), w.Close()); err != nil {
			b.Fatal(err)
		}
		if r, err := s.Search(b.Context(), Query{Text: "trạm bơm mùa mưa", Facets: true}); err != nil || r.Total == 0 {
			b.Fatal(r.Total, err)
		}
		cpu += cpuTime() - before
		n++
	}
	b.ReportMetric(float64(cpu.Milliseconds())/float64(n), "cpu-ms/op")
	b.ReportMetric(peakMB(), "peak-MB")
}
