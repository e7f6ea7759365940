package normalize

import (
	"context"
	"testing"
)

// Words that the reader split come together; the field of the second part is
// left empty, so that every word keeps its place.
func TestSplitWords(t *testing.T) {
	for in, want := range map[string]string{
		"Các cơ quan, tổ chức th ực hiện nhiệm vụ được giao":            "Các cơ quan, tổ chức thực hiện nhiệm vụ được giao",
		"Ph ó Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo các ngành phối hợp": "Phó Chủ tịch Ủy ban nhân dân tỉnh chỉ đạo các ngành phối hợp",
		"mục a và mục b, điểm c của kế hoạch này":                       "mục a và mục b, điểm c của kế hoạch này",
	} {
		page := words(in)
		if err := restorer(t).Lines(context.Background(), page, VietnameseOCR); err != nil {
			t.Fatal(err)
		}
		if got := text(page); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
