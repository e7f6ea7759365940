package web

import (
	"strings"
	"testing"
)

// TestReviewShowsHands: what a hand wrote and nobody read for sure stands in the
// list of what is to be reviewed, with its readings in order.
func TestReviewShowsHands(t *testing.T) {
	folder := archive(t)
	fill(t, folder, map[string]string{"den.pdf": fakeHeader + plan(14, "Tân Thử", "Trồng tre "+writtenIn)})
	s := serve(t, folder)
	address := "/documents/" + idOf(t, s, "14/KH-UBND") + "/hands/arrival-number"
	text := get(t, s, "/review", 200)
	picture, readings, ok := strings.Cut(text, `<img src="`+address+`"`)
	if !ok || !strings.Contains(readings, "<bdi>0417</bdi> <span class=\"or\">or</span> <bdi>0477</bdi>") {
		t.Fatalf("review:\n%.3000s%.3000s", picture, readings)
	}
	if r := ask(s, "GET", address, ""); r.StatusCode != 200 || r.Header.Get("Content-Type") != "image/png" {
		t.Errorf("%s: %s", address, r.Status)
	}
	get(t, s, strings.Replace(address, "arrival-number", "day", 1), 404)
}

// TestReviewTellsOfSiblings: a name nobody could read waits for a person also
// when other documents have it, and the list says so.
func TestReviewTellsOfSiblings(t *testing.T) {
	folder := archive(t)
	signed := func(number int, name string) string {
		return plan(number, "Tân Thử", "Trồng tre") + "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n" + name + "\n"
	}
	fill(t, folder, map[string]string{"a.txt": signed(14, "~ %& ~"), "b.txt": signed(15, "Đoàn Thị Lụa")})
	text := get(t, serve(t, folder), "/review", 200)
	if !strings.Contains(text, "<li>signed by: not read, other documents have Đoàn Thị Lụa") {
		t.Errorf("review:\n%s", text)
	}
}
