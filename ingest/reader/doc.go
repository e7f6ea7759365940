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
// It imports raster and ocr, and with them MuPDF and Tesseract, so it belongs
// in a child process and is imported by cmd/vanthu alone. One goroutine at a
// time.
package reader
