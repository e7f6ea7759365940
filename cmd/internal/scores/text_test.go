package scores

import "testing"

func TestCompareText(t *testing.T) {
	for _, c := range []struct{ name, gold, before, after, want string }{
		{"nothing to do", "Kế hoạch năm 2020.", "Kế hoạch\n năm 2020.", "Kế hoạch năm 2020.", "CER 0.00→0.00 WER 0.0→0.0 +0 −0"},
		{"marks come back", "trồng cây", "trong cay", "trồng cây", "CER 22.22→0.00 WER 100.0→0.0 +2 −0"},
		{"a good word is spoiled", "số 12 ngày", "số 12 ngày", "số l2 ngày", "CER 0.00→10.00 WER 0.0→33.3 +0 −1"},
		{"a word lost and one too many", "một hai ba bốn", "một ba bốn năm", "một ba bốn năm", "CER 50.00→50.00 WER 50.0→50.0 +0 −0"},
		{"marks apart are the same letter", "cây", "ca\u0302y", "cây", "CER 0.00→0.00 WER 0.0→0.0 +0 −0"},
		{"nothing was read", "cây", "", "", "CER 100.00→100.00 WER 100.0→100.0 +0 −0"},
	} {
		if have := CompareText(c.gold, c.before, c.after).String(); have != c.want {
			t.Errorf("%s:\n-want %s\n+have %s", c.name, c.want, have)
		}
	}
}
