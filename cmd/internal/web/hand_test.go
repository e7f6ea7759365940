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
