package digits

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
)

// glyph is a picture of one character, 28 by 28, 255 is ink.
type glyph struct {
	ink   [28 * 28]uint8
	label byte // '0' to '9', 'a' to 'z'
}

// line is a picture of a row of characters and where each of them is.
type line struct {
	text  string
	pic   *image.Gray // dark on light
	boxes []image.Rectangle
}

// Sets is the folder of training data; see its README for the files.
type Sets string

func (dir Sets) open(file string, use func(r io.Reader) error) error {
	f, err := os.Open(filepath.Join(string(dir), file))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	if err := use(bufio.NewReaderSize(z, 1<<20)); err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	return nil
}

// glyphs reads the set of a name: IDX files of pictures and of labels.
func (dir Sets) glyphs(name string) ([]glyph, error) {
	var all []glyph
	err := dir.open(name+"-images-idx3-ubyte.gz", func(r io.Reader) (err error) {
		all, err = readGlyphs(r)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = dir.open(name+"-labels-idx1-ubyte.gz", func(r io.Reader) error { return readLabels(r, all) })
	return all, err
}

func readGlyphs(r io.Reader) ([]glyph, error) {
	var head struct{ Magic, Count, Rows, Columns uint32 }
	if err := binary.Read(r, binary.BigEndian, &head); err != nil {
		return nil, err
	}
	if head.Magic != 0x803 || head.Rows != 28 || head.Columns != 28 || head.Count > 1<<20 {
		return nil, errors.New("not an IDX file of pictures 28 by 28")
	}
	all := make([]glyph, head.Count)
	for i := range all {
		if _, err := io.ReadFull(r, all[i].ink[:]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// readLabels labels glyphs: 0 to 9 are digits, everything above a letter.
func readLabels(r io.Reader, all []glyph) error {
	var head struct{ Magic, Count uint32 }
	if err := binary.Read(r, binary.BigEndian, &head); err != nil {
		return err
	}
	if head.Magic != 0x801 || int(head.Count) != len(all) {
		return errors.New("not the IDX file of labels to the pictures")
	}
	labels := make([]byte, head.Count)
	if _, err := io.ReadFull(r, labels); err != nil {
		return err
	}
	for i, l := range labels {
		if l < 10 {
			l += '0'
		}
		all[i].label = l
	}
	return nil
}

// lines reads the set of strings of a name.
func (dir Sets) lines(name string) ([]line, error) {
	var all []line
	err := dir.open(name+"-strings.bin.gz", func(r io.Reader) (err error) {
		all, err = readLines(r)
		return err
	})
	return all, err
}

func readLines(r io.Reader) ([]line, error) {
	var head struct {
		Magic [4]byte
		Count uint32
	}
	if err := binary.Read(r, binary.BigEndian, &head); err != nil {
		return nil, err
	}
	if string(head.Magic[:]) != "DSTR" {
		return nil, errors.New("not a file of strings")
	}
	var all []line
	for range head.Count {
		l, err := readLine(r)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

func readLine(r io.Reader) (line, error) {
	text, err := readCounted(r, 1)
	if err != nil {
		return line{}, err
	}
	var size struct{ H, W uint16 }
	if err := binary.Read(r, binary.BigEndian, &size); err != nil {
		return line{}, err
	}
	if int(size.W)*int(size.H) > 1<<22 {
		return line{}, fmt.Errorf("a line of %d by %d points", size.W, size.H)
	}
	l := line{text: string(text), pic: image.NewGray(image.Rect(0, 0, int(size.W), int(size.H)))}
	if _, err := io.ReadFull(r, l.pic.Pix); err != nil {
		return line{}, err
	}
	for i, v := range l.pic.Pix {
		l.pic.Pix[i] = 255 - v
	}
	boxes, err := readCounted(r, 8)
	if err != nil {
		return line{}, err
	}
	for i := 0; i < len(boxes); i += 8 {
		at := func(j int) int { return int(binary.BigEndian.Uint16(boxes[i+j:])) }
		l.boxes = append(l.boxes, image.Rect(at(0), at(2), at(4), at(6)))
	}
	return l, nil
}

// readCounted reads a count in one byte and so many things of a size.
func readCounted(r io.Reader, size int) ([]byte, error) {
	var n [1]byte
	if _, err := io.ReadFull(r, n[:]); err != nil {
		return nil, err
	}
	things := make([]byte, int(n[0])*size)
	_, err := io.ReadFull(r, things)
	return things, err
}
