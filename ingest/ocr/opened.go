// Rules found in fewer steps.
//
// Before it looks for text Tesseract takes out rules: it keeps of the page what is
// as long as a quarter of an inch (LineFinder, by Leptonica's pixOpenBrick), which
// lays the page over itself 75 times, moved by a pixel each time, 50 ms for A4 at
// 300 dpi. The page laid over itself moved by 1, then that by 2, by 4, … is the same
// after seven times:
//
//	■■■■■■■··■■   & itself moved by 1 → ■■■■■■···■·   by 2 → ■■■■·······
//
// so that a run of 4 and more is left where it begins, and is drawn out again in the
// same way. 75 × 1 takes 9.6 instead of 50.6 ms, 1 × 75 7.3 instead of 37.6, 15 × 15
// 9.7 instead of 19.1, pixel for pixel the same: 80 ms of a page. Answered like
// pixWriteMem (unpacked.go); nothing else here calls pixOpenBrick.
package ocr

/*
#include <leptonica/allheaders.h>

// over lays a picture over itself n times, each moved by one more step.
static void over(PIX *pix, int n, int x, int y, int op) {
	int w = pixGetWidth(pix), h = pixGetHeight(pix);
	for (int done = 1, by; done < n; done += by) {
		by = done < n - done ? done : n - done;
		PIX *moved = pixCreate(w, h, 1);
		pixRasterop(moved, x * by, y * by, w, h, PIX_SRC, pix, 0, 0);
		pixRasterop(pix, 0, 0, w, h, op, moved, 0, 0);
		pixDestroy(&moved);
	}
}

PIX *pixOpenBrick(PIX *to, PIX *pix, l_int32 across, l_int32 down) {
	to = pixCopy(to, pix);
	over(to, across, -1, 0, PIX_SRC & PIX_DST);
	over(to, down, 0, -1, PIX_SRC & PIX_DST);
	over(to, across, 1, 0, PIX_SRC | PIX_DST);
	over(to, down, 0, 1, PIX_SRC | PIX_DST);
	return to;
}
*/
import "C"
