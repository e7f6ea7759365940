package index

// How many segments become few.
//
// A batch makes a segment of some 500 entries: larger ones take more memory to
// build than a process that indexes should have. What is asked for costs a look
// into every segment, so they are merged, by one goroutine of Bleve's beside
// those that build the next.
//
// Bleve's plan merges ten at a time, then ten of those: each entry is read and
// written twice, which was a third of the CPU of indexing 300,000. A build from
// nothing (Rebuild) therefore lets forty gather and merges them to one of 20,000,
// once. What is left when all are written Commit merges so too. An update keeps
// Bleve's plan: there a segment is as small as the one document that was added,
// and few are new; those of 20,000 it leaves alone.
//
// While segments are merged the process has all of them in memory as mapped
// files, 2.7 MB each: that is what bounds their number.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bleve "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// mergedAtOnce is how many segments a build merges at once, and largestSegment how
// many entries segments are merged up to: twice what that gives, since what has
// half of it is left alone.
const (
	mergedAtOnce   = 40
	largestSegment = 2 * mergedAtOnce * usualBatch
)

// updatePlan is how an update merges, while it writes and at its end.
func updatePlan() mergeplan.MergePlanOptions {
	plan := mergeplan.DefaultMergePlanOptions
	plan.MaxSegmentSize = largestSegment
	return plan
}

// buildPlan lets mergedAtOnce segments of a batch gather before it merges them.
func buildPlan(batchEntries int) mergeplan.MergePlanOptions {
	plan := updatePlan()
	plan.MaxSegmentsPerTier, plan.SegmentsPerMergeTask, plan.TierGrowth = mergedAtOnce, mergedAtOnce, mergedAtOnce
	plan.FloorSegmentSize = int64(batchEntries)
	return plan
}

// mergePlanConfig is a plan as Bleve takes it when it opens an index.
func mergePlanConfig(plan mergeplan.MergePlanOptions) map[string]any {
	return map[string]any{
		"MaxSegmentSize":       plan.MaxSegmentSize,
		"MaxSegmentsPerTier":   plan.MaxSegmentsPerTier,
		"SegmentsPerMergeTask": plan.SegmentsPerMergeTask,
		"TierGrowth":           plan.TierGrowth,
		"FloorSegmentSize":     plan.FloorSegmentSize,
	}
}

// plan is how what is written is merged meanwhile.
func (w *Writer) plan() mergeplan.MergePlanOptions {
	if w.fresh {
		return buildPlan(w.store.options.BatchEntries)
	}
	return updatePlan()
}

// merge joins what small segments are left, as Bleve would do in the background
// had it the time. The empty batch after it returns when the merged state is on
// disk.
func (w *Writer) merge(ctx context.Context) error {
	plan := updatePlan()
	plan.SegmentsPerMergeTask = w.plan().SegmentsPerMergeTask
	if err := w.scorch.ForceMerge(ctx, &plan); err != nil {
		return err
	}
	b := bleve.NewBatch()
	b.SetInternal([]byte("merged"), []byte{1})
	return w.scorch.Batch(b)
}

// removeMerged removes the segments that became part of others. Bleve would, but
// not before it is closed: forty of them were a tenth of an index. What stays is
// what root.bolt names, which may lie behind what was last in memory.
func removeMerged(dir string, entries uint64) error {
	keep, err := segmentFiles(dir, entries)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.zap"))
	for _, f := range files {
		if !slices.Contains(keep, filepath.Base(f)) {
			err = errors.Join(err, os.Remove(f))
		}
	}
	return err
}

// segmentFiles are the files that a generation of so many entries consists of.
func segmentFiles(dir string, entries uint64) (names []string, err error) {
	s, err := openScorch(dir, bleve.NewAnalysisQueue(0), map[string]any{"read_only": true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	reader, err := s.Reader()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	if n, err := reader.DocCount(); err != nil || n != entries {
		return nil, errors.Join(err, fmt.Errorf("%d entries of %d: %w", n, entries, ErrDamaged))
	}
	for _, piece := range (&Generation{reader: reader}).segments() {
		names = append(names, filepath.Base(piece.Segment().(segment.PersistedSegment).Path()))
	}
	return names, nil
}
