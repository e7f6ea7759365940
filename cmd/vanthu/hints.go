package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"vanthu/cmd/internal/catalogue"
	"vanthu/cmd/internal/pipeline"
	"vanthu/extract"
	"vanthu/index"
	"vanthu/ingest"
	"vanthu/ingest/archive"
	"vanthu/ingest/kind"
)

// hints say what to do about an error. The first that fits is given.
var hints = []struct {
	err  error
	hint string
}{
	{errNoFlag, "see vanthu search --help; words that begin with - go behind --: vanthu search -- -word other"},
	{pipeline.ErrLocked, "wait until it is done, or use another --data folder"},
	{pipeline.ErrNoArchive, "make one with: vanthu add FOLDER"},
	{catalogue.ErrNetworkDisk, "put the archive on a local disk and copy it to the network afterwards"},
	{catalogue.ErrNotFound, "vanthu search finds documents and prints their IDs"},
	{catalogue.ErrNoSearch, "vanthu search --searches lists them"},
	{catalogue.ErrSeveral, "give one of these IDs"},
	{catalogue.ErrNotCorrected, "vanthu correct --list shows what was"},
	{extract.ErrNoField, "vanthu correct --help lists the fields"},
	{extract.ErrNoDate, "write it as 5/3/2021 or 2021-03-05"},
	{errNotInOrder, "vanthu check --repair makes anew what can be made from the originals"},
	{errAddress, "write it as 127.0.0.1:8080"},
	{syscall.EADDRINUSE, "another program answers there: choose another port, as in --addr 127.0.0.1:8081"},
	{pipeline.ErrNoWords, "vanthu show --text prints what stands there"},
	{ingest.ErrMissingLanguage, "install it with: sudo apt-get install tesseract-ocr-vie (vanthu doctor shows what is there)"},
	{ingest.ErrEncrypted, "save the file without its password, then add it again"},
	{index.ErrSchema, "vanthu check --repair builds the index anew"},
	{index.ErrMissing, "vanthu check --repair builds the index anew"},
	{index.ErrDamaged, "vanthu check --repair builds the index anew"},
	{syscall.ENOSPC, "free some space, then give the same command again: it goes on where it stopped"},
	{syscall.EROFS, "choose a folder that can be written to with --data"},
	{fs.ErrPermission, "check who may read and write there"},
}

func (a *app) hint(err error) string {
	if q := new(index.QueryError); errors.As(err, &q) && q.Suggest != "" {
		return a.say("try %s", q.Suggest)
	}
	for _, h := range hints {
		if errors.Is(err, h.err) {
			return a.say(h.hint)
		}
	}
	return ""
}

// reasons are the errors that stand inside other errors' text and are said in
// the user's language there.
var reasons = []error{
	ingest.ErrUnsupported, ingest.ErrEmpty, ingest.ErrEncrypted, ingest.ErrDamaged, ingest.ErrTooLarge,
	ingest.ErrTimeout, ingest.ErrCrashed, ingest.ErrMissingLanguage,
	pipeline.ErrLocked, pipeline.ErrNoArchive, pipeline.ErrUnfinished, pipeline.ErrSameBytes, pipeline.ErrGrowing, archive.ErrChanged, kind.ErrSkipped,
	catalogue.ErrNetworkDisk, catalogue.ErrNotFound, catalogue.ErrSeveral, catalogue.ErrNoSearch, catalogue.ErrNotCorrected, index.ErrUnknown,
	pipeline.ErrNoWords, extract.ErrNoField, extract.ErrNoDate, errNothingToCorrect, errNotInOrder, errAddress,
	syscall.EACCES, syscall.ENOENT, syscall.ENOSPC, syscall.EROFS, syscall.EADDRINUSE,
}

// describe is an error in the user's language.
func (a *app) describe(err error) string {
	if q := new(index.QueryError); errors.As(err, &q) {
		if q.Param != "" {
			return strings.ReplaceAll(q.Param, "_", "-") + ": " + a.say(string(q.Problem))
		}
		return a.say("query, at character %d: %s", q.At+1, a.say(string(q.Problem)))
	}
	if said := a.wrongUse(err); said != "" {
		return said
	}
	return a.explain(err.Error())
}

// explain puts the known parts of an error's text into the user's language;
// file names and details stay as they are.
func (a *app) explain(text string) string {
	for _, err := range reasons {
		text = strings.ReplaceAll(text, err.Error(), a.say(err.Error()))
	}
	return text
}

// reason says why a file was not simply added: in the user's language what
// people can do something about, then the detail.
func (a *app) reason(text string) string {
	for _, err := range reasons {
		before, after, ok := strings.Cut(text, err.Error())
		if !ok {
			continue
		}
		detail := strings.Trim(strings.Trim(before, ": ")+after, ": ")
		if detail == "" {
			return a.say(err.Error())
		}
		return a.say(err.Error()) + " (" + detail + ")"
	}
	return text
}
