// Package reader reads one page of a file: from its text layer where that is
// good, by OCR where it is not. It is what a worker's child process runs:
//
//	r := reader.New(reader.Options{Reads: charset.Vietnamese})
//	defer r.Close()
//	err := worker.Main(ctx, r)
//
// A worker.Request comes in, an ingest.Page goes out, its lines in the order
// of poppler or Tesseract (layout finds the reading order), with Page.Why
// telling how the source was chosen. A page that shows ink never comes back
// empty without a word: Why says what was tried.
//
// # What a page costs
//
// CPU seconds in the child, 13 pages of scans without text, 100 to 300 dpi (one of
// them the back of a leaf, one an annex with shaded rows, one worn all over):
//
//	load the language         0.3   two children
//	draw, grey, despeckle     2.3
//	look for ink, mend        0.3
//	first look, the whole     8.1   one pass of Tesseract, two over the blank leaf
//	rules                     0.1
//	second look at doubt      1.6   two worn pages read twice
//	cells of tables           0.5
//	signatures, under seals   1.0
//	missed lines, hands       0.4
//	in all                   14.6   1.1 a page; the parent adds 0.1
//
// ocrmypdf takes 2.4 to 2.8 a page: a searchable PDF costs 0.48 × ocrmypdf's at the same
// time, on a machine with other work (0.50 and 0.54 with the code before the last step,
// rules looked for at every least-th pixel). The eleven gold pages, file to fields, cost
// 0.65 × bare Tesseract.
//
// How the first look came from 15.8 to 8.1 stands in package ocr: its network is run
// by ourselves (network.go, 40 %), lines are not packed (unpacked.go), rules are found
// in seven steps (opened.go). Half of what is left of it is page layout, a
// quarter the network (by perf). The same words are read at every step.
//
// What was tried and not taken, on five gold pages of 300 dpi: Tesseract's search for
// tables left out (no gain, a line changed), its inverted look (no gain, two lines),
// its ratings matrix (no gain), skewed baselines (worse); memory in large pages by
// glibc's hugetlb (a quarter fewer faults, no gain to be seen); and pages drawn
// narrower: at 0.8 of the width 13 % less, but CER 5.5 → 7.0 % (bare, all gold pages).
//
// It imports raster and ocr, and with them MuPDF and Tesseract, so it belongs
// in a child process and is imported by cmd/vanthu alone. One goroutine at a
// time.
package reader
