package catalogue

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

func TestSavedSearches(t *testing.T) {
	c, _ := open(t)
	ctx, now := t.Context(), time.Unix(1700000000, 0)
	if err := errors.Join(c.SaveSearch(ctx, "tuần", "a"), c.SaveSearch(ctx, "năm", "b")); err != nil {
		t.Fatal(err)
	}
	saw := func(ids ...string) []string {
		t.Helper()
		fresh, err := c.SawResults(ctx, "tuần", ids, now)
		if err != nil {
			t.Fatal(err)
		}
		return fresh
	}
	if have := saw("x", "y"); !reflect.DeepEqual(have, []string{"x", "y"}) {
		t.Errorf("first: %v", have)
	}
	if have := saw("y", "z", "x"); !reflect.DeepEqual(have, []string{"z"}) {
		t.Errorf("second: %v", have)
	}
	if fresh, err := c.SawResults(ctx, "năm", []string{"x"}, now); err != nil || len(fresh) != 1 {
		t.Errorf("another search: %v, %v", fresh, err)
	}
	want := []SavedSearch{{"năm", "b", now}, {"tuần", "a", now}}
	if have, err := c.SavedSearches(ctx); err != nil || !reflect.DeepEqual(have, want) {
		t.Errorf("-want %v\n+have %v, %v", want, have, err)
	}
	if err := c.SaveSearch(ctx, "tuần", "c"); err != nil {
		t.Fatal(err)
	}
	if have := saw("x"); len(have) != 1 {
		t.Errorf("saved anew it has found nothing yet: %v", have)
	}
	if err := c.ForgetSearch(ctx, "tuần"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.SavedSearch(ctx, "tuần"); !errors.Is(err, ErrNoSearch) {
		t.Errorf("want ErrNoSearch, have %v", err)
	}
	if err := c.ForgetSearch(ctx, "tuần"); !errors.Is(err, ErrNoSearch) {
		t.Errorf("want ErrNoSearch, have %v", err)
	}
}
