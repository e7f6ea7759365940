package catalogue

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"
)

func TestCorrections(t *testing.T) {
	ctx := context.Background()
	c, err := Open(ctx, filepath.Join(t.TempDir(), "catalogue.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	at := time.Unix(1_700_000_000, 0)
	for _, x := range []Correction{
		{ID: "aa", Field: "number", Value: "5/KH-UBND", Made: at},
		{ID: "aa", Field: Words, Page: 2, Was: "độo lập", Value: "độc lập", Made: at.Add(time.Second)},
		{ID: "aa", Field: Words, Was: "tự đo", Value: "tự do", Made: at.Add(2 * time.Second)},
		{ID: "bb", Field: "number", Value: "", Made: at},
		{ID: "aa", Field: "number", Value: "15/KH-UBND", Made: at.Add(3 * time.Second)},
	} {
		if err := c.Correct(ctx, x); err != nil {
			t.Fatal(err)
		}
	}
	of, err := c.Corrections(ctx, "aa")
	if err != nil || len(of) != 3 || of[0].Value != "độc lập" || of[0].Page != 2 || of[2].Value != "15/KH-UBND" || !of[1].Made.Equal(at.Add(2*time.Second)) {
		t.Fatalf("%+v, %v", of, err)
	}
	if all, err := c.AllCorrections(ctx); err != nil || len(all) != 4 {
		t.Errorf("%d in all, %v", len(all), err)
	}
	if err := c.Uncorrect(ctx, "aa", Words); err != nil {
		t.Error(err)
	}
	if of, _ := c.Corrections(ctx, "aa"); len(of) != 1 {
		t.Errorf("left: %+v", of)
	}
	if err := c.Uncorrect(ctx, "aa", "title"); !errors.Is(err, ErrNotCorrected) {
		t.Error(err)
	}
}
