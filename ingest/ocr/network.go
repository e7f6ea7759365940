// The network that tells letters, run by ourselves.
//
// Tesseract cuts a line out of the page, makes it 36 pixels high and asks a
// network what it holds: for every three columns of pixels a probability of each
// of 269 codes, of which it then spells words with the help of a dictionary. Of
// vie.traineddata, as of all of Tesseract's fast models, the network is
//
//	3 × 3 pixels → 16 kinds of edges, the most of each in squares of 3 × 3
//	48 cells that look down each column of squares
//	96 cells that remember what stood before, 96 what comes after, 192 before
//	269 codes
//
// Nghị quyết in 10 points at 300 dpi is 150 pixels wide: 50 columns, 25 million
// products. They are a sixth of what Tesseract's network takes; the rest is spent on
// finding the place of each pixel by functions that ask for the size of the picture
// each time, on curves one number at a time, and on threads started for every column.
//
// So we answer its call of the network (forward.cc): the dynamic linker looks a
// function up in the program before it looks into libraries, as it does for
// pixWriteMem (unpacked.go). When a network is called for the first time it is asked
// to write itself, as it stands in its file, and what it wrote is read (weights.cc);
// from then on its lines are run by layers.cc, after two lines that both have run
// and that must come out alike. Whatever is not as expected is left to Tesseract's
// own: another version than 5, a library that hides the functions, another form of
// network, weights of more than 8 bits (the "best" models), a processor of x86
// without AVX2.
//
// The outcome is Tesseract's own, number for number but for the last digit of its
// table of curves: the same words, with the same confidence, on five gold pages,
// which took 9.1 to 10.1 CPU seconds of bare Tesseract and take 4.9 to 6.6. Sums
// over whole numbers are exact in any order, products with the same weights are made
// for several columns together, and of each square of pixels only the most goes
// through its curve.
package ocr

/*
#cgo CXXFLAGS: -Wno-psabi
#cgo LDFLAGS: -ltesseract -ldl

void forgetNetworks();
void answerNetworks(int yes);
long linesAnswered();
*/
import "C"

// forgetNetworks lets go of networks that were read: those of an engine that is
// closed may lie where those of a new one will.
func forgetNetworks() { C.forgetNetworks() }

// answerNetworks has lines read by our network, as they are from the start, or by
// Tesseract's, to compare them.
func answerNetworks(yes bool) {
	if yes {
		C.answerNetworks(1)
	} else {
		C.answerNetworks(0)
	}
}

// linesAnswered counts the pictures of lines that our network has read.
func linesAnswered() int { return int(C.linesAnswered()) }
