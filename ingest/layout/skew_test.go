package layout

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vanthu/ingest"
)

// A page askew is read as a straight one, and its words stay where they stand.
func TestSkewedPage(t *testing.T) {
	straight := typewritten(2, `
     - Rà soát, sửa đổi các quy định về quản lý chợ đầu mối, báo cáo
trước ngày 15 tháng 8 năm 2024.

Nơi nhận:                                        CHỦ TỊCH
- Như Điều 3;
- Lưu: VT.                                       Lò Văn Pấng
`)
	straight.Width, straight.Height, straight.Source = 595, 842, ingest.SourceOCR
	lying := Turned(straight, 9)
	lying.Skew = 9
	have := Arrange(lying)
	if diff := cmp.Diff(show(Arrange(straight)), show(have)); diff != "" {
		t.Errorf("-straight +askew\n%s", diff)
	}
	before, after := middles(lying), middles(have)
	for i := range before {
		if math.Abs(before[i]-after[i]) > 0.01 {
			t.Fatalf("words moved: %v, were at %v", after, before)
		}
	}
}

// middles of all words, sorted.
func middles(p ingest.Page) (all []float64) {
	for _, l := range p.Lines {
		for _, w := range l.Words {
			all = append(all, centreX(w.Box), centreY(w.Box))
		}
	}
	slices.Sort(all)
	return all
}

// By 90° about the middle what stood on top comes to stand at the right.
func TestTurned(t *testing.T) {
	p := Turned(ingest.Page{Width: 200, Height: 200, Rules: []ingest.Box{{X0: 90, Y0: 0, X1: 110, Y1: 10}}}, 90)
	if x, y := centreX(p.Rules[0]), centreY(p.Rules[0]); math.Abs(x-195)+math.Abs(y-100) > 0.01 {
		t.Errorf("at %.1f, %.1f", x, y)
	}
}
