// Package raster opens a PDF or a picture and gives its pages: how many there
// are, how large they are, a page as an 8-bit grey picture, and the words of a
// page's text layer with their places.
//
//	doc, err := raster.Open(file, "application/pdf")
//	defer doc.Close()
//	pic, err := doc.Render(0, 300)            // *image.Gray at 300 dpi or less
//	words, err := doc.Words(ctx, 0)           // lines of the text layer
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
// Two programs of Debian help where go-fitz cannot: pdftotext (poppler-utils)
// for word boxes, see words.go, and qpdf for drawing annotations, see
// flatten.go.
package raster
