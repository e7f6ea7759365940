package extract

import (
	"strings"
	"testing"
)

func TestContacts(t *testing.T) {
	x := newExtractor(t)
	for _, test := range []struct{ in, want string }{
		{"Thư điện tử: noivu@sonla.example.", "noivu@sonla.example"},
		{"Thư điện tử noivu.mau(@sonla.example./.", "noivu.mau@sonla.example"},
		{"Gửi qua email noivu(2sonla.example, điện thoại 0212 385 0000.", "noivu@sonla.example 02123850000"},
		{"Điện thoại 0212 3/5 0O00.", "02123750000"},
		{"Số điện thoại 0987 654 32l.", "0987654321"},
		{"Điện thoại 0905.111.222.\n\n3. Gửi hồ sơ.", "0905111222"}, // the 3 is the next item's
		{"Điện thoại: 0987 65432 gặp ông Sáu.", ""},
		{"Hồ sơ 0987 654 32l.", ""},
		{"Dự án ĐT 03/01/2025.", ""},
		// nothing says that an address stands here
		{"Xem mục noivu(2sonla.example của phụ lục.", ""},
		{"Đơn giá 5(2.000 đồng.", ""},
		{"Fax: 0212 385 0000.", ""},
	} {
		c := x.Extract(document("THÔNG BÁO\n\nVề việc thử\n\n" + test.in)).Contacts
		if have := strings.Join(append(c.Emails, c.Phones...), " "); have != test.want {
			t.Errorf("%q gives %q, want %q", test.in, have, test.want)
		}
	}
}
