package reader

import (
	"image"

	"vanthu/ingest/blank"
	"vanthu/ingest/hand"
	"vanthu/ingest/layout"
)

// readSignatures keeps the digital signatures of a PDF with its first page:
// they tell by when a document was issued.
func (s *sheet) readSignatures() {
	if s.index > 0 {
		return
	}
	signed, err := s.doc.Signatures(s.ctx)
	if err != nil {
		s.note("%v", err)
	}
	s.page.Signatures = signed
}

// readHands reads what a hand filled in on a letterhead. Only a picture shows
// it: a page that is no scan has none. The page stands without it, too.
// On red, if it is not nil, stamps are found and what a numbering machine put into
// them.
func (s *sheet) readHands(r reading, red *image.Gray) {
	if r.pic == nil && s.measures.DPI == 0 {
		return
	}
	page := layout.Arrange(s.page)
	if len(blank.Find(page)) == 0 {
		return
	}
	digits, err := s.digits()
	if err != nil {
		s.note("%v", err)
		return
	}
	pic, dpi, err := s.picture(r)
	if err == nil {
		s.page.Hands, err = blank.Read(page, blank.Pictures{Page: pic, Red: red, DPI: dpi}, digits)
	}
	if err != nil {
		s.note("%v", err)
	}
}

// picture is the page as its boxes see it, upright.
func (s *sheet) picture(r reading) (*image.Gray, float64, error) {
	if r.pic == nil {
		return s.doc.Render(s.index, s.resolution())
	}
	return r.asRead(r.pic), float64(r.dpi), nil
}

// digits gives the reader of handwritten digits, loading it if need be.
func (r *Reader) digits() (*hand.Reader, error) {
	if r.hands == nil {
		var err error
		if r.hands, err = hand.Open(); err != nil {
			return nil, err
		}
	}
	return r.hands, nil
}
