package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"vanthu/ingest"
)

// Options of a Pool. The zero value runs `worker` of our own binary.
type Options struct {
	// Path and Args of the command that calls Main; "" and nil are this
	// executable and "worker".
	Path string
	Args []string
	// Env is added to the children's environment, "KEY=value".
	Env []string
	// Workers is the number of children; 0 is the number of processors.
	Workers int
	// Memory limit of a child in bytes; 0 is 1.5 GB. A page of A4 at 300 dpi
	// takes 0.3 GB.
	Memory int64
	// PageTime is the time limit of one request; 0 is two minutes. A page
	// takes 1 to 10 seconds.
	PageTime time.Duration
	// Pages after which a child is replaced; 0 is 100: Tesseract leaks half a
	// megabyte a page, and a start takes a tenth of a second.
	Pages int
}

func (o Options) applyDefaults() (Options, error) {
	if o.Path == "" {
		path, err := os.Executable()
		if err != nil {
			return o, fmt.Errorf("find own program: %w", err)
		}
		o.Path = path
	}
	if o.Args == nil {
		o.Args = []string{"worker"}
	}
	if o.Workers <= 0 {
		o.Workers = runtime.NumCPU()
	}
	if o.Memory <= 0 {
		o.Memory = 1536 << 20
	}
	if o.PageTime <= 0 {
		o.PageTime = 2 * time.Minute
	}
	if o.Pages <= 0 {
		o.Pages = 100
	}
	return o, nil
}

// errClosed is what a request to a closed pool gets.
var errClosed = errors.New("worker pool is closed")

// Pool is a number of child processes, started when first needed. Safe for
// concurrent use.
type Pool struct {
	options Options
	slots   chan *process // one for each worker; nil: not started
	closed  chan struct{}
	close   func()
	peak    atomic.Int64
}

// NewPool makes a pool; no process is started yet.
func NewPool(o Options) (*Pool, error) {
	o, err := o.applyDefaults()
	if err != nil {
		return nil, err
	}
	p := &Pool{options: o, slots: make(chan *process, o.Workers), closed: make(chan struct{})}
	p.close = sync.OnceFunc(p.stopAll)
	for range o.Workers {
		p.slots <- nil
	}
	return p, nil
}

// Close waits for requests in progress and ends the children.
func (p *Pool) Close() error {
	p.close()
	return nil
}

func (p *Pool) stopAll() {
	close(p.closed)
	for range cap(p.slots) {
		if child := <-p.slots; child != nil {
			child.stop()
		}
	}
}

// PeakMemory is the largest resident size that any child has had, in bytes.
func (p *Pool) PeakMemory() int64 { return p.peak.Load() }

// Probe opens a file and tells what is in it.
func (p *Pool) Probe(ctx context.Context, file, kind string) (Info, error) {
	a, err := p.ask(ctx, question{Op: opProbe, Request: Request{File: file, Kind: kind}})
	if err == nil && a.Info == nil {
		err = ingest.ErrCrashed
	}
	if err != nil {
		return Info{}, fmt.Errorf("probe file: %w", err)
	}
	return *a.Info, nil
}

// Read reads one page, waiting for a free child.
func (p *Pool) Read(ctx context.Context, r Request) (ingest.Page, error) {
	a, err := p.ask(ctx, question{Op: opRead, Request: r})
	if err == nil && a.Page == nil {
		err = ingest.ErrCrashed
	}
	if err != nil {
		return ingest.Page{}, fmt.Errorf("read page %d: %w", r.Page, err)
	}
	return *a.Page, nil
}

// Draw draws one page, waiting for a free child.
func (p *Pool) Draw(ctx context.Context, r Request) ([]byte, error) {
	a, err := p.ask(ctx, question{Op: opDraw, Request: r})
	if err == nil && len(a.Picture) == 0 {
		err = ingest.ErrCrashed
	}
	if err != nil {
		return nil, fmt.Errorf("draw page %d: %w", r.Page, err)
	}
	return a.Picture, nil
}

// attempts is how often a request is put before its crash is believed.
const attempts = 2

func (p *Pool) ask(ctx context.Context, q question) (a answer, err error) {
	child, err := p.take(ctx)
	if err != nil {
		return a, err
	}
	defer func() { p.slots <- child }()
	for range attempts {
		if child == nil {
			if child, err = start(p.options); err != nil {
				return a, err
			}
		}
		a, err = child.ask(ctx, q, p.options.PageTime)
		child = p.settle(child)
		if !errors.Is(err, ingest.ErrCrashed) {
			break
		}
	}
	if err == nil && a.Error != nil {
		err = a.Error
	}
	return a, err
}

func (p *Pool) take(ctx context.Context) (*process, error) {
	select {
	case <-p.closed:
		return nil, errClosed
	default:
	}
	select {
	case child := <-p.slots:
		return child, nil
	case <-p.closed:
		return nil, errClosed
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// settle notes a child's memory after a request and lets go of one that has
// ended or done its share.
func (p *Pool) settle(child *process) *process {
	if child.ended() {
		return nil
	}
	size := peakMemory(child.cmd.Process.Pid)
	for old := p.peak.Load(); size > old && !p.peak.CompareAndSwap(old, size); old = p.peak.Load() {
	}
	if child.asked >= p.options.Pages {
		child.stop()
		return nil
	}
	return child
}
