// Package blank finds what a letterhead leaves open to be filled in by hand:
// the serial in `Số: ⟨2668⟩/KH-UBND`, the day and month in `ngày ⟨26⟩ tháng
// ⟨11⟩ năm 2010`, and cuts each out of the page's picture.
//
// A page that layout has arranged and its grey picture come in; ingest.Hand
// values go out, each with its place, a small picture, what its ink looks like
// (none, print or hand) and what package hand reads in it.
//
//	digits, err := hand.Open()
//	hands, err := blank.Read(layout.Arrange(page), blank.Pictures{Page: pic, DPI: dpi}, digits)
//	fmt.Println(hands[0].Field, hands[0].Box, hands[0].Ink) // number [124.1 97.5 166.2 111.8] hand
//
// Find and Cut are the two halves of it, for those who want gaps or pictures.
//
// It finds a field by the print around it and never by what OCR made of the
// hand, which may be nothing, junk, or junk glued to the print (`Số:41)/TB`,
// `ngày)Ỏtháng`). It never decides what a document's number is (extract does).
// It has no state and is safe for concurrent use.
package blank
