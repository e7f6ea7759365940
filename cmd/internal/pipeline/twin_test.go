package pipeline

import (
	"strings"
	"testing"

	"vanthu/cmd/internal/catalogue"
	"vanthu/extract"
	"vanthu/ingest"
	"vanthu/ingest/textpage"
)

// TestTwins tells copies of a paper from others of the same form.
func TestTwins(t *testing.T) {
	x, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sketch := func(text string) string {
		var d ingest.Document
		for p := range textpage.Pages(text) {
			d.Pages = append(d.Pages, p)
		}
		return x.Extract(d).Sketch
	}
	const text = `Kiểm tra việc đeo thẻ, trực điện thoại, trả lời đơn thư của từng phòng trong các tháng mưa lũ; lập biên bản
mỗi buổi, ghi tên người vắng mặt, nơi để sổ và chìa khoá; sau đó họp ngắn ở tầng hai, nhắc lại giờ làm, chỗ để xe, cách bật
còi báo cháy và số máy của trạm y tế gần nhất; cuối tuần gom giấy vụn, thay nước, lau bảng tin và đổi mật khẩu của máy in.`
	rescanned := strings.NewReplacer("trả lời", "tra lơi", "còi", "cồi", "bảng tin", "bang tín", "gom", "gm").Replace(text)
	card := func(id, number, text string) catalogue.Document {
		return catalogue.Document{ID: ingest.ID(id), Number: number, Issuer: "Sở Nội vụ tỉnh Sơn La", Issued: "2019-03-05", Sketch: sketch(text)}
	}
	own := card("a", "12/KH-SNV", text)
	cards := []catalogue.Document{
		own,
		card("rescanned, number not read", "", rescanned),
		card("same form", "13/KH-SNV", text),
		card("same number", "12/KH-SNV", "Nội dung khác."),
		card("same paper", "12/KH-SNV", rescanned),
		card("other", "", strings.Repeat("Trồng cây bên đường làng cùng các cháu nhỏ. ", 12)),
	}
	var have []string
	for _, twin := range twins(own, cards) {
		have = append(have, string(twin.ID))
	}
	if got, want := strings.Join(have, "; "), "same paper; same number; rescanned, number not read"; got != want {
		t.Errorf("have %s\nwant %s", got, want)
	}
}
