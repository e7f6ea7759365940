package raster

// #include <malloc.h>
import "C"

import "runtime/debug"

// largeBlock is the size from which C memory goes back to the system when it is
// freed, 4 MB: a page in grey, but not in black and white, of which Tesseract makes
// a dozen one after the other. With 1 MB each is new memory that the system clears:
// 620,000 pages of 4 KB for the eleven gold pages, 545,000 with 4 MB, and 2 MB more
// in a reader.
const largeBlock = 4 << 20

// returnLargeBlocks makes C's allocator give large blocks back. Left alone it
// raises that size to the largest block freed so far, up to 32 MB, and keeps
// the holes that pages of different sizes leave.
func returnLargeBlocks() { C.mallopt(C.M_MMAP_THRESHOLD, largeBlock) }

// returnPictures gives back what Go has left of pictures, and C of the page
// before. go-fitz leaves 70 MB for A4 at 300 dpi, which Go's collector would keep
// for several pages; C's allocator keeps the holes between blocks that are still
// in use, 10 MB after a few pages.
//
// A process that read 14 pages of 200 and 300 dpi came to 450 MB; with large
// blocks and pictures given back to 276, with a store of 8 MB instead of 32 to
// 227. What the gold pages take, read twice over, fell from 202 to 182 MB by
// holes given back and pictures forgotten by Tesseract (package ocr). It costs
// 0.05 of 1.4 CPU seconds a page.
func returnPictures() {
	debug.FreeOSMemory()
	C.malloc_trim(0)
}
