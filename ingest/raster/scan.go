package raster

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"vanthu/ingest"
)

// placed is a picture drawn on a PDF page.
type placed struct {
	width, height int     // pixels
	dpiX, dpiY    float64 // as drawn
}

// area in square inches.
func (p placed) area() float64 {
	return float64(p.width) / p.dpiX * float64(p.height) / p.dpiY
}

// placedOn lists the pictures of a PDF page without decoding them, by poppler's
// pdfimages.
func placedOn(ctx context.Context, file string, page int) ([]placed, error) {
	n := strconv.Itoa(page + 1)
	out, err := output(ctx, "pdfimages", "-list", "-f", n, "-l", n, "--", file)
	if err != nil {
		return nil, fmt.Errorf("list pictures of page %d: %w", page+1, err)
	}
	return parsePlaced(string(out)), nil
}

// parsePlaced reads the table of pdfimages -list:
//
//	page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
//	--------------------------------------------------------------------------------------------
//	   1     0 image    1660  2366  rgb     3   8  jpeg   no         7  0   200   200  291K 2.5%
//
// An inline picture has one column instead of object and ID: the resolution is
// found from the end.
func parsePlaced(table string) (pics []placed) {
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) < 15 {
			continue
		}
		var p placed
		var err [4]error
		p.width, err[0] = strconv.Atoi(f[3])
		p.height, err[1] = strconv.Atoi(f[4])
		p.dpiX, err[2] = strconv.ParseFloat(f[len(f)-4], 64)
		p.dpiY, err[3] = strconv.ParseFloat(f[len(f)-3], 64)
		if err == [4]error{} && p.dpiX > 0 && p.dpiY > 0 {
			pics = append(pics, p)
		}
	}
	return pics
}

// tooLarge refuses a page with a picture that MuPDF would need too much memory
// to decode.
func tooLarge(page int, pics []placed) error {
	for _, p := range pics {
		if p.height > 0 && p.width > MaxSourcePixels/p.height {
			return fmt.Errorf("picture of %d × %d pixels on page %d: %w", p.width, p.height, page+1, ingest.ErrTooLarge)
		}
	}
	return nil
}

// scanDPI is the resolution of a scanned page: the highest at which pictures
// fill half of the page (scanners cut a page into strips; some lay a sharp
// mask of the letters over a coarse picture of the paper). 0: not a scan.
func scanDPI(pics []placed, width, height float64) float64 {
	filled := map[float64]float64{}
	for _, p := range pics {
		filled[max(p.dpiX, p.dpiY)] += p.area()
	}
	best := 0.0
	for dpi, area := range filled {
		if area >= width/72*height/72/2 {
			best = max(best, dpi)
		}
	}
	return best
}
