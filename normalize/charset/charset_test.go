package charset

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

var legacy = []Encoding{TCVN3, VNI, VNIDOS, VISCII, VPS, BKHCM1, BKHCM2, VIQR, Windows1258}

// asOld writes s in enc and shows the bytes as Windows-1252, the way a PDF text
// layer does.
func asOld(t testing.TB, s string, enc Encoding) string {
	t.Helper()
	b, err := enc.Codec().NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("encode %q as %s: %v", s, enc, err)
	}
	return latin(b)
}

// Every letter, small and capital, composed and decomposed, survives, byte by
// byte through a transform.Reader and all at once. BK HCM 1 has no Ỵ.
func TestAlphabetSurvivesEveryEncoding(t *testing.T) {
	for _, enc := range legacy {
		for _, letter := range small + large + "aAeEiIoOuUyYdD" {
			want := "t" + string(letter) + "n" + string(letter)
			for _, in := range []string{want, norm.NFD.String(want)} {
				b, err := enc.Codec().NewEncoder().Bytes([]byte(in))
				if enc == BKHCM1 && letter == 'Ỵ' {
					if err == nil {
						t.Errorf("%s wrote %q as %x", enc, in, b)
					}
					continue
				}
				if err != nil {
					t.Errorf("%s: encode %q: %v", enc, in, err)
				}
				slow := transform.NewReader(iotest.OneByteReader(bytes.NewReader(b)), enc.Codec().NewDecoder())
				if out, err := io.ReadAll(slow); err != nil || string(out) != want {
					t.Errorf("%s: %q became %x, then %q, %v", enc, in, b, out, err)
				}
				if got := Decode(latin(b), enc); !enc.lacksCapitals() && got != want {
					t.Errorf("%s: Decode(%q) = %q", enc, latin(b), got)
				}
			}
		}
	}
}

// Windows-1258 is in x/text, too: what ours writes, theirs reads.
func TestWindows1258AsOthersReadIt(t *testing.T) {
	b, err := Windows1258.Codec().NewEncoder().Bytes([]byte(small + large))
	if err != nil {
		t.Fatal(err)
	}
	out, err := charmap.Windows1258.NewDecoder().Bytes(b)
	if got := norm.NFC.String(string(out)); err != nil || got != small+large {
		t.Errorf("%q, %v", got, err)
	}
}

// The control codes that stand for capitals say that these tables are whole.
func TestEveryByteIsOneLetter(t *testing.T) {
	for _, table := range []*table{viscii(), vps(), bkhcm1(), vniDOS()} {
		if len(table.letters) != len(table.bytes) {
			t.Errorf("%d letters share %d bytes", len(table.bytes), len(table.letters))
		}
	}
}

