// Package blank finds what a letterhead leaves open to be filled in by hand:
// the serial in `Số: ⟨2668⟩/KH-UBND`, the day and month in `ngày ⟨26⟩ tháng
// ⟨11⟩ năm 2010`, and cuts each out of the page's picture.
//
// A page with its words and boxes and its grey picture come in; ingest.Hand
// values without readings go out, each with its place, a small picture and
// what its ink looks like: empty, print or hand.
//
//	for _, b := range blank.Find(page) {
//		cut, ok := b.Cut(pic, dpi)
//		...
//		fmt.Println(b.Field, cut.Box, cut.Ink) // number [124.1 97.5 166.2 111.8] hand
//	}
//
// It finds a field by the print around it and never by what OCR made of the
// hand, which may be nothing, junk, or junk glued to the print (`Số:41)/TB`,
// `ngày)Ỏtháng`). It never reads a digit (package hand does) and never decides
// what a document's number is (extract does). It has no state and is safe for
// concurrent use.
package blank
