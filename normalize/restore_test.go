package normalize

import (
	"context"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"vanthu/normalize/tone"
)

// shared is made once: loading takes a while.
var shared = sync.OnceValues(func() (*Restorer, error) { return New(Options{}) })

func restorer(t testing.TB) *Restorer {
	t.Helper()
	r, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// clean is text that is as it should be, and as odd as such text gets.
var clean = []string{
	"Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì, phối hợp với các sở, ngành liên quan.",
	"UỶ BAN NHÂN DÂN HUYỆN HOÀ VANG\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nTriển khai công tác khoẻ học đường",
	"Gửi về hộp thư phong.gd@haiphong.edu.vn trước ngày 15/12/2023, điện thoại 0225.3123.456.",
	"Công ty TNHH Sunrise Vina nhập 12 máy in HP LaserJet và 3 máy quét Canon.",
	"1. Mục tiêu: 97% trẻ em dưới 06 tuổi có thẻ BHYT;\n2. Kinh phí: 1.250.000.000 đồng.",
	"The committee will review the report and send it to all members before the end of the month.",
	"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;",
	"Quyết định số 15/QĐ-XYZ, mã hồ sơ A1-B2, phòng 3C.",
	"中文文本 и русский текст",
	"|  12 |  7,5 | 100% |\n|  03 |  8,0 |  95% |",
}

func TestCleanTextIsLeftAlone(t *testing.T) {
	r := restorer(t)
	for _, s := range clean {
		if got := r.Text(s); got != s {
			t.Errorf("changed\n%s\ninto\n%s", s, got)
		}
	}
	all := strings.Join(clean, "\n\n")
	if got := r.Text(all); got != all {
		t.Errorf("changed together:\n%s", got)
	}
}

func TestStripped(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		// whole sentences
		"Uy ban nhan dan tinh ban hanh Ke hoach bao ve, cham soc tre em nam 2021 nhu sau:": "Ủy ban nhân dân tỉnh ban hành Kế hoạch bảo vệ, chăm sóc trẻ em năm 2021 như sau:",
		"Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam 2015;":             "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
		// capitals
		"CONG HOA XA HOI CHU NGHIA VIET NAM": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		// half of the marks lost: what is there stays
		"So Giáo dục va Dao tạo huong dẫn các truong học thuc hiện.": "Sở Giáo dục và Đào tạo hướng dẫn các trường học thực hiện.",
		// numbers, addresses and document numbers
		"Thuc hien Quyet dinh so 06/2019/QD-TTg, gui ve pgd@ninhbinh.gov.vn truoc ngay 05/5/2023.": "Thực hiện Quyết định số 06/2019/QĐ-TTg, gửi về pgd@ninhbinh.gov.vn trước ngày 05/5/2023.",
	} {
		if got := r.Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestMisread(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"quan 1y va thyc hién chu truong, dudng 16i ciia Pang, chinh sach, phap luat ciia Nha nudc":   "quản lý và thực hiện chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước",
		"S¢ Gido duc va Pao tao huéng din cac trudng hoc thyc hién nhiém vy nam hoc mdi":              "Sở Giáo dục và Đào tạo hướng dẫn các trường học thực hiện nhiệm vụ năm học mới",
		"Nghi quyét s6 12/2020/NQ-HPND ngay 10/12/2020 ciia HPND tinh vé phat trién kinh té - x& hdi": "Nghị quyết số 12/2020/NQ-HĐND ngày 10/12/2020 của HĐND tỉnh về phát triển kinh tế - xã hội",
		// words run together, acronyms, specks
		"Lien doan Lao dQng tinh ph6i hgp vai S6 Van hoa thuc hien nghi quyet v@xaydvng dai s6ng van hoa trong CNVCLD giai do~n2021-2026.": "Liên đoàn Lao động tỉnh phối hợp với Sở Văn hóa thực hiện nghị quyết về xây dựng đời sống văn hóa trong CNVCLĐ giai đoạn 2021-2026.",
		// the hook of a letter
		"Toa an xét xi? vy an hinh sy theo phap luat, co quan thi hanh an giti h6 so ciia ngudi bi két an.": "Tòa án xét xử vụ án hình sự theo pháp luật, cơ quan thi hành án gửi hồ sơ của người bị kết án.",
		"Cac co. quan, dcrn vi~ c6 trach nhi~m th\\lc hi~n chu truang cua Elang, chinh sach cua Nha nuac.":  "Các cơ quan, đơn vị có trách nhiệm thực hiện chủ trương của Đảng, chính sách của Nhà nước.",
		// a comma that lost its space
		"Can bg, cdng chuc lgi dung chu'c vu,quyen han lam trai quy dinh vé quan ly tai san cdng bi xu ly theo phap lu@t": "Cán bộ, công chức lợi dụng chức vụ, quyền hạn làm trái quy định về quản lý tài sản công bị xử lý theo pháp luật",
		// runs of words
		"QUYET DINH\nCACCOQUAN,DONVICOTHAMQUYEN C6NG B6 DANH MVC THU TyC HANH CHINH\nNGAY21THANG3NAM2011CUACHINHPHU": "QUYẾT ĐỊNH\nCÁC CƠ QUAN, ĐƠN VỊ CÓ THẨM QUYỀN CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH\nNGÀY 21 THÁNG 3 NĂM 2011 CỦA CHÍNH PHỦ",
	} {
		if got := r.Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSlips(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		// one mark lost or swapped makes another real word
		"Các cơ quan, tô chức, cá nhân có trách nhiệm thúc đây tiến độ":  "Các cơ quan, tổ chức, cá nhân có trách nhiệm thúc đẩy tiến độ",
		"Ủy ban nhân dân thành phó ban hành kê hoạch phát triên kinh tế": "Ủy ban nhân dân thành phố ban hành kế hoạch phát triển kinh tế",
	} {
		page := words(in)
		if err := r.Lines(context.Background(), page, VietnameseOCR); err != nil {
			t.Fatal(err)
		}
		if got := text(page); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// Nobody may read the serial, but the codes behind it are no words.
func TestSymbolsAreLeftAlone(t *testing.T) {
	r := restorer(t)
	for _, in := range []string{"Số: ZŠ/QĐ-UBND-HC Đồng Tháp, ngày tháng năm", "Số: ố.KH-UBND Quảng Điền, ngày tháng năm"} {
		page := words(in)
		for i := range page[0] {
			page[0][i].Read = 0.3
		}
		if err := r.Lines(context.Background(), page, VietnameseOCR); err != nil {
			t.Fatal(err)
		}
		if symbol := page[0][1]; symbol.Text != symbol.Raw {
			t.Errorf("%s became %s", symbol.Raw, symbol.Text)
		}
	}
}

// A font that lacks letters drops them everywhere.
func TestLostLetters(t *testing.T) {
	in := "Tăng cường tuyên truyn các quyn của trẻ em; hướng dẫn cha mẹ kin thức nuôi dạy con.\n" +
		"Phòng, chng bạo lực gia đình; bảo vệ tr em có hoàn cảnh đặc biệt theo quy đnh của pháp luật."
	got := restorer(t).Text(in)
	for _, want := range []string{"tuyên truyền", "các quyền", "kiến thức", "chống bạo lực", "trẻ em có", "quy định"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestTrace(t *testing.T) {
	changes := restorer(t).Changes("Ke hoach\nUy ban nhan dan tinh Thai Binh ban hanh ke hoach nam 2021")
	if len(changes) < 5 || changes[0].Line != 1 || changes[0].Raw != "Ke" || changes[0].Text != "Kế" {
		t.Fatalf("changes: %+v", changes)
	}
	for _, c := range changes {
		if c.Kind != ChangeStripped || c.Sure <= 0 || c.Sure > 1 || len(c.Candidates) == 0 {
			t.Errorf("%s → %s: kind %q, sure %g, %d candidates", c.Raw, c.Text, c.Kind, c.Sure, len(c.Candidates))
		}
	}
}

func TestDictionary(t *testing.T) {
	const in = "Ong Tran Khuong Duy, Chu tich Uy ban nhan dan xa, chu tri hoi nghi."
	r, err := New(Options{Dictionary: []string{"Trần Khưởng Dụy"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Text(in); !strings.Contains(got, "Trần Khưởng Dụy") {
		t.Errorf("the dictionary's name is not in %s", got)
	}
	if got := restorer(t).Text(in); strings.Contains(got, "Khưởng") {
		t.Errorf("without the dictionary: %s", got)
	}
}

// Good text that came through a reader stays as it is too: both places of the
// tone, document numbers, names.
func TestGoodOCRIsLeftAlone(t *testing.T) {
	for _, in := range []string{
		"Khoá họp về văn hoá, thuỷ lợi và y tế cơ sở của tỉnh Hoà Bình; khóa họp sau bàn về giáo dục.",
		"Căn cứ Pháp lệnh số 10/2009/PL-UBTVQH12 ngày 22/10/2009;",
		"Chủ tịch Ủy ban nhân dân huyện Nguyễn Thị Tuyết Mai chủ trì cuộc họp.",
	} {
		page := words(in)
		if err := restorer(t).Lines(context.Background(), page, VietnameseOCR); err != nil {
			t.Fatal(err)
		}
		if got := text(page); got != in {
			t.Errorf("%s\nbecame\n%s", in, got)
		}
	}
}

func TestReaderThatIsSureIsTrusted(t *testing.T) {
	before := 1.1
	for _, read := range []float64{0.9, 0.98} {
		page := words("Các cơ quan, tô chức liên quan của huyện.")
		page[0][3].Read = read
		if err := restorer(t).Lines(context.Background(), page, VietnameseOCR); err != nil {
			t.Fatal(err)
		}
		w := page[0][3]
		if w.Text != "tổ" || w.Sure >= before {
			t.Errorf("read with %.2f: %q, sure %.3f; before %.3f", read, w.Text, w.Sure, before)
		}
		before = w.Sure
	}
}

func TestTrusted(t *testing.T) {
	page := words(norm.NFD.String("Sở Y tế") + " thuc hien Ðề án")
	if err := restorer(t).Lines(context.Background(), page, Trusted); err != nil {
		t.Fatal(err)
	}
	if got := text(page); got != "Sở Y tế thuc hien Đề án" {
		t.Errorf("got %q", got)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := restorer(t).Lines(ctx, words("Uy ban nhan dan"), Unknown); err == nil {
		t.Error("no error")
	}
}

func TestConcurrent(t *testing.T) {
	r := restorer(t)
	want := r.Text(misread)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got := r.Text(misread); got != want {
				t.Error("another result beside others")
			}
		})
	}
	wait.Wait()
}

// What was restored is not changed again.
func TestRestoredTextIsStable(t *testing.T) {
	r := restorer(t)
	for _, s := range []string{stripped, misread} {
		once := r.Text(s)
		if twice := r.Text(once); twice != once {
			t.Errorf("restored\n%s\nrestored again\n%s", once, twice)
		}
	}
}

func TestLongLine(t *testing.T) {
	r := restorer(t)
	s := strings.Repeat("Uy ban nhan dan tinh ban hanh ke hoach. ", 20000) + strings.Repeat("x", 1<<20)
	if got := r.Text(s); tone.Fold(got) != s {
		t.Error("letters changed in a long line")
	}
	for _, s := range []string{strings.Repeat("a b\n", 1<<20), strings.Repeat("a-", 1<<20), strings.Repeat("\x00", 1<<20), strings.Repeat("ế", 1<<20), strings.Repeat("(", 1<<20)} {
		if got := r.Text(s); got != s {
			t.Errorf("a long %q changed", s[:4])
		}
	}
}

// FuzzText: no panic; NFC where it was text; digits untouched; as many lines.
func FuzzText(f *testing.F) {
	for _, s := range clean {
		f.Add(s)
	}
	f.Add(stripped)
	f.Add(misread)
	f.Add("\xff\xfe\x00binary\x00\nUy ban")
	f.Add(norm.NFD.String("Ủy ban nhân dân"))
	r := restorer(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := r.Text(s)
		if strings.Count(got, "\n") != strings.Count(s, "\n") {
			t.Errorf("%q → %q: lines", s, got)
		}
		if len(digits(got)) > len(digits(s)) {
			t.Errorf("%q → %q: digits", s, got)
		}
	})
}

func words(s string) [][]Word {
	var page [][]Word
	for _, l := range strings.Split(s, "\n") {
		var line []Word
		for _, f := range strings.Fields(l) {
			line = append(line, Word{Raw: f})
		}
		page = append(page, line)
	}
	return page
}

func text(page [][]Word) string {
	var lines []string
	for _, line := range page {
		var ws []string
		for _, w := range line {
			if w.Text != "" {
				ws = append(ws, w.Text)
			}
		}
		lines = append(lines, strings.Join(ws, " "))
	}
	return strings.Join(lines, "\n")
}

// What stands amid misread paragraphs was misread too, though its words look
// like words; a paragraph that is whole is not.
func TestParagraphsAmidMisreadOnes(t *testing.T) {
	const whole = "Sở Y tế chủ trì, phối hợp với các cơ quan liên quan hướng dẫn các xã, phường, thị trấn tổ chức thực hiện kế hoạch này."
	in := misread + "\nCác sô, ban, ngành, hôi, doàn thê cân chu dông triên khai kê hoach.\n\n" + whole + "\n"
	got := restorer(t).Text(in)
	for _, want := range []string{"Các sở, ban, ngành, hội, đoàn thể cần chủ động triển khai kế hoạch.", whole} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// A good engine misreads few words, and they tell that the page was misread;
// foreign words amid lost marks do not.
func TestFewMisreadWords(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"Ke tuir ngay nhan duoc ho so' hop le, cac xa, phuong to chuc lay y kien cur tri ve du an; Chu tich Uy ban nhan dan huyen chiu trach nhiem chi dao, kiem tra viec thurc hien.": "Kể từ ngày nhận được hồ sơ hợp lệ, các xã, phường tổ chức lấy ý kiến cử tri về dự án; Chủ tịch Ủy ban nhân dân huyện chịu trách nhiệm chỉ đạo, kiểm tra việc thực hiện.",
		"Hoi thao do cac startup trinh bay ve blockchain, mang luoi ket noi va dich vu logistics cua cac doanh nghiep trong vung.":                                                     "Hội thảo do các startup trình bày về blockchain, mạng lưới kết nối và dịch vụ logistics của các doanh nghiệp trong vùng.",
	} {
		if got := r.Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSpreadLetters(t *testing.T) {
	r := restorer(t)
	for in, want := range map[string]string{
		"K Ế  H O Ạ C H\nTriển khai công tác phòng, chống thiên tai năm 2021": "KẾ  HOẠCH\nTriển khai công tác phòng, chống thiên tai năm 2021",
		"Q U Y E T  D I N H\nVe viec phe duyet ke hoach su dung dat nam 2021": "QUYẾT  ĐỊNH\nVề việc phê duyệt kế hoạch sử dụng đất năm 2021",
		"Khoanh vào câu trả lời đúng: A B C D":                                "Khoanh vào câu trả lời đúng: A B C D",
	} {
		if got := r.Text(in); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
	page := [][]Word{{{Raw: "T"}, {Raw: "Ờ"}, {Raw: "T"}, {Raw: "R"}, {Raw: "Ì"}, {Raw: "N"}, {Raw: "H"}}}
	if err := r.Lines(context.Background(), page, Trusted); err != nil {
		t.Fatal(err)
	}
	if w := page[0]; w[0].Text != "TỜ" || w[1].Text != "" || w[2].Text != "TRÌNH" || w[0].Change != ChangeForm {
		t.Errorf("trusted text became %v", w)
	}
}
