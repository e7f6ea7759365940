package index

import (
	"context"
	"errors"
	"path/filepath"
	"time"
)

// Follow keeps a store ready for searches until the context ends: it looks
// every so often whether there is a new generation, opens it, makes what
// searches need of it (at 300,000 entries a second's work), and only then lets
// searches go on to it. Without it each search looks by itself and the first of
// a new generation pays. Meant for a process that lives long; errors are those
// that a search would have met, and met they are if they stay.
func (s *Store) Follow(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for ctx.Err() == nil {
		s.catchUp()
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.followed = false
}

// catchUp makes the newest generation the live one. If it cannot be opened the
// live one stays, for a later look or, if there is none, a search to tell why.
func (s *Store) catchUp() {
	name, err := s.current()
	s.mu.Lock()
	known := s.live != nil && s.live.name == name
	s.followed = s.live != nil
	s.mu.Unlock()
	if err != nil || known {
		return
	}
	g, err := Open(filepath.Join(s.dir, name))
	if err != nil {
		return
	}
	g.columns.warm()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live != nil && s.live.name >= name { // a search was quicker
		_ = g.Close()
	} else if err := s.retire(); err != nil {
		_ = errors.Join(err, g.Close()) // nothing of a read-only index can be lost
	} else {
		s.live = &shared{Generation: g, name: name}
	}
	s.followed = s.live != nil
}

// warm makes what searches make when they first need it.
func (c *columns) warm() {
	for _, col := range []int{colProvince, colProvinceNow, colType, colLevel, colKind, colState} {
		c.all[col].foldedValues()
	}
	c.ranked(colNumber, bySerial)
	for _, col := range []int{colTitle, colIssuer, colProvince} {
		c.ranked(col, collated)
	}
}
