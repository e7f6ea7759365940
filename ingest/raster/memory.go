package raster

// #include <malloc.h>
import "C"

import "runtime/debug"

// largeBlock is the size from which C memory goes back to the system when it is
// freed, 1 MB.
const largeBlock = 1 << 20

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
