package pdfa

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"vanthu/ingest"
)

// commandTime limits one run of qpdf. A page of a scan takes a few
// milliseconds, so a file of thousands takes seconds.
const commandTime = 5 * time.Minute

// run runs qpdf and returns what it prints. Warnings, which it gives for every
// slip of a file that it could mend, are no errors.
func run(ctx context.Context, args ...string) ([]byte, error) {
	limited, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	cmd := exec.CommandContext(limited, "qpdf", append([]string{"--warning-exit-0"}, args...)...)
	cmd.WaitDelay = time.Second
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	switch {
	case err == nil:
		return out.Bytes(), nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		err = ingest.ErrTimeout
	case strings.Contains(said.String(), "invalid password"):
		err = ingest.ErrEncrypted
	case strings.Contains(said.String(), syscall.ENOSPC.Error()) || strings.Contains(said.String(), "No space left"):
		err = syscall.ENOSPC
	case said.Len() > 0:
		err = fmt.Errorf("%s (%w)", lastLine(said.String()), err)
	}
	return nil, fmt.Errorf("run qpdf: %w", err)
}

// lastLine is the one that says why qpdf gave up, after its warnings.
func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// isEncrypted asks qpdf, which exits 0 for yes and 2 for no. A file that
// opens without a password but is locked against changes counts: to write a
// copy would be to break the lock.
func isEncrypted(ctx context.Context, file string) (bool, error) {
	_, err := run(ctx, "--is-encrypted", file)
	if exit := new(exec.ExitError); errors.As(err, &exit) && exit.ExitCode() == 2 {
		return false, nil
	}
	return err == nil, err
}
