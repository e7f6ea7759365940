package extract

// Printed figures that OCR took for letters and marks. A spot, a broken letter or
// a bad copy makes an S of a 5 and a Š of an 8, and a reading that holds one is
// never the value of a field by itself: it says which values it may be, and what
// else is known of the document chooses among them.
//
//	ngày 03 tháng 0Š năm 2017     05 or 08, equally        the picture of the month: 08 0.14, 05 0.01
//	                              2017-08-03 comes first, then 2017-05-03
//	Số: 0§-CTr/TU                 05 or 08                 the file is named 08_CTr_TU.pdf: 08-CTr/TU
//
// Each figure has its look-alikes here; a letter of two figures is either, for
// which of them it is depends on the face, the paper and the scanner.
var seenFor = map[rune]string{
	'O': "0", 'o': "0", 'Q': "0", 'Ó': "0", 'Ø': "0",
	'I': "1", 'i': "1", 'l': "1", '|': "1", '!': "1",
	'Z': "2", 'z': "2",
	'S': "5", 's': "5", '§': "58", '$': "58", 'Š': "58", 'š': "58",
	'b': "6", 'G': "6", 'ó': "6",
	'T': "7", '?': "7",
	'B': "8", '&': "8",
	'g': "9", 'q': "9",
}

// mostFigures is how long a number is that may be read through its look-alikes.
const mostFigures = 5

// figuresIn is what a word of figures may say: its own figures, or those that its
// letters are seen for. Mended is set where there are such letters. A word with
// more letters than figures is no number, but for a single letter.
func figuresIn(word string) (b belief, mended bool) {
	b = belief{"": 1}
	figures, letters := 0, 0
	for _, c := range word {
		may := seenFor[c]
		if '0' <= c && c <= '9' {
			may = string(c)
			figures++
		} else {
			letters++
		}
		if may == "" || figures+letters > mostFigures {
			return nil, false
		}
		b = b.followed(may)
	}
	if figures+letters == 0 || letters > max(figures, 1) {
		return nil, false
	}
	return b, letters > 0
}

// followed are the values with one more figure, each of some equally likely.
func (b belief) followed(figures string) belief {
	longer := belief{}
	for v, p := range b {
		for _, c := range figures {
			longer[v+string(c)] = p / float64(len(figures))
		}
	}
	return longer
}
