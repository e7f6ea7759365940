package reader

import (
	"bytes"
	"context"
	"fmt"
	"image/jpeg"

	"vanthu/ingest"
	"vanthu/ingest/worker"
)

var _ worker.Drawer = (*Reader)(nil)

// quality of the pictures of pages: small print stays clean.
const quality = 82

// Draw gives a page as a JPEG, for people to look at.
func (r *Reader) Draw(ctx context.Context, q worker.Request) ([]byte, error) {
	doc, err := r.shelf.open(q.File, q.Kind)
	if err != nil {
		return nil, err
	}
	if q.Page < 1 || q.Page > doc.Pages() {
		return nil, fmt.Errorf("page %d of %d: %w", q.Page, doc.Pages(), ingest.ErrDamaged)
	}
	if _, err := doc.Measure(ctx, q.Page-1); err != nil {
		return nil, err // a picture too large to decode, most of all
	}
	pic, err := doc.Draw(ctx, q.Page-1, float64(q.DPI), q.Turn)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pic, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("write picture of page %d: %w", q.Page, err)
	}
	return b.Bytes(), nil
}
