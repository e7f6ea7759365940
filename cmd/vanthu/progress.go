package main

import (
	"path/filepath"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"

	"vanthu/cmd/internal/pipeline"
)

// lineEvery is how often a run that nobody watches says how far it is.
const lineEvery = 5 * time.Second

// meter shows how far a run is: a bar with the time left on a terminal, a
// line every few seconds elsewhere, nothing with --quiet or --no-progress.
type meter struct {
	app      *app
	bar      *progressbar.ProgressBar // nil: lines
	quiet    bool
	found    int
	done     int
	total    int
	begun    time.Time
	lastLine time.Time
}

func (a *app) newMeter() *meter {
	now := time.Now()
	return &meter{app: a, quiet: a.config.Quiet || a.config.NoProgress, begun: now, lastLine: now}
}

// progress is what the pipeline tells.
func (m *meter) progress() pipeline.Progress {
	return pipeline.Progress{Found: m.look, Planned: m.plan, Step: m.step}
}

func (m *meter) look() {
	m.found++
	m.line(func() { m.app.tell("looking at files: %d", m.found) })
}

func (m *meter) plan(total int) {
	m.total, m.begun = total, time.Now()
	if m.quiet || !isTerminal(m.app.talk) || total == 0 {
		return
	}
	m.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(m.app.talk),
		progressbar.OptionSetDescription(m.app.say("pages")),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetElapsedTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetRenderBlankState(true),
		progressbar.OptionClearOnFinish(),
	)
}

func (m *meter) step(file string) {
	m.done++
	if m.bar != nil {
		m.bar.Describe(m.app.say("pages") + " " + fit(filepath.Base(file)))
		m.bar.Add(1)
		return
	}
	m.line(func() { m.app.tell("%d of %d pages, %s left", m.done, m.total, m.left()) })
}

// nameLetters is the room for a file name before the bar.
const nameLetters = 28

// fit makes a name just as long as there is room for.
func fit(name string) string {
	r := []rune(name)
	if len(r) > nameLetters {
		return string(r[:nameLetters-1]) + "…"
	}
	return name + strings.Repeat(" ", nameLetters-len(r))
}

// line says something if nothing was said for a while.
func (m *meter) line(say func()) {
	if m.quiet || m.bar != nil || time.Since(m.lastLine) < lineEvery {
		return
	}
	m.lastLine = time.Now()
	say()
}

// left is the time the rest takes at the pace so far.
func (m *meter) left() time.Duration {
	perPage := time.Since(m.begun) / time.Duration(max(m.done, 1))
	return (perPage * time.Duration(m.total-m.done)).Round(time.Second)
}

// clear takes the bar out of the way of a message.
func (m *meter) clear() {
	if m.bar != nil {
		m.bar.Clear()
	}
}

// end takes the bar away.
func (m *meter) end() {
	if m.bar != nil {
		m.bar.Finish()
	}
}
