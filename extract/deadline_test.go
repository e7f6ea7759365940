package extract

import (
	"strings"
	"testing"
)

func TestDeadlines(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Báo cáo trước ngày 25/6/2020.", "2020-06-25"},
		{"Gửi báo cáo chậm nhất là 16 giờ 30 ngày 05 tháng 7 năm 2021.", "2021-07-05"},
		{"Gửi báo cáo (trước ngày 25/6/2020) và báo cáo năm (trước ngày 05/12/2020).", "2020-06-25 2020-12-05"},
		{"Thời gian gửi: trước ngày 05/5 và 03/11/2023.", "2023-05-05 2023-11-03"},
		{"Hạn cuối 10/3/2022, 10/6/2022.", "2022-03-10 2022-06-10"},
		{"Báo cáo năm trước ngày 15/12 hằng năm.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"},
		{"Báo cáo định kỳ trước ngày 05/4 và 05/10 hằng năm.", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5"},
		{"Báo cáo trước ngày 05/4, ngày 05/7 và ngày 05/10 hằng năm.",
			"FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5 FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=5 FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5"},
		{"Báo cáo học kỳ I trước ngày 10/01, cả năm trước ngày 31/5 hằng năm.", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31"},
		{"Báo cáo UBND phường trước 15h00 thứ Sáu hàng tuần.", "FREQ=WEEKLY;BYDAY=FR"},
		{"Báo cáo trước ngày 20 hàng tháng.", "FREQ=MONTHLY;BYMONTHDAY=20"},
		{"Báo cáo vào ngày 20 của tháng cuối quý.", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"},
		{"Báo cáo gửi trước ngày 10/01 năm sau.", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10"},
		{"Báo cáo vào ngày 10 của tháng đầu quý sau.", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"},
		{"Gửi báo cáo trước 16 giờ thứ Sáu hằng tuần.", "FREQ=WEEKLY;BYDAY=FR"},
		{"Hạn cuối nộp hồ sơ: 28.5.2021.", "2021-05-28"},
		{"Gửi báo cáo trước ngày l5/1O/2021.", "2021-10-15"},
		{"Nop ho so (trudc ngay 30/6/2024).", "2024-06-30"},
		{"Nộp trước ngày 22/12/2017; hồ sơ gửi sau ngày 22/12/2017 sẽ không được xét.", "2017-12-22"},
		{"Hồ sơ gửi sau ngày 22/12/2017 sẽ không được xét.", "2017-12-22"},
		// dates that bind nobody
		{"Bài viết đăng sau ngày 22/12/2017.", ""},
		{"Hợp đồng ký trước ngày 22/12/2017.", ""},
		{"Luật được thông qua ngày 20 tháng 11 năm 2014.", ""},
		{"Văn bản ban hành trước ngày 01/7/2016 hết hiệu lực.", ""},
		{"Số liệu tính đến hết ngày 31/12/2017.", ""},
		{"Quyết định số 12/QĐ-TTg ngày 03/01/2019 của Thủ tướng.", ""},
		{"Xong trước ngày 31/02/2023.", ""},
	} {
		var have []string
		for _, d := range x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + test.in)).Deadlines {
			have = append(have, str(d.Date)+str(d.Rule))
		}
		if got := strings.Join(have, " "); got != test.want {
			t.Errorf("%q gives %q, want %q", test.in, got, test.want)
		}
	}
}

// TestWhatIsDue: the clause of a deadline, not that of the one before it.
func TestWhatIsDue(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Báo cáo 6 tháng trước ngày 15/6/2024, báo cáo năm trước ngày 15/12/2024.", "Báo cáo 6 tháng|báo cáo năm"},
		{"Báo cáo trước ngày 15/6/2024 và nộp hồ sơ trước ngày 15/12/2024.", "Báo cáo|nộp hồ sơ"},
		{"Theo Kế hoạch số 12/KH-UBND ngày 03/01/2024, các xã nộp hồ sơ trước ngày 15/6/2024.", "các xã nộp hồ sơ"},
		{"Định kỳ trước ngày 10/6/2024 (báo cáo 6 tháng) và trước ngày 10/12/2024 (báo cáo năm).", "Định kỳ|báo cáo năm"},
		{"Trước ngày 05/6/2024, các xã nộp hồ sơ.", "các xã nộp hồ sơ"},
		{"Hạn cuối nộp hồ sơ: 28/5/2024.", "Hạn cuối nộp hồ sơ"},
		{"3- Các huyện ủy gửi kế hoạch trước ngày 30/6/2024.", "Các huyện ủy gửi kế hoạch"},
	} {
		var have []string
		for _, d := range x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + test.in)).Deadlines {
			have = append(have, d.What)
		}
		if got := strings.Join(have, "|"); got != test.want {
			t.Errorf("%q: due is %q, want %q", test.in, got, test.want)
		}
	}
}

// TestYearOfDeadline: a day without a year, under plans for one and for several.
func TestYearOfDeadline(t *testing.T) {
	x := newExtractor(t)
	for title, want := range map[string]string{
		"Trồng rừng năm 2024":                 "2024-06-15",
		"Trồng rừng giai đoạn 2021 - 2025":    "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15",
		"Trồng rừng đến năm 2030":             "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15",
		"Trồng rừng theo chương trình của xã": "",
	} {
		f := x.Extract(document("KẾ HOẠCH\n\n" + title + "\n\n1. Các xã báo cáo 6 tháng trước ngày 15/6.\n"))
		have := ""
		for _, d := range f.Deadlines {
			have += str(d.Date) + str(d.Rule)
		}
		if have != want {
			t.Errorf("%s: %q, want %q", title, have, want)
		}
	}
}

// TestDeadlineBeforeIssue: a deadline before the document was misread.
func TestDeadlineBeforeIssue(t *testing.T) {
	text := strings.Replace(headOf, "%s", "214/KH-SNV", 1)
	f := newExtractor(t).Extract(document(text + "\n1. Nộp hồ sơ trước ngày 20/4/2016.\n\n2. Báo cáo trước ngày 20/4/2019.\n"))
	if len(f.Deadlines) != 1 || str(f.Deadlines[0].Date) != "2019-04-20" {
		t.Errorf("deadlines %+v, want 2019-04-20 alone", f.Deadlines)
	}
	if !strings.Contains(strings.Join(f.Review, "\n"), "20/4/2016 lies before the document") {
		t.Errorf("review %q", f.Review)
	}
}

// TestRelativeDeadline: days counted from something have no date; a person is
// told.
func TestRelativeDeadline(t *testing.T) {
	x := newExtractor(t)
	for text, want := range map[string]bool{
		"Các phòng gửi báo cáo chậm nhất 05 ngày làm việc sau khi nhận.":  true,
		"Nộp hồ sơ trong vòng 10 (mười) ngày kể từ ngày ra thông báo.":    true,
		"Quyết định có hiệu lực sau 45 ngày kể từ ngày đăng.":             false,
		"Báo cáo chậm nhất ngày 05/6/2024 và 10 ngày làm việc của cơ sở.": false,
	} {
		f := x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + text))
		if have := strings.Contains(strings.Join(f.Review, "\n"), "counted from a day"); have != want {
			t.Errorf("%q: noted %t", text, have)
		}
	}
}
