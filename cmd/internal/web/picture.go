package web

import (
	"cmp"
	"errors"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"vanthu/cmd/internal/pipeline"
	"vanthu/ingest"
	"vanthu/ingest/kind"
	"vanthu/ingest/worker"
)

// picture names the picture of a page.
type picture struct {
	id        ingest.ID
	page, dpi int
	turn      int
}

// Pictures of pages: about 250 KB each at the usual resolution.
const (
	keptPictures = 200
	leastDPI     = 36
	usualDPI     = 130
	mostDPI      = 300
)

// errNoPicture: there is nothing to draw.
var errNoPicture = errors.New("the document has no pictures of its pages")

func itoa(n int) string { return strconv.Itoa(n) }

// hasPictures reports whether pages of a document can be drawn.
func (s *Server) hasPictures(r pipeline.Record) bool {
	return s.Pictures != nil && r.Document.Kind != kind.Text
}

// sendPicture sends the picture of a page, which a browser may keep for a day:
// an original never changes, but which way up it is read may.
func (s *Server) sendPicture(c *call) error {
	dpi := c.asked.number("dpi", 0, mostDPI)
	if dpi == 0 {
		dpi = usualDPI
	} else if dpi < leastDPI {
		c.asked.fail("dpi", itoa(dpi))
	}
	if err := c.asked.done(); err != nil {
		return err
	}
	r, p, err := s.page(c)
	if err != nil {
		return err
	}
	jpeg, err := s.draw(c, r, picture{r.Document.ID, p.Number, dpi, p.Turn})
	if err != nil {
		return err
	}
	c.Header().Set("Content-Type", "image/jpeg")
	c.Header().Set("Cache-Control", "private, max-age=86400")
	_, err = c.Write(jpeg)
	return err
}

// draw gives a picture, from memory if it was shown lately.
func (s *Server) draw(c *call, r pipeline.Record, of picture) ([]byte, error) {
	if !s.hasPictures(r) {
		return nil, errNoPicture
	}
	if jpeg, ok := s.pictures.Get(of); ok {
		return jpeg, nil
	}
	path, err := s.Archive.Original(of.id)
	if err != nil {
		return nil, err
	}
	jpeg, err := s.Pictures.Draw(c.Request.Context(), worker.Request{File: path, Kind: r.Document.Kind, Page: of.page, DPI: of.dpi, Turn: of.turn})
	if err == nil {
		s.pictures.Add(of, jpeg)
	}
	return jpeg, err
}

// sendOriginal sends the file as it was handed in, to be kept and not shown:
// what it may hold is no business of a page of ours.
func (s *Server) sendOriginal(c *call) error {
	r, err := s.Archive.Find(c.Request.Context(), c.Request.PathValue("id"))
	if err != nil {
		return err
	}
	path, err := s.Archive.Original(r.Document.ID)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	h := c.Header()
	h.Set("Content-Type", r.Document.Kind)
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	h.Set("Content-Disposition", attachment(filepath.Base(r.Document.File)))
	http.ServeContent(c, c.Request, "", info.ModTime(), f)
	return nil
}

// attachment makes a browser keep a file under a name.
func attachment(name string) string {
	return cmp.Or(mime.FormatMediaType("attachment", map[string]string{"filename": name}), "attachment")
}
