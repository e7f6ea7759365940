package pipeline

import (
	"context"
	"errors"
	"fmt"

	"vanthu/cmd/internal/catalogue"
	"vanthu/ingest"
)

// Stage names where work on a document begins.
type Stage string

// The stages in order. StageNone: the record is up to date.
const (
	StageOCR       Stage = "ocr"
	StageNormalize Stage = "normalize"
	StageExtract   Stage = "extract"
	StageNone      Stage = ""
)

var stageOrder = map[Stage]int{StageOCR: 1, StageNormalize: 2, StageExtract: 3, StageNone: 4}

// ParseStage reads what a person typed.
func ParseStage(s string) (Stage, error) {
	if _, ok := stageOrder[Stage(s)]; !ok {
		return StageNone, fmt.Errorf("stage %q is not ocr, normalize or extract", s)
	}
	return Stage(s), nil
}

// earlier of two stages.
func earlier(a, b Stage) Stage {
	if stageOrder[a] <= stageOrder[b] {
		return a
	}
	return b
}

// plan decides where work on a document begins, from what there is of it and
// from what a person wants made anew.
func (p *Pipeline) plan(ctx context.Context, w *work, o AddOptions) error {
	redo := o.Redo
	card, err := p.catalogue.Document(ctx, w.file.ID)
	if errors.Is(err, catalogue.ErrNotFound) {
		card, err = p.adopt(ctx, w.file.ID)
	}
	if errors.Is(err, catalogue.ErrNotFound) {
		w.from, w.afresh = StageOCR, redo == StageOCR
		return nil
	}
	if err != nil {
		return &runError{err}
	}
	if redo == StageOCR && o.Below > 0 {
		if w.below = o.Below; !p.folder.poor(w.file.ID, w.below) {
			redo = StageNone
		}
	}
	again := card.State == catalogue.Failed && card.Retry
	w.card, w.afresh = card, again || redo == StageOCR
	switch {
	case w.afresh:
		w.from = StageOCR
	case card.MadeBy != p.versions.String():
		w.from = earlier(p.stale(w.file.ID), redo)
	default:
		w.from = redo
	}
	return nil
}

// stale is the first stage whose version is not today's. A record that cannot
// be read counts as none.
func (p *Pipeline) stale(id ingest.ID) Stage {
	r, err := p.folder.LoadRecord(id)
	switch {
	case err != nil || r.Versions.Read != p.versions.Read:
		return StageOCR
	case r.Versions.Normalize != p.versions.Normalize:
		return StageNormalize
	}
	return StageExtract
}
