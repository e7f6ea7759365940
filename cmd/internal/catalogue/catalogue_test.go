package catalogue

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"vanthu/ingest"
)

func open(t *testing.T) (*Catalogue, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "danh mục #1.db")
	c, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c, path
}

func id(s string) ingest.ID { return ingest.ID(strings.Repeat(s, 64)[:64]) }

func TestDocumentComesBackAsItWasPut(t *testing.T) {
	c, path := open(t)
	want := Document{ID: id("a1"), Kind: "application/pdf", Pages: 3, State: Done, Record: "r1", Number: "05/KH-UBND", Type: "KH", Issuer: "Ủy ban nhân dân tỉnh Đắk Nông", Issued: "2021-02-03"}
	if err := c.PutDocument(t.Context(), want, nil); err != nil {
		t.Fatal(err)
	}
	reader, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for _, key := range []string{"a1a1", "05/KH-UBND", string(want.ID)} {
		if have, err := reader.Find(t.Context(), key); err != nil || have != want {
			t.Errorf("Find(%q): %v\n-want %+v\n+have %+v", key, err, want, have)
		}
	}
	for _, key := range []string{"b", "a*", "05/KH", ""} {
		if _, err := reader.Find(t.Context(), key); !errors.Is(err, ErrNotFound) {
			t.Errorf("Find(%q): want ErrNotFound, have %v", key, err)
		}
	}
	if err := reader.MarkIndexed(t.Context(), want.ID, "r1"); err == nil {
		t.Error("a read-only catalogue was written to")
	}
}

func TestFindNeedsOneDocument(t *testing.T) {
	c, _ := open(t)
	for _, s := range []string{"ab1", "ab2"} {
		if err := c.PutDocument(t.Context(), Document{ID: id(s), State: Done, Record: "r"}, nil); err != nil {
			t.Fatal(err)
		}
	}
	_, err := c.Find(t.Context(), "ab")
	if !errors.Is(err, ErrSeveral) || !strings.Contains(err.Error(), id("ab1").Short()) {
		t.Errorf("want ErrSeveral naming both, have %v", err)
	}
}

func TestAChangedRecordIsNotIndexed(t *testing.T) {
	c, _ := open(t)
	d := Document{ID: id("c"), State: Done, Record: "r1"}
	put := func(record string) {
		d.Record = record
		if err := c.PutDocument(t.Context(), d, nil); err != nil {
			t.Fatal(err)
		}
	}
	left := func() int {
		u, err := c.Unindexed(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(u)
	}
	put("r1")
	if left() != 1 {
		t.Fatal("a new record must be unindexed")
	}
	if err := c.MarkIndexed(t.Context(), d.ID, "r1"); err != nil {
		t.Fatal(err)
	}
	if left() != 0 {
		t.Fatal("an indexed record must not be listed")
	}
	if put("r2"); left() != 1 {
		t.Error("a changed record must be unindexed again")
	}
	if err := c.MarkIndexed(t.Context(), d.ID, "r2"); err != nil {
		t.Fatal(err)
	}
	if err := c.ForgetIndex(t.Context()); err != nil || left() != 1 {
		t.Error("after ForgetIndex everything must be unindexed", err)
	}
}

func TestDeadlinesInOrder(t *testing.T) {
	c, _ := open(t)
	all := []Deadline{
		{Rule: "FREQ=YEARLY", What: "báo cáo năm", Text: "hằng năm", Page: 2},
		{Date: "2024-12-05", What: "báo cáo năm", Text: "trước ngày 05/12", Page: 2},
		{Date: "2024-06-20", What: "báo cáo 6 tháng", Text: "trước ngày 20/6", Page: 1},
	}
	d := Document{ID: id("d"), State: Done, Record: "r", Province: "Sơn La", Number: "7/KH-UBND"}
	for range 2 { // putting twice must not double them
		if err := c.PutDocument(t.Context(), d, all); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		filter DeadlineFilter
		want   []string
	}{
		{DeadlineFilter{}, []string{"2024-06-20", "2024-12-05", ""}},
		{DeadlineFilter{From: "2024-07-01"}, []string{"2024-12-05", ""}},
		{DeadlineFilter{To: "2024-06-20"}, []string{"2024-06-20", ""}},
		{DeadlineFilter{Province: "Lai Châu"}, nil},
	}
	for _, tt := range tests {
		found, err := c.Deadlines(t.Context(), tt.filter)
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, d := range found {
			have = append(have, d.Date)
		}
		if !reflect.DeepEqual(have, tt.want) {
			t.Errorf("%+v\n-want %q\n+have %q", tt.filter, tt.want, have)
		}
	}
}

func TestFilesAreNoted(t *testing.T) {
	c, _ := open(t)
	f := File{Path: "/nhận/a.pdf", ID: id("e"), Size: 9, Changed: time.Unix(5, 7), Status: Added}
	if err := c.PutFile(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	f.Status, f.Reason = NotRead, "file is damaged"
	if err := c.PutFile(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if have, ok, err := c.File(t.Context(), f.Path); err != nil || !ok || have != f {
		t.Errorf("-want %+v\n+have %+v, %v, %v", f, have, ok, err)
	}
	if _, ok, err := c.File(t.Context(), "/other"); ok || err != nil {
		t.Errorf("want nothing for a path never seen, have %v, %v", ok, err)
	}
	if p, err := c.Paths(t.Context(), f.ID); err != nil || !reflect.DeepEqual(p, []string{f.Path}) {
		t.Errorf("Paths: %q, %v", p, err)
	}
}
