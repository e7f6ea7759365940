package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"vanthu/cmd/internal/scores"
	"vanthu/ingest/kind"
	"vanthu/ingest/worker"
)

// memoryStep is after how many reads memory is looked at.
const memoryStep = 40

// workers measures what a second worker brings, and whether memory stays flat
// over many reads. It takes seven minutes on two cores, and its first figure
// means something only where nothing else runs: so it is measured only if asked
// for. A child lives for 100 pages, so the 240 reads of two workers show all that
// it can come to, and -reads 1000 shows it five times over.
func (b *bench) workers(ctx context.Context) error {
	pages, err := b.listGoldPages()
	if err != nil {
		return err
	}
	one, err := b.throughput(ctx, pages, 1)
	if err != nil {
		return err
	}
	two, err := b.throughput(ctx, pages, 2)
	if err != nil {
		return err
	}
	row := func(what, figure, bar, note string, n int) {
		b.rows = append(b.rows, scores.Row{Section: scores.Speed, Set: "workers", What: what, N: n, Figure: figure, Bar: bar, Note: note})
	}
	row("two workers: throughput", fmt.Sprintf("%.2f ×", one.Wall.Seconds()/two.Wall.Seconds()*2), "≥ 1.9 × one", "load "+loadAverage(), 2*len(pages))
	row("two workers: CPU s/page", fmt.Sprintf("%.2f ×", two.CPU.Seconds()/one.CPU.Seconds()/2), "≤ 1.05 × one",
		fmt.Sprintf("one %.2f", one.CPU.Seconds()/float64(len(pages))), 2*len(pages))
	peaks, err := b.memory(ctx, pages)
	row("peak memory of a worker, MB", strings.Join(peaks, " "), "≤ 250, flat", fmt.Sprintf("after every %d reads", memoryStep), b.reads)
	return err
}

// throughput is what it costs workers to read all gold pages each, side by side,
// once they have loaded what they need.
func (b *bench) throughput(ctx context.Context, pages []goldPage, workers int) (c cost, err error) {
	pool, err := worker.NewPool(worker.Options{Path: b.program(), Workers: workers})
	if err != nil {
		return c, err
	}
	if err := b.readGold(ctx, pool, pages, 0, workers, workers); err != nil {
		return c, errors.Join(err, pool.Close())
	}
	begun, before := time.Now(), childrenCPU()
	err = together(slices.Repeat([]func() error{func() error {
		return b.readGold(ctx, pool, pages, 0, len(pages), 1)
	}}, workers)...)
	c.Wall = time.Since(begun)
	err = errors.Join(err, pool.Close()) // CPU time counts when a child has ended
	c.CPU = childrenCPU() - before
	return c, err
}

// memory reads the gold pages over and over and gives the peak of any worker
// so far, after every memoryStep reads.
func (b *bench) memory(ctx context.Context, pages []goldPage) (peaks []string, err error) {
	const workers = 2
	pool, err := worker.NewPool(worker.Options{Path: b.program(), Workers: workers})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	for from := 0; from < b.reads; from += memoryStep {
		if err := b.readGold(ctx, pool, pages, from, min(from+memoryStep, b.reads), workers); err != nil {
			return peaks, err
		}
		peaks = append(peaks, fmt.Sprint(pool.PeakMemory()>>20))
		fmt.Fprintf(os.Stderr, "memory after %d reads: %s MB\n", from+memoryStep, peaks[len(peaks)-1])
	}
	return peaks, nil
}

// readGold reads the pages from one number to another, round and round, several
// at a time.
func (b *bench) readGold(ctx context.Context, pool *worker.Pool, pages []goldPage, from, to, abreast int) error {
	next := make(chan goldPage)
	errs := make([]error, abreast)
	var group sync.WaitGroup
	for i := range abreast {
		group.Go(func() {
			for g := range next {
				_, err := pool.Read(ctx, worker.Request{File: filepath.Join(b.shared, "scans", "pdf", g.pdf), Kind: kind.PDF, Page: g.number})
				errs[i] = errors.Join(errs[i], err)
			}
		})
	}
	for i := from; i < to; i++ {
		next <- pages[i%len(pages)]
	}
	close(next)
	group.Wait()
	return errors.Join(errs...)
}

// childrenCPU is the CPU time of all processes that this one started and that
// have ended.
func childrenCPU() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u); err != nil {
		return 0 // Linux knows no reason to refuse
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
