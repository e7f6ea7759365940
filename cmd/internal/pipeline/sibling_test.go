package pipeline

import (
	"fmt"
	"testing"
)

// signed is a plan of a commune with its signature block.
func signed(number int, name string) string {
	return plan(number, "Tân An") + fmt.Sprintf(`
Nơi nhận:                                  CHỦ TỊCH
- Như trên;
- Lưu: VT.

                                           %s
`, name)
}

// TestSiblingsTellWhoSigns: a name nobody can read is that of who signs the
// others, whichever came first; the record itself stays as it was read.
func TestSiblingsTellWhoSigns(t *testing.T) {
	folder := Folder(t.TempDir())
	for i, name := range []string{"~ %& ~", "Đoàn Thị Lụa"} {
		in := write(t, map[string]string{"a.pdf": fakeHeader + signed(7+i, name)})
		if _, _, err := add(t, folder, stages(t, &fakeReader{}), AddOptions{Paths: []string{in}}); err != nil {
			t.Fatal(err)
		}
	}
	r := find(t, folder, "7/KH-UBND")
	if name := text(r.Fields.Signer.Name); name != "Đoàn Thị Lụa" || r.Fields.Evidence["signer.name"].Source != "archive" {
		t.Errorf("signer %q by %+v", name, r.Fields.Evidence["signer.name"])
	}
	stored, err := folder.LoadRecord(r.Document.ID)
	if err != nil || stored.Fields.Signer.Name != nil {
		t.Errorf("the record on disk has a signer: %v %v", text(stored.Fields.Signer.Name), err)
	}
}
