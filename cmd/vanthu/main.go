// Command vanthu turns folders of scanned Vietnamese administrative documents
// into an archive people can search, compare and trust.
//
// One file per command; ui.go holds the rules of what is printed where, and
// messages.go what it says in Vietnamese. The work itself is done elsewhere:
// cmd/internal/pipeline takes files through the stages.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ()))
}

// run is the whole program: it returns the exit code. Ctrl-C and SIGTERM end
// the context, so everything unwinds by its defers; a second one kills.
func run(args []string, in io.Reader, out, talk io.Writer, environ []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	a := newApp(args, in, out, talk, environ)
	root := a.root()
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	return a.exit(cmd.CommandPath(), err)
}
