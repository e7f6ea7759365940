package raster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	"vanthu/ingest"
)

// commandTime limits one call of a helper program; both need milliseconds.
const commandTime = 30 * time.Second

// maxOutput limits what is read of a program's output: the boxes of a page of
// 300,000 words.
const maxOutput = 32 << 20

// output runs a program and returns what it prints. The program runs with the
// memory limit of this process.
func output(ctx context.Context, name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = time.Second
	var said bytes.Buffer
	cmd.Stderr = &limited{w: &said, left: 4096}
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run %s: %w", name, err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("run %s: %w", name, err)
	}
	data, err := io.ReadAll(io.LimitReader(pipe, maxOutput+1))
	if len(data) > maxOutput {
		cancel()
		err = ingest.ErrTooLarge
	}
	return data, commandError(ctx, name, said.String(), errors.Join(err, cmd.Wait()))
}

func commandError(ctx context.Context, name, said string, err error) error {
	switch {
	case err == nil || errors.Is(err, ingest.ErrTooLarge):
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		err = ingest.ErrTimeout
	case said != "":
		first, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
		err = fmt.Errorf("%s (%w)", first, err)
	}
	if err != nil {
		return fmt.Errorf("run %s: %w", name, err)
	}
	return nil
}

// limited passes on the first bytes written to it and swallows the rest.
type limited struct {
	w    io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	if _, err := l.w.Write(p[:n]); err != nil {
		return 0, err
	}
	return len(p), nil
}
