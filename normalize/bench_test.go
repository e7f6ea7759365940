package normalize

import (
	"os"
	"strings"
	"testing"
)

var stripped = `Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam 2015;
Uy ban nhan dan tinh ban hanh Ke hoach bao ve, cham soc tre em nam 2021 nhu sau:
1. Tuyen truyen, pho bien chinh sach, phap luat ve tre em den tung ho gia dinh, truong hoc va cong dong.
2. So Lao dong - Thuong binh va Xa hoi chu tri, phoi hop voi cac so, nganh lien quan huong dan thuc hien.
`

var misread = `Cén cu Lu@t Té chirc chinh quyén dia phuong ngay 19 thang 6 nam 2015;
Uy ban nhan dan tinh ban hanh Ké hoach bao v¢, cham séc tré em nam 2021 nhu sau:
1. Tuyén truyén, phé bién chinh sach, phap luat vé tré em dén timg hé gia dinh, trudng hoc va cong déng.
2. S¢ Lao dong - Thuong binh va X4 hdi chu tri, phéi hop véi cdc sé, nganh lién quan huéng dan thuc hién.
`

func benchmark(b *testing.B, text string) {
	r, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	if f := os.Getenv("VANTHU_BENCH_FILE"); f != "" { // a larger text
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		text = string(data)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Text(text) // cold: nothing is kept from one text to the next
	}
	b.ReportMetric(float64(b.N*len(strings.Fields(text)))/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkStripped(b *testing.B) { benchmark(b, stripped) }
func BenchmarkMisread(b *testing.B)  { benchmark(b, misread) }

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		New(Options{})
	}
}
