// Pictures of lines that are not packed.
//
// Tesseract 5 packs the picture of every line as PNG before it reads the line,
// and unpacks it in the next step (ImageData::SetPixInternal; a library built
// with TESSERACT_IMAGEDATA_AS_PIX does not, Debian's is built without). That is
// 13 % of the CPU time of a page: 11.1 and 9.6 s for five gold pages of 300 dpi,
// the same words. It asks Leptonica to pack, and the dynamic linker looks a
// function up in the program before it looks into libraries: so the one below is
// called instead of Leptonica's, and keeps the pixels in Leptonica's own form,
// which its reader knows by the first bytes. Nothing else here calls
// pixWriteMem. Linked in another way pages are read as before, more slowly; a
// test tells.
package ocr

/*
#cgo LDFLAGS: -lleptonica
#include <leptonica/allheaders.h>

l_ok pixWriteMem(l_uint8 **data, size_t *size, PIX *pix, l_int32 format) {
	return pixWriteMemSpix(data, size, pix);
}
*/
import "C"
