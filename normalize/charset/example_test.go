package charset_test

import (
	"fmt"

	"vanthu/normalize/charset"
)

func Example() {
	layer := "B¸o c¸o kÕt qu¶ thùc hiÖn"
	enc, score := charset.Detect(layer)
	text := charset.Decode(layer, enc)
	fmt.Printf("%s %.2f: %s\n", enc, score, text)
	fmt.Printf("%.2f as it reads, %.2f stripped\n", charset.Vietnamese(text), charset.Vietnamese("Bao cao ket qua thuc hien"))
	// Output:
	// tcvn3 1.00: Báo cáo kết quả thực hiện
	// 1.00 as it reads, 0.03 stripped
}
