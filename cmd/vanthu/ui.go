package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"vanthu/cmd/internal/config"
)

// The rules of output:
//
//   - Results go to standard output, everything said to people goes to
//     standard error. With --json results are JSON lines with stable English
//     names; nothing else is ever printed there.
//   - Messages begin with a small letter and end without a period, in
//     Vietnamese or English. An error is one line that begins with "vanthu:",
//     and a "gợi ý:"/"hint:" line where we know what to do next.
//   - What takes longer than two seconds shows progress and the time left;
//     --quiet leaves only results and errors.

// Exit codes (the command contract).
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitSomeFailed  = 3
	exitInterrupted = 130
)

// errSomeFailed ends a run that finished but could not do every document.
var errSomeFailed = errors.New("some documents failed")

// usageError is a wrong command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error) error { return usageError{err} }

// app is one run of the program.
type app struct {
	in      io.Reader
	out     io.Writer // results
	talk    io.Writer // everything said to people
	environ []string
	config  config.Config
	printer *message.Printer
	started bool // the command line was understood
}

func newApp(args []string, in io.Reader, out, talk io.Writer, environ []string) *app {
	a := &app{in: in, out: out, talk: talk, environ: environ}
	a.speak(preferredLanguage(args, environ))
	return a
}

// speak sets the language of messages.
func (a *app) speak(lang string) {
	tag := language.English
	if strings.HasPrefix(lang, "vi") {
		tag = language.Vietnamese
	}
	a.printer = message.NewPrinter(tag, message.Catalog(messages))
}

// preferredLanguage looks for --lang before the command line is parsed, since
// the help is written in it too; then VANTHU_LANG; then the locale.
func preferredLanguage(args, environ []string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	for _, name := range []string{"VANTHU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		for _, e := range environ {
			if value, ok := strings.CutPrefix(e, name+"="); ok && value != "" {
				return value
			}
		}
	}
	return "en"
}

// say is a message in the user's language. The key is the English message.
func (a *app) say(key string, args ...any) string { return a.printer.Sprintf(key, args...) }

// tell prints a message for people, unless they want quiet.
func (a *app) tell(key string, args ...any) {
	if !a.config.Quiet {
		fmt.Fprintln(a.talk, a.say(key, args...))
	}
}

// printJSON writes one line of JSON to standard output.
func (a *app) printJSON(v any) error { return writeJSON(a.out, v) }

// writeJSON writes one line of JSON; < and & stay as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// exit says what went wrong with a command, if anything, and gives the exit code.
func (a *app) exit(command string, err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errSomeFailed):
		return exitSomeFailed
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.talk, "vanthu:", a.say("interrupted; the same command goes on where it stopped"))
		return exitInterrupted
	}
	fmt.Fprintln(a.talk, "vanthu:", a.describe(err))
	code, hint := exitFailed, a.hint(err)
	if !a.started || errors.As(err, &wrong) || a.wrongUse(err) != "" || wrongFlag(err) {
		code, hint = exitUsage, cmp.Or(hint, a.say("see %s --help", command))
	}
	if hint != "" {
		fmt.Fprintln(a.talk, a.say("hint: %s", hint))
	}
	return code
}

// isTerminal reports whether w is a terminal that a person looks at.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
