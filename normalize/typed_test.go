package normalize

import (
	"strings"
	"testing"
)

func TestKeystrokes(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"dduwowngf loois cuar DDangr vaf Nhaf nuwowcs": "đường lối của Đảng và Nhà nước",
		"d9u7o7ng2 lo61i cu3a D9a3ng":                  "đường lối của Đảng",
		"Uyr ban nhaan daan":                           "Ủy ban nhân dân",
		"Thực hiện đưowngf lối, chính sách của Đảng và pháp luật.":           "Thực hiện đường lối, chính sách của Đảng và pháp luật.",
		"Căn cứ nghij quyết của Hội đồng nhân dân tỉnh":                      "Căn cứ nghị quyết của Hội đồng nhân dân tỉnh",
		"Phần mềm test hệ thống PPP2 và tệp f1 của Ủy ban nhân dân.":         "Phần mềm test hệ thống PPP2 và tệp f1 của Ủy ban nhân dân.",
		"The best room was too low for the last post of the box.":            "The best room was too low for the last post of the box.",
		"Điều1 và khoản2 của Nghị định; gửi về ban@tinh.gov.vn, mã A1, QH14": "Điều1 và khoản2 của Nghị định; gửi về ban@tinh.gov.vn, mã A1, QH14",
	} {
		if got := r.Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestKeystrokesAreTraced(t *testing.T) {
	changes := restorer(t).Changes("Ủy ban nhân dân tỉnh\nđề ra đưowngf lối phát triển")
	if len(changes) != 1 {
		t.Fatalf("changes: %+v", changes)
	}
	c := changes[0]
	if c.Line != 2 || c.Raw != "đưowngf" || c.Text != "đường" || c.Kind != ChangeTyping || c.Sure < 0.9 || len(c.Candidates) != 2 {
		t.Errorf("%+v", c)
	}
}

// Words of an old encoding keep what stood there.
func TestOldEncodingsAreTraced(t *testing.T) {
	changes := restorer(t).Changes("Ban hành kèm theo B¸o c¸o kÕt qu¶")
	if len(changes) != 4 || changes[0].Raw != "B¸o" || changes[0].Text != "Báo" || changes[0].Kind != ChangeCharset {
		t.Errorf("%+v", changes)
	}
}

func TestCopyNotes(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"":                             "empty",
		"\x00\x01\x02\x03\x04":         "binary",
		"\xff\xfeU\x00y\x00 \x00b\x00": "utf-16",
		"12 34,5\n6%":                  "no-words",
		"中华 人民 共和国 文件":                 "not-vietnamese",
		"Sở Y tế \xff\xfe":             "invalid-utf-8",
		"B¸o c¸o kÕt qu¶":              "encoding tcvn3",
		"Ủy ban nhân dân":              "",
		"Ủy ban nhân dân tỉnh\nsố\x00 y tế về việc giao đất cho nhân dân": "zero-bytes",
	} {
		var b strings.Builder
		notes, err := r.Copy(t.Context(), &b, strings.NewReader(in), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range notes {
			got = append(got, strings.TrimSpace(string(n.Reason)+" "+string(n.Encoding)))
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%q: notes %q, want %q", in, g, want)
		}
	}
}
