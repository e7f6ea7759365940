// Package raster opens a PDF or a picture and gives its pages: how many there
// are, how large they are, a page as an 8-bit grey picture, and the words of a
// page's text layer with their places.
//
//	doc, err := raster.Open(file, kind.PDF)
//	defer doc.Close()
//	m, err := doc.Measure(ctx, 0)             // size, resolution of a scan
//	pic, dpi, err := doc.Render(0, 300)       // *image.Gray at 300 dpi or less
//	lines, err := doc.Words(ctx, 0)           // the text layer
//	own, stamps, note := doc.Split(ctx, 0, lines)
//
// What comes in is a file and its kind (MIME type, decided by content
// elsewhere). Pages are counted from 0 here, as MuPDF does; everybody else
// counts from 1. What goes out is measured in points from the top left.
//
// It never recognises letters (ocr does), never decides between text layer and
// OCR (reader does), and never changes the file.
//
// This is the only package that imports go-fitz (MuPDF, cgo). MuPDF may abort
// the process or ask for memory without end: call it in a child process with
// limits (package worker). go-fitz is not safe for concurrent use: ONE
// goroutine of a process may use this package at a time.
//
// Programs of Debian help where go-fitz cannot: of poppler-utils pdftotext for
// word boxes (words.go) and pdfimages for the resolution of a scan (scan.go),
// and qpdf for drawing annotations (flatten.go). Where they are missing pages
// are still read, by their pictures, and a note says so.
package raster
