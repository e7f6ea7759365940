package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"vanthu/ingest"
)

// memoryVariable tells the child its memory limit in bytes.
const memoryVariable = "VANTHU_WORKER_MEMORY"

// Main is the whole of a child process: it limits the process's memory, keeps
// standard output for answers alone, and serves until standard input ends.
func Main(ctx context.Context, r Reader) error {
	out, err := takeStdout()
	if err != nil {
		return err
	}
	if v := os.Getenv(memoryVariable); v != "" {
		n, err := strconv.ParseUint(v, 10, 64)
		if err != nil {
			return fmt.Errorf("read %s: %w", memoryVariable, err)
		}
		if err := limitMemory(n); err != nil {
			return err
		}
	}
	return Serve(ctx, os.Stdin, out, r)
}

// Serve answers the questions on in, one after the other, until in ends.
func Serve(ctx context.Context, in io.Reader, out io.Writer, r Reader) error {
	dec, enc := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var q question
		if err := dec.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read request: %w", err)
		}
		err := enc.Encode(reply(ctx, r, q))
		if err != nil { // what cannot be written as JSON is the page's fault
			err = enc.Encode(answer{Error: newFailure(fmt.Errorf("write answer: %w", err))})
		}
		if err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
	}
}

func reply(ctx context.Context, r Reader, q question) answer {
	switch q.Op {
	case opProbe:
		info, err := r.Probe(ctx, q.File, q.Kind)
		if err != nil {
			return answer{Error: newFailure(err)}
		}
		return answer{Info: &info}
	case opRead:
		page, err := r.Read(ctx, q.Request)
		if err != nil {
			return answer{Error: newFailure(err)}
		}
		return answer{Page: &page}
	case opDraw:
		d, ok := r.(Drawer)
		if !ok {
			break
		}
		picture, err := d.Draw(ctx, q.Request)
		if err != nil {
			return answer{Error: newFailure(err)}
		}
		return answer{Picture: picture}
	}
	return answer{Error: newFailure(fmt.Errorf("answer request %q: %w", q.Op, ingest.ErrUnsupported))}
}
