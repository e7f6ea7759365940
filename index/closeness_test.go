package index

import "testing"

func TestLettersApart(t *testing.T) {
	for _, test := range []struct {
		query, text string
		want        int
	}{
		{"dieu le", "theo dieu le cong ty", 0},
		{"dieu le", "theo diou le cong ty", 1},
		{"dieu le", "theo dieule", 1},
		{"dieu le", "dieu a le", 2},
		{"dieu", "", 4},
		{"", "dieu", 0},
	} {
		if got := lettersApart(test.query, test.text); got != test.want {
			t.Errorf("%q in %q: want %d, have %d", test.query, test.text, test.want, got)
		}
	}
}

// Two plans share most words of a sentence; the one that says it stands first,
// whatever OCR did to the sentence.
func TestMisreadSentence(t *testing.T) {
	said := "Trạm y tế phường tổ chức khám sức khỏe định kỳ cho người cao tuổi tại nhà văn hóa khu phố"
	other := "Trạm y tế phường tổ chức tiêm phòng định kỳ cho trẻ em, khám người cao tuổi ở trạm, họp tại nhà văn hóa khu phố"
	s := build(t,
		Entry{ID: "other", Text: other + ". " + other},
		Entry{ID: "said", Text: "Kế hoạch chung. " + said + ". Nơi nhận: như trên."},
	)
	r, err := s.Search(t.Context(), Query{Text: "trom y te phuong tc chuc kham sue khoe dlnh ky cbo nguoi cao tuoi tai uha van hoa khu pho"})
	if err != nil {
		t.Fatal(err)
	}
	if !r.Relaxed || len(r.Hits) != 2 || r.Hits[0].ID != "said" {
		t.Errorf("have relaxed %v, %+v", r.Relaxed, r.Hits)
	}
}
