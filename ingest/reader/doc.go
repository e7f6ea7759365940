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
//	draw, grey, despeckle     3.0
//	look for ink, mend        0.6
//	first look, the whole    15.8   one pass of Tesseract, of it 57 % its network,
//	                                20 % its page layout
//	rules                     0.5
//	second look at doubt      3.3   two worn pages read twice
//	cells of tables           1.5
//	signatures, under seals   1.5
//	missed lines, hands       0.5
//	the blank leaf            0.6
//	in all                   27.7   2.1 a page; the parent adds 0.1
//
// ocrmypdf takes 2.7 to 3.2 for the same pages, bare Tesseract as much as we on the
// gold pages (1.01 ×, at the same time). So a searchable PDF costs 0.70 × ocrmypdf's
// and cannot cost 0.5 ×: drawing and the first look alone are 0.5 ×, and all the
// second looks, without which rows of tables and names of signers are not found in
// the PDF, another 0.2 ×.
//
// What the first look was made cheaper by stands in package ocr. What was tried and
// not taken, on five gold pages of 300 dpi: Tesseract's search for tables left out
// (no gain, a line changed), its inverted look (no gain, two lines), its ratings
// matrix (no gain), allocator settings (2 %, within the noise), skewed baselines
// (worse); and pages drawn narrower, for the network is paid by the width of lines:
// at 0.8 of the width 13 % less, but CER 5.5 → 7.0 % (bare, all gold pages).
//
// It imports raster and ocr, and with them MuPDF and Tesseract, so it belongs
// in a child process and is imported by cmd/vanthu alone. One goroutine at a
// time.
package reader
