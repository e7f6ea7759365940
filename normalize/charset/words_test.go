package charset

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func join(line []Reading) string {
	var words []string
	for _, r := range line {
		words = append(words, r.Text)
	}
	return strings.Join(words, " ")
}

// Pages whose fonts change: lines, runs of words, single words.
func TestWordsOfMixedPages(t *testing.T) {
	tcvn := "Uû ban nh©n d©n huyÖn giao Phßng Gi¸o dôc chñ tr×, phèi hîp thùc hiÖn kÕ ho¹ch n\u00adíc s¹ch\n"
	for _, tc := range []struct{ why, in, want string }{
		{"a line", "Căn cứ Luật Tổ chức\nB¸o c¸o kÕt qu¶ thùc hiÖn\nNơi nhận: như trên",
			"Căn cứ Luật Tổ chức\nBáo cáo kết quả thực hiện\nNơi nhận: như trên"},
		{"a run", "Ban hành kèm theo B¸o c¸o kÕt qu¶ của Uỷ ban nhân dân",
			"Ban hành kèm theo Báo cáo kết quả của Uỷ ban nhân dân"},
		{"one word alone says nothing", "Ban hành kèm theo qu¶ của Uỷ ban nhân dân",
			"Ban hành kèm theo qu¶ của Uỷ ban nhân dân"},
		{"one word of an encoding that is known", tcvn + "Ban hành kèm theo qu¶ của Uỷ ban nhân dân",
			Decode(tcvn, TCVN3) + "Ban hành kèm theo quả của Uỷ ban nhân dân"},
		{"two encodings", "Céng hoµ x· héi chñ nghÜa\nUÛY BAN NHAÂN DAÂN TÆNH\nngày 5 tháng 6",
			"Cộng hoà xã hội chủ nghĩa\nỦY BAN NHÂN DÂN TỈNH\nngày 5 tháng 6"},
		{"capitals", "KẾ HOẠCH\nphßng chèng dÞch bÖnh\nQUYÕT §ÞNH cña", "KẾ HOẠCH\nphòng chống dịch bệnh\nQUYẾT ĐỊNH của"},
		{"decomposed beside TCVN3", "Sở Y tế\nB¸o c¸o kÕt qu¶", "Sở Y tế\nBáo cáo kết quả"},
		{"bytes beside UTF-8", "Kế hoạch\nB\xb8o c\xb8o k\xd5t qu\xb6\nđường lối", "Kế hoạch\nBáo cáo kết quả\nđường lối"},
		{"VISCII that looks like N'Ko", "ng\xdf\xb6i d\xe2n \xf0\xdf\xfec h\xdf\xb7ng quy\xabn l\xfei", "người dân được hưởng quyền lợi"},
		{"a broken letter in UTF-8", "Kế hoạch n\xe1\xbam 2020 của Uỷ ban", "Kế hoạch n\xe1\xbam 2020 của Uỷ ban"},
	} {
		var lines [][]string
		var want []string
		for _, l := range strings.Split(tc.in, "\n") {
			lines = append(lines, Fields(l))
		}
		for _, l := range strings.Split(tc.want, "\n") {
			want = append(want, strings.Join(Fields(l), " "))
		}
		for i, line := range Words(lines) {
			if got := join(line); got != want[i] {
				t.Errorf("%s: %q\nwant %q\nhave %q", tc.why, lines[i], want[i], got)
			}
		}
	}
}

func TestFieldsKeepBytesThatLookLikeSpace(t *testing.T) {
	for in, want := range map[string]string{
		" a\u00a0b\tc ": "a|b|c", "vÃ\u00a0 xÃ£": "vÃ\u00a0|xÃ£", "\u00a0": "", "": "",
	} {
		if got := strings.Join(Fields(in), "|"); got != want {
			t.Errorf("Fields(%q) = %q", in, got)
		}
	}
}

// corpusLines are lines of ../shared/corpus, cut to 40 letters if short.
func corpusLines(t *testing.T, name string, limit int, short bool) (lines []string) {
	t.Helper()
	file := "../../../shared/corpus/" + name
	if _, err := os.Stat(file); err != nil {
		t.Skip("../shared/corpus is not here")
	}
	cmd := exec.Command("zstd", "-dcq", file)
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		t.Skip("zstd is not here")
	}
	defer func() { cmd.Process.Kill(); cmd.Wait() }()
	for s := bufio.NewScanner(out); s.Scan() && len(lines) < limit; {
		line := []rune(s.Text())
		if short {
			line = line[:min(40, len(line))]
		}
		if len(line) >= 30 {
			lines = append(lines, string(line))
		}
	}
	return lines
}

// TestMeasure prints how many short lines are told, and how many words of
// clean text change.
func TestMeasure(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	var cut, whole []string
	for _, name := range []string{"congbao_8chude.txt.zst", "vietnews.txt.zst", "viwiki.txt.zst"} {
		cut = append(cut, corpusLines(t, name, 2000, true)...)
		whole = append(whole, corpusLines(t, name, 5000, false)...)
	}
	for _, enc := range append([]Encoding{Twice}, legacy...) {
		told, right, all := 0, 0, 0
		for _, line := range cut {
			old := latin([]byte(line))
			if enc != Twice {
				b, err := enc.Codec().NewEncoder().Bytes([]byte(line))
				if err != nil {
					continue
				}
				old = latin(b)
			}
			all++
			readings := Words([][]string{Fields(old)})[0]
			if _, counts, _ := tally([][]string{Fields(old)}, [][]Reading{readings}); mostOf(counts) == enc && join(readings) == strings.Join(Fields(line), " ") {
				told++
			} else if os.Getenv("DBG") == string(enc) {
				t.Logf("%q %v", old, readings)
			}
			if join(readings) == strings.Join(Fields(line), " ") {
				right++
			}
		}
		t.Logf("%-12s %d lines: told %.1f %%, right to the letter %.1f %%", enc, all, 100*float64(told)/float64(all), 100*float64(right)/float64(all))
	}
	words, changed := 0, 0
	for _, line := range append(cut, whole...) {
		for i, r := range Words([][]string{Fields(line)})[0] {
			if words++; r.Encoding != Unicode && r.Encoding != Decomposed {
				changed++
				t.Logf("%s: %q → %q", r.Encoding, Fields(line)[i], r.Text)
			}
		}
	}
	t.Logf("clean text: %d of %d words changed", changed, words)
}
