// Package output writes documents that were read in the forms that archives
// and libraries keep: hOCR 1.2 and ALTO 4 here, the searchable PDF/A in pdfa.
//
//	err := output.HOCR(w, document)
//	err := output.ALTO(w, document)
//
// A Document comes in, its pages in reading order and restored; bytes go out.
// The text of every form is Word.Text, what was read after restoration, for
// that is what people look for. What the page said stands beside it wherever
// the two differ: ALTO has an element for it (ALTERNATIVE), hOCR has none that
// programs would not mistake for text, so there it is an attribute (data-raw).
// Stamps and signatures (Page.Annotations) come after the page's own text, in
// blocks of their own kind. Places are pixels of the picture that was read, at
// 300 dpi where there was none.
//
// It never reads files and never decides what a word is. The functions hold no
// state and are safe for concurrent use.
package output
