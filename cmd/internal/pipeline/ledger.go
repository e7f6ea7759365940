package pipeline

import (
	"sync"

	"vanthu/cmd/internal/catalogue"
	"vanthu/ingest"
)

// Outcome is what became of one file: a line of the ledger.
type Outcome struct {
	File   string           `json:"file"`
	ID     ingest.ID        `json:"id"`
	Status catalogue.Status `json:"status"`
	Reason string           `json:"reason"`
}

// Ledger counts outcomes. Seen is always the sum of the others: every file
// that was looked at has exactly one outcome, also in a run that was cut off.
type Ledger struct {
	Seen      int `json:"seen"`
	Added     int `json:"added"`
	Duplicate int `json:"duplicate"`
	Failed    int `json:"failed"`
	Skipped   int `json:"skipped"`
}

func (l *Ledger) count(s catalogue.Status) {
	l.Seen++
	switch s {
	case catalogue.Added:
		l.Added++
	case catalogue.Duplicate:
		l.Duplicate++
	case catalogue.Skipped:
		l.Skipped++
	default:
		l.Failed++
	}
}

// Progress tells what is going on. Its functions may be nil; they are never
// called two at a time.
type Progress struct {
	// Found is called for each file as the folders are looked through.
	Found func()
	// Planned is called once, when the number of steps is known. A step is a
	// page, or a whole file that has none to be read one by one.
	Planned func(steps int)
	// Step is called after each step.
	Step func(file string)
	// Ended is called with each file's outcome.
	Ended func(Outcome)
}

// book keeps the ledger and passes news on.
type book struct {
	mu       sync.Mutex
	ledger   Ledger
	progress Progress
}

func (b *book) found() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.progress.Found != nil {
		b.progress.Found()
	}
}

func (b *book) planned(steps int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.progress.Planned != nil {
		b.progress.Planned(steps)
	}
}

func (b *book) step(file string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.progress.Step != nil {
		b.progress.Step(file)
	}
}

func (b *book) ended(o Outcome) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ledger.count(o.Status)
	if b.progress.Ended != nil {
		b.progress.Ended(o)
	}
}
