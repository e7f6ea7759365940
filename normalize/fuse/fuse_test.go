package fuse

import (
	"math/rand/v2"
	"testing"
)

func TestMap(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 5, 1000, 50000} {
		keys, values := make([]uint64, n), make([]uint32, n)
		for i := range keys {
			keys[i], values[i] = rnd.Uint64(), rnd.Uint32()&63
		}
		f, err := New(keys, values, 18, 12)
		if err != nil {
			t.Fatal(n, err)
		}
		for i, k := range keys {
			if v, ok := f.Get(k); !ok || v != values[i] {
				t.Fatalf("of %d keys number %d: got %d %v, want %d", n, i, v, ok, values[i])
			}
		}
		wrong := 0
		for range 100000 {
			if _, ok := f.Get(rnd.Uint64()); ok {
				wrong++
			}
		}
		if wrong > 80 { // expected 24
			t.Errorf("of %d keys: %d of 100000 strangers taken for keys", n, wrong)
		}
	}
}

// What is cut off or has an impossible shape is refused.
func TestOpen(t *testing.T) {
	m, err := New([]uint64{1, 2, 3}, []uint32{7, 8, 9}, 13, 8)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(m.Shape, m.Cells)
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := again.Get(2); !ok || v != 8 {
		t.Errorf("after opening: %d %v, want 8", v, ok)
	}
	if _, err := Open(m.Shape, m.Cells[:len(m.Cells)-1]); err == nil {
		t.Error("cut off cells opened")
	}
	for _, s := range []Shape{{}, {Segment: 3, Width: 13}, {Segment: 1 << 30, Count: 1 << 31, Width: 13}, {Segment: 16, Width: 40}} {
		if _, err := Open(s, m.Cells); err == nil {
			t.Errorf("shape %+v opened", s)
		}
	}
}
