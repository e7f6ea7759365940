package raster

import (
	"errors"
	"testing"

	"vanthu/ingest"
)

const tableHead = `page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
--------------------------------------------------------------------------------------------
`

func TestScanDPI(t *testing.T) {
	for _, c := range []struct {
		why, rows string
		want      float64
	}{
		{"no picture", "", 0},
		{"a scan with a logo", "   1     0 image    1660  2366  rgb     3   8  jpeg   no         7  0   200   200  291K 2.5%\n" +
			"   1     1 image     100   100  icc     3   8  image  no        28  0   600   600 20.9K  71%\n", 200},
		{"a logo alone", "   1     0 image     100   100  icc     3   8  image  no        28  0   200   200 20.9K  71%\n", 0},
		{"strips", "   1     0 image    2480  1754  gray    1   1  ccitt  no         7  0   300   300 10.3K 0.0%\n" +
			"   1     1 image    2480  1754  gray    1   1  ccitt  no         8  0   300   300 10.3K 0.0%\n", 300},
		{"a sharp mask over a coarse picture", "   1     0 image     827  1169  rgb     3   8  jpeg   no         3  0   100   100 12.8K 0.2%\n" +
			"   1     1 mask     2480  3508  -       1   1  ccitt  no         6  0   300   300 58.9K 5.7%\n", 300},
		{"inline", "   1     0 image    1654  2339  gray    1   1  image  no   [inline]     200   200  120B 0.0%\n", 200},
		{"no resolution", "   1     0 image    1654  2339  gray    1   1  image  no         3  0     0     0  120B 0.0%\n", 0},
	} {
		if have := scanDPI(parsePlaced(tableHead+c.rows), 595, 842); have != c.want {
			t.Errorf("%s: %g dpi, want %g", c.why, have, c.want)
		}
	}
}

func TestTooLarge(t *testing.T) {
	huge := "   1     0 image   35000 35000  gray    1   1  ccitt  no         7  0   300   300 10.3K 0.0%\n"
	if err := tooLarge(0, parsePlaced(tableHead+huge)); !errors.Is(err, ingest.ErrTooLarge) {
		t.Errorf("%v, want ErrTooLarge", err)
	}
}
