package normalize

import (
	"math"
	"strings"
	"testing"

	"vanthu/normalize/lm"
	"vanthu/normalize/tone"
)

// A name that the document has spelled out stays what it was.
func TestTheDocumentRemembers(t *testing.T) {
	const told, later = "Ong Nguyễn Văn Vỹ khai nhu sau. ", "Hom qua ong Vy den tru so cong an."
	if got := restorer(t).Text(later); strings.Contains(got, "Vỹ") {
		t.Errorf("nothing told of Vỹ: %s", got)
	}
	if got := restorer(t).Text(told + told + told + "\n\n" + later); !strings.Contains(got, "ông Vỹ đến") {
		t.Errorf("after Nguyễn Văn Vỹ: %s", got)
	}
}

func TestAcronymsAmidCapitals(t *testing.T) {
	for _, want := range []string{
		"Bộ GD-ĐT và LĐLĐ tỉnh phối hợp tổ chức.",
		"Các trường ĐH, CĐ trên cả nước công bố điểm chuẩn.",
	} {
		if got := restorer(t).Text(tone.Fold(want)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestOccurrencesFade(t *testing.T) {
	m := newMemory(20)
	read := []slot{{options: []option{{ids: [gluedMost]lm.ID{15}}}}}
	m.remember(read, []int{0})
	for i, want := range map[int]float64{-1: 1, memoryHalf - 1: 0.5} {
		if got := m.count(15, i); math.Abs(got-want) > 1e-6 {
			t.Errorf("slot %d: %v, want %v", i, got, want)
		}
	}
	m.remember(read, []int{0})
	if got := m.count(15, -1); got < 1.99 || got > 2 {
		t.Errorf("read twice: %v", got)
	}
	if got := m.count(16, 0); got != 0 {
		t.Errorf("another word: %v, want 0", got)
	}
}

func TestRecallFavoursWhatWasRead(t *testing.T) {
	m := newMemory(20)
	m.seen[10] = occurrences{3, 0}
	options := make([]option, 2)
	options[0].ids[0], options[1].ids[0] = 10, 11
	m.recall(options, lm.Title, 0)
	if got := options[1].cost - options[0].cost; math.Abs(got-nameWeight*math.Log(7)) > 1e-6 {
		t.Errorf("the other word costs %.2f more", got)
	}
	fresh := make([]option, 2)
	fresh[0].ids[0], fresh[1].ids[0] = 12, 13
	if m.recall(fresh, lm.Lower, 0); fresh[0].cost != 0 || fresh[1].cost != 0 {
		t.Errorf("of words never read: %v", fresh)
	}
}
