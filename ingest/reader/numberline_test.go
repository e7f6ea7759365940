package reader

import (
	"testing"

	"vanthu/ingest"
)

// TestNumberArea: the number is looked for left of the date, where it is missing.
func TestNumberArea(t *testing.T) {
	head := []ingest.Line{
		row(94, 74, 0.9, "ỦY BAN NHÂN DÂN"), row(310, 74, 0.9, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
		row(94, 90, 0.9, "TỈNH SƠN LA"), row(330, 90, 0.9, "Độc lập - Tự do - Hạnh phúc"),
		row(310, 120, 0.9, "Sơn La, ngày tháng 02 năm 2025"),
		row(94, 140, 0.9, "V/v đăng ký bổ sung"),
	}
	zones := []ingest.Zone{ingest.ZoneHeadLeft, ingest.ZoneHeadRight, ingest.ZoneHeadLeft, ingest.ZoneHeadRight, ingest.ZoneHeadRight, ingest.ZoneHeadLeft}
	for i := range head {
		head[i].Zone = zones[i]
	}
	area, ok := numberArea(head)
	if date := head[4].Box; !ok || area.X0 > 94 || area.X1 > date.X0 || area.Y0 > date.Y0 || area.Y1 < date.Y1 {
		t.Errorf("area %v, %t", area, ok)
	}
	number := row(94, 120, 0.9, "Số: /UBND-TH")
	number.Zone = ingest.ZoneHeadLeft
	if area, ok := numberArea(append(head, number)); ok {
		t.Errorf("the number has been read, and is looked for at %v", area)
	}
	if area, ok := numberArea(head[:4]); ok {
		t.Errorf("without a date the number is looked for at %v", area)
	}
}
