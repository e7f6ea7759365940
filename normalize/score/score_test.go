package score

import (
	"reflect"
	"testing"
)

func TestWords(t *testing.T) {
	c := Words("một hai ba bốn năm", "một hay ba bon năm", "một hai ba bon nam")
	if c.Gold != 5 || c.RawRight != 3 || c.Right != 3 || c.Helped != 1 || c.Hurt != 1 || c.RawErrors != 2 || c.Errors != 2 {
		t.Errorf("%+v", c)
	}
	if want := []string{"năm→nam"}; !reflect.DeepEqual(c.HurtWords, want) {
		t.Errorf("hurt words %v", c.HurtWords)
	}
}

func TestWordsMissingAndAdded(t *testing.T) {
	c := Words("a b c", "a c", "a b b c")
	if c.RawErrors != 1 || c.Errors != 1 || c.Helped != 1 || c.Hurt != 0 {
		t.Errorf("%+v", c)
	}
	if c := Words("", "x", ""); c.Gold != 0 || c.RawErrors != 1 || c.Errors != 0 {
		t.Errorf("%+v", c)
	}
}

func TestRightOf(t *testing.T) {
	got := RightOf([]string{"a", "b", "c"}, []string{"a", "x", "c", "d"})
	if want := []bool{true, false, true, false}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}
