package reader

import (
	"image"

	"vanthu/ingest/blank"
	"vanthu/ingest/hand"
	"vanthu/ingest/layout"
	"vanthu/ingest/raster"
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
func (s *sheet) readHands(r reading) {
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
		s.page.Hands, err = blank.Read(page, pic, dpi, digits)
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
	if r.turn != 0 {
		return raster.Turn(r.pic, r.turn), float64(r.dpi), nil
	}
	return r.pic, float64(r.dpi), nil
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
