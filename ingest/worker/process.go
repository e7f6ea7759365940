package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"time"

	"vanthu/ingest"
)

// process is a running child, seen from the parent. One goroutine at a time.
type process struct {
	cmd     *exec.Cmd
	in      io.Closer
	enc     *json.Encoder
	out     io.Closer
	dec     *json.Decoder
	chatter *tail
	dir     string        // its temporary files
	done    chan struct{} // closed when it has ended
	asked   int           // requests so far
}

// start runs a child. Its temporary files go into a folder of its own, which
// is removed with it: a child that is killed cannot clean up.
func start(o Options) (*process, error) {
	dir, err := os.MkdirTemp("", "vanthu-worker-")
	if err != nil {
		return nil, fmt.Errorf("start worker: %w", err)
	}
	p := &process{
		cmd:     exec.Command(o.Path, o.Args...),
		chatter: &tail{},
		dir:     dir,
		done:    make(chan struct{}),
	}
	p.cmd.Env = append(os.Environ(), environment(o, dir)...)
	p.cmd.Stderr = p.chatter
	p.cmd.WaitDelay = time.Second
	detach(p.cmd)
	if err := p.run(); err != nil {
		return nil, fmt.Errorf("start worker: %w", errors.Join(err, os.RemoveAll(dir)))
	}
	return p, nil
}

func environment(o Options, dir string) []string {
	return append([]string{
		"TMPDIR=" + dir,
		"OMP_THREAD_LIMIT=1", // one page gains nothing from threads
		"MALLOC_ARENA_MAX=2", // glibc keeps one heap per thread otherwise
		"GOTRACEBACK=none",   // the first line of a crash says enough
		"GOGC=50",            // pictures are large and short-lived
		"GOMEMLIMIT=" + strconv.FormatInt(o.Memory/2, 10),
		memoryVariable + "=" + strconv.FormatInt(o.Memory, 10),
	}, o.Env...)
}

// run connects and starts the command. The pipe of the answers is our own and
// not the command's StdoutPipe, which Wait would close under the reader.
func (p *process) run() error {
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, theirs, err := os.Pipe()
	if err != nil {
		return errors.Join(err, in.Close())
	}
	p.in, p.enc = in, json.NewEncoder(in)
	p.out, p.dec = out, json.NewDecoder(out)
	p.cmd.Stdout = theirs
	err = p.live()
	theirs.Close()
	if err != nil {
		return errors.Join(err, in.Close(), out.Close())
	}
	return nil
}

// live starts the command on an OS thread that lasts as long as the child:
// "dies with its parent" means, for Linux, the thread that started it.
func (p *process) live() error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := p.cmd.Start()
		started <- err
		if err == nil {
			p.cmd.Wait() // how it ended stands in ProcessState
		}
		close(p.done)
	}()
	return <-started
}

// ask sends one request and waits for its answer. After an error the process
// is gone: ErrTimeout, ErrCrashed or the context's own.
func (p *process) ask(ctx context.Context, q question, limit time.Duration) (answer, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("%w (%v)", ingest.ErrTimeout, limit))
	defer cancel()
	release := context.AfterFunc(ctx, p.kill)
	p.asked++
	p.chatter.reset()
	var a answer
	err := p.enc.Encode(q)
	if err == nil {
		err = p.dec.Decode(&a)
	}
	if release() && err == nil {
		return a, nil
	}
	p.stop()
	if cause := context.Cause(ctx); cause != nil {
		return answer{}, cause
	}
	return answer{}, fmt.Errorf("%w: %s", ingest.ErrCrashed, p.lastWords())
}

// stop ends the child at once and removes what it left.
func (p *process) stop() {
	p.in.Close()
	p.kill()
	<-p.done
	p.out.Close()
	os.RemoveAll(p.dir)
}

// kill ends the child and the programs it runs. One that has ended is left
// alone: its number may be another's by now.
func (p *process) kill() {
	if !p.ended() {
		killGroup(p.cmd.Process.Pid)
	}
}

// ended reports whether the child is gone.
func (p *process) ended() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// lastWords explains an end that nobody asked for.
func (p *process) lastWords() string {
	if reason := p.chatter.reason(); reason != "" {
		return fmt.Sprintf("%s (%v)", reason, p.cmd.ProcessState)
	}
	return p.cmd.ProcessState.String()
}
