package ingest

import "errors"

// The ways a file or a page can fail that a caller acts on. Each says whether
// trying again can help.
var (
	// ErrUnsupported: not a kind of file we read. Skipped; a retry is useless.
	ErrUnsupported = errors.New("not a supported kind of file")
	// ErrEmpty: no bytes, or no pages. Skipped or failed; a retry is useless
	// unless the file was still being written.
	ErrEmpty = errors.New("file is empty")
	// ErrEncrypted: a password is needed. Permanent until somebody unlocks it.
	ErrEncrypted = errors.New("file is encrypted")
	// ErrDamaged: the file cannot be opened or has no readable page. Permanent.
	ErrDamaged = errors.New("file is damaged")
	// ErrTooLarge: a page or picture beyond the limits. Permanent under the
	// same limits.
	ErrTooLarge = errors.New("page is too large")
	// ErrTimeout: the time limit ended the work. A retry may help on an idle
	// machine.
	ErrTimeout = errors.New("time limit reached")
	// ErrCrashed: the child process died (crash or memory limit). Tried once
	// more in a fresh child, then permanent.
	ErrCrashed = errors.New("reader process died")
	// ErrMissingLanguage: Tesseract lacks the language data. Nothing works
	// until it is installed.
	ErrMissingLanguage = errors.New("tesseract language data is missing")
)
