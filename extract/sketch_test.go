package extract

import (
	"strings"
	"testing"
)

// TestAlike: slips of the scanner leave most of a sketch as it is.
func TestAlike(t *testing.T) {
	const text = `Kiểm tra việc đeo thẻ, trực điện thoại, trả lời đơn thư của từng phòng trong các tháng mưa lũ; lập biên bản mỗi buổi,
ghi tên người vắng mặt, nơi để sổ và chìa khoá; sau đó họp ngắn ở tầng hai, nhắc lại giờ làm, chỗ để xe và số máy của trạm y tế gần nhất.`
	own := sketchOf(newFolded(text).f)
	for _, test := range []struct {
		name, text string
		low, high  float64
	}{
		{"itself", text, 1, 1},
		{"without marks", strings.NewReplacer("ế", "e", "ả", "á", "ờ", "o").Replace(text), 1, 1},
		{"in other lines", strings.ReplaceAll(text, " ", "\n"), 1, 1},
		{"two slips", strings.NewReplacer("thư", "thự 1", "xe", "ye").Replace(text), AlikeFrom, 0.99},
		{"another", strings.Repeat("Trồng cây bên đường làng cùng các cháu nhỏ. ", 12), 0, 0.1},
		{"a few words", "Kiểm tra việc đeo thẻ", 0, 0},
	} {
		if have := Alike(own, sketchOf(newFolded(test.text).f)); have < test.low || have > test.high {
			t.Errorf("%s: %.2f, want %.2f to %.2f", test.name, have, test.low, test.high)
		}
	}
	if have := Alike("no sketch", own); have != 0 {
		t.Errorf("what is no sketch is alike by %.2f", have)
	}
}
