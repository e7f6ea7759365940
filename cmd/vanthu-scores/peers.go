package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
)

// peers compares our search with Bleve's standard analyzer, SQLite FTS5 and
// PostgreSQL FTS on the texts of ../shared/corpus, in one run: how often each
// finds a known document first, and what a search costs among b.entries
// sections. The table comes on standard output as the test prints it; a peer
// that is not installed is named. It takes half an hour at 300,000.
func (b *bench) peers(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "go", "test", "./index", "-count=1", "-run", "TestPeers", "-v", "-timeout", "3h",
		"-index.peers", "-index.entries", strconv.Itoa(b.entries))
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go test ./index -run TestPeers: %w", err)
	}
	return nil
}
