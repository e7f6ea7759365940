// Package sealed finds lines of print that a seal and a signature lie over, and
// gives each as a small picture of its own, straight and with nothing else on
// it, for an OCR engine to read. The picture of a page and the area of its
// signature block come in. What the lines say is not known here.
//
//	for _, l := range sealed.Lines(pic, dpi, area) {
//		seen, err := engine.ReadBlock(l.Picture, dpi)
//		…
//		lines = append(lines, l.OnPage(seen)...)
//	}
//
// All functions are pure.
package sealed
