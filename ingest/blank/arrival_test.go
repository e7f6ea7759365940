package blank

import (
	"image"
	"math"
	"testing"

	"vanthu/ingest"
)

// TestFindArrival finds the blanks of the stamp by its three words, and takes
// the same words in running text for nothing.
func TestFindArrival(t *testing.T) {
	head := typed(ingest.ZoneHeadRight, 300, 121, "Kon, Tum, ngày ⟨20⟩ tháng ⟨18⟩ năm 2021")
	stamp := []ingest.Line{head, typed(ingest.ZoneStamp, 20, 190, "ĐẾN"), typed(ingest.ZoneBody, 60, 180, "Số: ⟨60⟩ các cấp"),
		typed(ingest.ZoneBody, 60, 196, "Ngày: ⟨60⟩ quản lý"), typed(ingest.ZoneBody, 60, 212, "Chuyển:")}
	found := map[ingest.Field]Blank{}
	for _, b := range Find(ingest.Page{Number: 1, Lines: stamp}) {
		found[b.Field] = b
	}
	number, date := found[ingest.FieldArrivalNumber], found[ingest.FieldArrivalDate]
	if math.Abs(number.Base-180) > 1 || number.X0 < 74 || number.X0 > 80 || number.X1 < 130 || number.X1 > 140 {
		t.Errorf("number: %+v", number)
	}
	if math.Abs(date.Base-196) > 1 || date.X0 < 86 || date.X0 > 94 {
		t.Errorf("date: %+v", date)
	}
	text := []ingest.Line{head, typed(ingest.ZoneBody, 60, 180, "Số: 3 đến"), typed(ingest.ZoneBody, 60, 196, "Ngày: 4")}
	for _, b := range Find(ingest.Page{Number: 1, Lines: text}) {
		if b.Field == ingest.FieldArrivalNumber {
			t.Errorf("found a stamp in running text: %+v", b)
		}
	}
}

// TestStrokes parts a date written by hand at its strokes.
func TestStrokes(t *testing.T) {
	pic := sketch()
	stroke(pic, 24, 20, 24, 32)   // 1
	stroke(pic, 40, 18, 35, 33)   // /
	stroke(pic, 50, 20, 50, 32)   // 1
	stroke(pic, 62, 18, 57, 33)   // /
	stroke(pic, 70, 20, 78, 20)   // 7
	stroke(pic, 78, 20, 71, 32.5) //
	c := Cut{Field: ingest.FieldArrivalDate, Picture: pic.SubImage(image.Rect(40, 30, 170, 70)).(*image.Gray)}
	found := c.strokes()
	if len(found) != 2 || found[0].Min.X < 66 || found[0].Max.X > 84 || found[1].Min.X < 110 || found[1].Max.X > 128 {
		t.Errorf("strokes %v", found)
	}
}

func TestISODate(t *testing.T) {
	for _, test := range []struct{ year, month, day, want string }{
		{"18", "4", "04", "2018-04-04"}, {"2019", "12", "6", "2019-12-06"}, {"18", "2", "30", ""}, {"3", "2", "1", ""}, {"1812", "2", "1", ""},
	} {
		iso, ok := isoDate(test.year, test.month, test.day)
		if ok != (test.want != "") || ok && iso != test.want {
			t.Errorf("%s/%s/%s: %q", test.day, test.month, test.year, iso)
		}
	}
}
