package normalize

import (
	"testing"

	"vanthu/normalize/score"
)

// TestOtherLanguages: what is not Vietnamese stays; what a reader set to
// another language made of Vietnamese does not.
func TestOtherLanguages(t *testing.T) {
	r := restorer(t)
	for _, s := range []string{
		"The committee shall report to the council within thirty days of the end of each quarter, unless otherwise agreed.",
		"Die Gemeinde prüft die Anträge der Bürger und teilt ihnen das Ergebnis schriftlich mit, soweit das Gesetz nichts anderes bestimmt.",
		"La commune examine les demandes des habitants et leur communique le résultat par écrit, sauf disposition contraire de la loi.",
		"func main() { for i := range lines { fmt.Println(strings.TrimSpace(lines[i])) } return nil, err }",
	} {
		if have := r.Text(s); have != s {
			t.Errorf("%s\nbecame %s", s, have)
		}
	}
	const (
		read = "Uy ban nhän dän xä yeu cäu cäc thön, xöm t6 chüc tuyen truyen phöng chöng b£nh dich cho nguöi dän trong thäng nay"
		gold = "Ủy ban nhân dân xã yêu cầu các thôn, xóm tổ chức tuyên truyền phòng chống bệnh dịch cho người dân trong tháng này"
	)
	if c := score.Words(gold, read, r.Text(read)); c.Right < c.Gold-2 {
		t.Errorf("%d of %d words right: %s", c.Right, c.Gold, r.Text(read))
	}
}
