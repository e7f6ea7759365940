package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// exported is text as an e-office saves it.
func exported(j *job) ([]byte, error) { return []byte(j.doc.Text()), nil }

// decomposed is UTF-8 text with its marks apart, as some Macs save it.
func decomposed(j *job) ([]byte, error) { return norm.NFD.Bytes([]byte(j.doc.Text())), nil }

// stripped is text typed or exported without marks.
func stripped(j *job) ([]byte, error) { return []byte(strip(j.doc.Text())), nil }

func strip(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		case r == 'Đ':
			return 'D'
		case r == '’':
			return '\''
		}
		return r
	}, norm.NFD.String(s))
}

// tcvn3Letters and tcvn3Bytes give TCVN 5712:1993's third table (.VnTime).
const tcvn3Letters = "ĂÂÊÔƠƯĐăâêôơưđ" +
	"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"

const tcvn3Bytes = "\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae" +
	"\xb5\xb6\xb7\xb8\xb9\xbb\xbc\xbd\xbe\xc6\xc7\xc8\xc9\xca\xcb" +
	"\xcc\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xdc\xdd\xde" +
	"\xdf\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee" +
	"\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe"

// tcvn3 is text of the years before Unicode, one byte a letter.
func tcvn3(j *job) ([]byte, error) { return encodeTCVN3(j.doc.Text()) }

// encodeTCVN3 writes a capital with a tone as its small letter: the table has
// no other place, and .VnTimeH shows it as a capital.
func encodeTCVN3(s string) ([]byte, error) {
	table := map[rune]byte{}
	for i, r := range []rune(tcvn3Letters) {
		table[r] = tcvn3Bytes[i]
	}
	var out []byte
	for _, r := range norm.NFC.String(s) {
		b, ok := table[r]
		if !ok {
			b, ok = table[unicode.ToLower(r)]
		}
		switch {
		case ok:
			out = append(out, b)
		case r < 0x80:
			out = append(out, byte(r))
		default:
			return nil, fmt.Errorf("encode TCVN3: no byte for %c", r)
		}
	}
	return out, nil
}

// zipped is an archive that somebody renamed.
func zipped(*job) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("doc-toi-di.txt")
	if err != nil {
		return nil, err
	}
	if _, err := w.Write([]byte("Đây không phải là PDF.\n")); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
