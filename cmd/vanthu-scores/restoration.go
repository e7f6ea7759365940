package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
)

// restore has vanthu-train measure restoration on text, where damage and gold
// are known letter by letter; its table is passed on as it is.
func (b *bench) restore(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "go", "run", "./cmd/vanthu-train", "score", "--shared", b.shared)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	b.restoration = out
	if err != nil {
		return fmt.Errorf("vanthu-train score: %w", err)
	}
	return nil
}
