package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// restore has vanthu-train measure restoration on text, where damage and gold
// are known letter by letter; its table is passed on as it is.
func (b *bench) restore(ctx context.Context) error {
	const trainer = "vanthu-train"
	if err := b.compile(ctx, trainer); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(b.build, trainer), "score", "--shared", b.shared)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	b.restoration = out
	if err != nil {
		return fmt.Errorf("%s score: %w", trainer, err)
	}
	return nil
}
