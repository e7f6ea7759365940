package normalize

import (
	"strings"
	"testing"
)

func TestTheDocumentsSpelling(t *testing.T) {
	const bare = "\n\nCac xa, phuong van dong nhan dan xay dung doi song van hoa, tham gia bao hiem y te va cham soc suc khoe cho tre em.\n"
	for _, c := range []struct{ before, want string }{
		{"Uỷ ban nhân dân thành phố Hoà Bình uỷ quyền cho Sở Y tế.", "văn hoá, tham gia bảo hiểm y tế và chăm sóc sức khoẻ"},
		{"Ủy ban nhân dân thành phố Hòa Bình ủy quyền cho Sở Y tế.", "văn hóa, tham gia bảo hiểm y tế và chăm sóc sức khỏe"},
		{"Ủy ban nhân dân thành phố Hoà Bình ủy quyền cho Sở Y tế.", "văn hóa, tham gia bảo hiểm y tế và chăm sóc sức khỏe"},
		{"Sở Y tế trình các bên liên quan.", "văn hóa, tham gia bảo hiểm y tế và chăm sóc sức khỏe"},
	} {
		got := restorer(t).Text(c.before + bare)
		if !strings.HasPrefix(got, c.before) || !strings.Contains(got, c.want) {
			t.Errorf("after %q: no %q in\n%s", c.before, c.want, got)
		}
	}
}

// What is restored as a paper spells is spelled so when it is restored again.
func TestSpellingStays(t *testing.T) {
	r := restorer(t)
	once := r.Text("Uỷ ban nhân dân thành phố Hoà Bình uỷ quyền.\n\nDoi song van hoa cua nhan dan cac xa, phuong tren dia ban.\n")
	if twice := r.Text(once); twice != once {
		t.Errorf("restored once\n%s\nand twice\n%s", once, twice)
	}
}