// The same words as real old files hold them, typed by hand from the fonts'
// tables: a mistake in ours would not show in a round trip.
func TestDecode(t *testing.T) {
	for _, tc := range []struct {
		enc      Encoding
		in, want string
	}{
		{TCVN3, "B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô", "Báo cáo kết quả thực hiện nhiệm vụ"},
		{TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"},
		{TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
		{TCVN3, "Nhµ n\u00adíc, ®¬n vÞ, ng\u00adêi d©n", "Nhà nước, đơn vị, người dân"},
		{TCVN3, "KÕ HO¹CH", "KẾ HOẠCH"},
		{TCVN3, "KÕ ho¹ch vµ QUYÕT ®Þnh", "Kế hoạch và QUYẾT định"},
		{TCVN3, "nhiÖt ®é 25°C “Ên ®Þnh”", "nhiệt độ 25°C “ấn định”"},
		{VNI, "Baùo caùo keát quaû thöïc hieän nhieäm vuï", "Báo cáo kết quả thực hiện nhiệm vụ"},
		{VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{VNI, "UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"},
		{VNI, "Ñöôøng Nguyeãn Vaên Cöø, phöôøng kyù", "Đường Nguyễn Văn Cừ, phường ký"},
		{VNI, "Huyønh Hyï Thuî", "Huỳnh Hỵ Thuỵ"},
		{VNIDOS, latin([]byte("B\xffo c\xffo k\x89t qu\xe0 th\xa8c hi\xacn")), "Báo cáo kết quả thực hiện"},
		{VNIDOS, latin([]byte("C^C S\xcf, \xae\xfdU T\xa7 T|ng @")), "CÁC SỞ, ĐÂU Tữ TẢng Ỵ"},
		{VPS, latin([]byte("B\xe1o c\xe1o k\x89t qu\xe4 th\xbfc hi\x8cn")), "Báo cáo kết quả thực hiện"},
		{VPS, latin([]byte("\xf1\x12C L\x03P - T\x15 DO - H\x02NH PH\xdaC")), "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"},
		{VPS, latin([]byte("\xf1\xb6C L\xc6P")), "ĐỘC LẬP"}, // as Unikey writes it
		{BKHCM1, latin([]byte("B\xbeo c\xbeo k\xe4t qu\xc0 th\xfac hi\xe8n, \xbd\xf5\xefng")), "Báo cáo kết quả thực hiện, đương"},
		{BKHCM2, latin([]byte("Ba\xe1o ca\xe1o k\xef\xebt qua\xe3 th\xfb\xe5c hi\xef\xe5n")), "Báo cáo kết quả thực hiện"},
		{BKHCM2, latin([]byte("T\xca\xc5P TR\xda\xc2I \xc0\xdaN V\xd5, \xf9\xe6 VI\xcf\xe5T")), "TẬP TRỜI ĐƠN VỊ, ắ VIỆT"},
		{Twice, latin([]byte(latin([]byte("Cộng hòa")))), "Cộng hòa"},
		{Twice, "Cá»™ng hÃ²a vÃ  xÃ£", "Cộng hòa và xã"},
		{VISCII, "C\u00f5ng hòa xã hµi chü ngh\u00eea Vi®t Nam", "Cõng hòa xã hội chủ nghĩa Việt Nam"},
		{VIQR, "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{VIQR, "ddu+o+`ng DDo^` Na(m, d\\.c", "đường Đồ Năm, d.c"},
		{Windows1258, "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{Twice, "Cá»™ng hÃ²a xÃ£ há»™i", "Cộng hòa xã hội"},
		{Decomposed, norm.NFD.String("Cộng hòa xã hội"), "Cộng hòa xã hội"},
		{TCVN3, "§· cã ế sẵn", "Đã có ế sẵn"}, // partly Unicode already
	} {
		if got := Decode(tc.in, tc.enc); got != tc.want {
			t.Errorf("%s: Decode(%q)\nwant %q\nhave %q", tc.enc, tc.in, tc.want, got)
		}
	}
}

// plain are lines of about thirty letters as documents have them.
var plain = []string{
	"Căn cứ Luật Tổ chức chính quyền địa phương",
	"ỦY BAN NHÂN DÂN HUYỆN AN PHÚ, CHỦ TỊCH",
	"Các phòng, ban chuyên môn thuộc huyện;",
	"1. Mục đích: nâng cao ý thức của người dân",
	"- Lưu: VT, các xã, thị trấn (để thực hiện).",
	"KẾ HOẠCH phòng chống dịch bệnh gia súc",
	"đạt 95% trở lên vào năm 2024, tăng 3% so với",
	"Độc lập - Tự do - Hạnh phúc, ngày 5 tháng 6",
}

func TestDetectOneLine(t *testing.T) {
	for _, enc := range legacy {
		for _, line := range plain {
			old := asOld(t, line, enc)
			if got, score := Detect(old); got != enc || score < 0.8 {
				t.Errorf("Detect(%q) = %q, %.2f, want %s", old, got, score, enc)
			}
			if got := Decode(old, enc); !enc.lacksCapitals() && got != line {
				t.Errorf("Decode(%q) = %q", old, got)
			}
		}
	}
	for _, line := range plain {
		if got, _ := Detect(latin([]byte(line))); got != Twice {
			t.Errorf("Detect(%q) = %q, want twice", latin([]byte(line)), got)
		}
		if got, _ := Detect(norm.NFD.String(line)); got != Decomposed {
			t.Errorf("Detect(NFD %q) = %q", line, got)
		}
	}
}

func TestDetectLeavesOthersAlone(t *testing.T) {
	others := append([]string{
		"", "12.345   67,8%   2019   (1)   -   +3", "tôi là cô Hà", "có hai cô ở đó à",
		"No. 12/2019: to be sent to Mr. Ban (see a.) on 3/4; what is to do? Go.",
		"She can't go; we don't do it 'til they're in. Is it on? So do I.",
		"The quick brown fox jumps over the lazy dog near the river bank",
		"L'été dernier, le préfet a été reçu à l'hôtel de ville; où est-ce déjà né?",
		"Les élèves français préfèrent être à côté; la forêt, l'île, Noël, naïf",
		"El niño pequeño comió piñas; ¿dónde está él? ¡Aquí! José, María, Núñez",
		"Überprüfung der Straßenschäden für die Bürger, größer, schön, Mädchen",
		"São Paulo, coração, não há razão, três irmãs, português, função pública",
		"25 °C ± 3 µm, § 12, © 2019, 3 × 4 = 12 m², ½ kg, «trích dẫn», 5–6 ®",
		"foo.bar@tinh.gov.vn http://a.vn/b?c=d+e&f=(g) *** ~~~ ^^^",
		"ban hanh kem theo quyet dinh nay, cac so, nganh. Co ai o do? Di di.",
	}, plain...)
	for _, s := range others {
		if enc, score := Detect(s); enc != Unicode {
			t.Errorf("Detect(%q) = %s, %.2f: %q", s, enc, score, Decode(s, enc))
		}
		if got := Decode(s, Unicode); got != s {
			t.Errorf("Decode(%q, Unicode) = %q", s, got)
		}
	}
}

func TestDecodeBytes(t *testing.T) {
	text := strings.Join(plain, "\r\n")
	for _, enc := range legacy {
		b, err := enc.Codec().NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got, as, err := DecodeBytes(b)
		if as != enc || err != nil {
			t.Errorf("%s: told as %q, %v", enc, as, err)
		}
		if !enc.lacksCapitals() && got != text {
			t.Errorf("%s: %q", enc, got)
		}
	}
	wide := func(order unicode.Endianness, bom unicode.BOMPolicy) string {
		b, _ := unicode.UTF16(order, bom).NewEncoder().String(text)
		return b
	}
	for name, in := range map[string]string{
		"utf-8": text, "utf-8 with mark": "\ufeff" + text, "nfd": norm.NFD.String(text), "twice": latin([]byte(text)),
		"le": wide(unicode.LittleEndian, unicode.UseBOM), "be": wide(unicode.BigEndian, unicode.UseBOM),
		"bare le": wide(unicode.LittleEndian, unicode.IgnoreBOM), "bare be": wide(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		if got, _, err := DecodeBytes([]byte(in)); got != text || err != nil {
			t.Errorf("%s: %v\n%q", name, err, got)
		}
	}
	if got, _, err := DecodeBytes([]byte("caf\xe9, na\xefve")); got != "café, naïve" || !errors.Is(err, ErrUnknown) {
		t.Errorf("unknown: %q, %v", got, err)
	}
}

func TestEncoderRefusesWhatItCannotWrite(t *testing.T) {
	for _, enc := range legacy {
		if out, err := enc.Codec().NewEncoder().String("日本"); err == nil {
			t.Errorf("%s wrote %q", enc, out)
		}
	}
}

// FuzzCodec: what an encoder writes, its decoder reads back, and Decode makes
// valid UTF-8 in NFC of anything.
func FuzzCodec(f *testing.F) {
	for _, s := range plain {
		f.Add(s)
	}
	f.Add("ma\\. to? dd d'd")
	f.Fuzz(func(t *testing.T, s string) {
		for _, enc := range legacy {
			if out := Decode(s, enc); !norm.NFC.IsNormalString(out) {
				t.Errorf("%s: Decode(%q) = %q, not NFC", enc, s, out)
			}
			b, err := enc.Codec().NewEncoder().String(s)
			if err != nil || !slices.Contains([]Encoding{VISCII, VPS, BKHCM1, VNIDOS, VIQR}, enc) {
				continue // these have letters that join without an escape
			}
			if back, _ := enc.Codec().NewDecoder().String(b); back != norm.NFC.String(s) {
				t.Errorf("%s: %q became %q, then %q", enc, s, b, back)
			}
		}
	})
}
