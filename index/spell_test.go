package index

import "testing"

func TestRespelled(t *testing.T) {
	s := build(t, plans...)
	for _, test := range []struct{ query, want string }{
		{"khoẻ hoạcch", "khoẻ hoach"},
		{`"kế hoậch" hoahc`, `"kế hoậch" hoach`}, // folded the first is known
		{`loại:KH "chuyeen đổi" NOT hoahc`, `loại:KH "chuyen đổi" NOT hoahc`},
		{"kế hoach", ""},
		{"xyzzy plugh", ""},
		{"hoc 20233", ""}, // too few letters; figures are not guessed
		{"chuyeen hoahc doooi", "chuyen hoach doooi"},
	} {
		r, err := s.Search(t.Context(), Query{Text: test.query})
		if err != nil {
			t.Fatal(test.query, err)
		}
		if r.Respelled != test.want {
			t.Errorf("%s: %q, want %q", test.query, r.Respelled, test.want)
		}
	}
}
