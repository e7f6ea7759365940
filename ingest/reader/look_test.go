package reader

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
)

// slanted sets words that sink by one point for every ten.
func slanted(y, conf float64, text string) ingest.Line {
	l := row(60, y, conf, text)
	for i, w := range l.Words {
		l.Words[i].Box.Y0 += w.Box.X0 / 10
		l.Words[i].Box.Y1 += w.Box.X0 / 10
	}
	return l
}

func TestSlantedLinesAreNotMixed(t *testing.T) {
	first := []ingest.Line{
		slanted(100, 0.95, "Căn cứ Luật Tổ chức chính quyền địa phương năm 2015"),
		slanted(118, 0.3, "Xct đé nghj ciia Gi4m doc S6 Y té tai To trinh"),
	}
	found := []ingest.Line{slanted(118, 0.9, "Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình")}
	want := []string{first[0].Raw(), found[0].Raw()}
	if diff := cmp.Diff(want, raws(merge(first, found, ingest.Box{X1: 595, Y1: 842}))); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

func TestALineKeepsItsPlace(t *testing.T) {
	lines := []ingest.Line{row(60, 100, 0.9, "một"), row(60, 120, 0.5, "hal"), row(60, 140, 0.9, "ba")}
	found := []ingest.Line{row(60, 120, 0.9, "hai"), row(60, 140, 0.3, "bu"), row(60, 160, 0.2, "~")}
	if diff := cmp.Diff([]string{"một", "hai", "ba"}, raws(merge(lines, found, ingest.Box{X1: 595, Y1: 842}))); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
}

func TestDoubtfulPlaces(t *testing.T) {
	good, bad := "thực hiện nhiệm vụ phát triển kinh tế xã hội", "thưc hiên nhiém vu phat trién kinh té xa hôi"
	half := row(60, 180, 0.95, "thực hiện nhiệm vụ phát triển")
	half.Words = append(half.Words, row(260, 180, 0.4, "klnh tê").Words...)
	lines := []ingest.Line{
		row(60, 100, 0.95, good),
		row(60, 120, 0.5, bad), row(60, 134, 0.5, bad), // one place
		row(60, 160, 0.95, good),
		half,                               // too few letters
		row(60, 220, 0.3, "Xl 0( ~Vv Wq|"), // a seal
		row(60, 300, 0.5, bad),
	}
	places := doubtful(lines, 595)
	if len(places) != 2 || places[0].Y0 > 120 || places[0].Y1 < 146 || places[1].Y0 > 300 || places[1].Y0 < 280 {
		t.Errorf("places %v", places)
	}
}
