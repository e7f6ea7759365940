package charset

import "golang.org/x/text/unicode/norm"

// The letters of Vietnamese that are not ASCII, small and capital: with the
// ASCII ones the 134 vowels and đ's of the alphabet in all tones.
const (
	small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
	large = "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ"
)

// parts takes a letter apart: a base letter, its shape (breve, circumflex,
// horn or none) and its tone or none. Đ stays whole.
func parts(letter rune) (base, shape, tone rune) {
	for _, r := range norm.NFD.String(string(letter)) {
		switch {
		case base == 0:
			base = r
		case isTone(r):
			tone = r
		default:
			shape = r
		}
	}
	return base, shape, tone
}

// The shapes as combining marks.
const (
	breve      = '\u0306'
	circumflex = '\u0302'
	horn       = '\u031b'
)

func compose(base rune, marks ...rune) rune {
	s := string(base)
	for _, m := range marks {
		if m != 0 {
			s += string(m)
		}
	}
	r := []rune(norm.NFC.String(s))
	return r[0]
}
