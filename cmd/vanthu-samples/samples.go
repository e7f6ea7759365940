package main

import "vanthu/cmd/vanthu-samples/internal/scan"

// sample is one file to make.
type sample struct {
	file     string
	document string // name of its source, empty if it has none
	make     func(*job) ([]byte, error)
	hard     string // what makes it hard, for the manifest
	bad      bool   // cannot be read, goes to bad/

	size     float64 // of the type, 14 if zero
	ragged   bool
	damage   scan.Options
	password string
}

// samples are all files, in the order of the manifest.
var samples = []sample{
	{file: "847-KH-UBND-tay-ninh.pdf", document: "tay-ninh-duoi-nuoc", make: scannedPDF,
		hard:   "PDF ảnh xám 300 dpi, không lớp chữ; dấu đỏ đè chữ và chữ ký; hai khối tiêu đề nằm ngang nhau",
		damage: scan.Options{DPI: 300, Seal: "Ủy ban nhân dân tỉnh Tây Ninh", Grain: 3}},
	{file: "63-KH-UBND-quang-dien.pdf", document: "quang-dien-rac-nhua", make: scannedPDF,
		hard:   "PDF ảnh xám 200 dpi, nghiêng 1,5 độ; số và ngày viết tay; dấu đỏ; hạn 05/5 và 03/11/2023 chung năm",
		damage: scan.Options{DPI: 200, Seal: "Ủy ban nhân dân huyện Quảng Điền", Hand: true, Skew: 1.5, Grain: 4}},
	{file: "scan0012.pdf", document: "can-tho-chuyen-doi-so", make: faxPDF,
		hard:   "PDF đen trắng CCITT G4 300 dpi, bốn trang, phụ lục bảng nằm ngang; tên tệp không nói gì; tên loại dài nhiều dòng",
		damage: scan.Options{DPI: 300, Seal: "Ủy ban nhân dân thành phố Cần Thơ"}},
	{file: "cong-van-den-0512.jpg", document: "lao-cai-chong-ret", make: photo,
		hard:   "một ảnh JPEG màu 200 dpi, không ghi độ phân giải; dấu CÔNG VĂN ĐẾN viết tay số 0417 (không phải số văn bản); công văn V/v",
		damage: scan.Options{DPI: 200, Seal: "Sở Nông nghiệp và PTNT tỉnh Lào Cai", Arrival: "0417|06/12/2019", Skew: -0.6}},
	{file: "le-loi-thu-vien.png", document: "le-loi-thu-vien", make: screenshot, size: 13,
		hard:   "một ảnh PNG 150 dpi, 16 mức xám, cỡ chữ 13; kế hoạch của trường, tỉnh phải suy ra",
		damage: scan.Options{DPI: 150}},
	{file: "402-BC-UBND.tif", document: "nha-be-bao-cao", make: faxTIFF,
		hard:   "TIFF nhiều trang CCITT G4 200 dpi; lấm tấm bụi; báo cáo có % là kết quả, không phải chỉ tiêu",
		damage: scan.Options{DPI: 200, Seal: "Ủy ban nhân dân huyện Nhà Bè", Speckle: 700}},
	{file: "09-KH-UBND-tan-hung.pdf", document: "tan-hung-cai-cach", make: englishPDF,
		hard:   "PDF ảnh 200 dpi với lớp chữ của OCR tiếng Anh (sai dấu, sai chữ): phải nhận ra và OCR lại; tỉnh phải suy ra",
		damage: scan.Options{DPI: 200, Seal: "Ủy ban nhân dân xã Tân Hưng", Grain: 3, Skew: 0.4}},
	{file: "156-KH-UBND_signed.pdf", document: "can-tho-chuyen-doi-so", make: bornDigital,
		hard: "PDF sinh từ máy, lớp chữ tốt; cùng văn bản với scan0012.pdf nhưng khác tệp; bảng phụ lục nằm ngang"},
	{file: "KH-SYT_ky-so.pdf", document: "kien-giang-tiem-chung", make: stampedPDF,
		hard: "số 2115, ngày 17, tháng 6 chỉ nằm trong chú thích ký số (widget có appearance stream, cập nhật nối đuôi); thân trang để trống"},
	{file: "46-KH-UBND-rach-gia.pdf", document: "rach-gia-tre-em", make: mixedPDF,
		hard:   "trang 1 có lớp chữ, trang 2 là ảnh quét 200 dpi có dấu đỏ; phường sau sáp nhập 01/7/2025",
		damage: scan.Options{DPI: 200, Seal: "Ủy ban nhân dân phường Rạch Giá", Grain: 3}},
	{file: "KH-SGDDT-chua-so.pdf", document: "hai-duong-the-chat", make: scannedPDF,
		hard:   "kế hoạch của Sở chưa có số, chưa có ngày: không được bịa; PDF ảnh 200 dpi, mực mờ, lỗ đục và viền đen",
		damage: scan.Options{DPI: 200, Fade: 70, Grain: 3, Holes: true}},
	{file: "12-CT-HU.pdf", document: "yen-thanh-chi-thi", make: faxPDF,
		hard:   "chỉ thị của Huyện ủy: tiêu đề Đảng, số 12-CT/HU viết tay; CCITT G4 200 dpi, lấm tấm, lỗ đục",
		damage: scan.Options{DPI: 200, Hand: true, Seal: "Ban Chấp hành Đảng bộ huyện Yên Thành", Speckle: 400, Holes: true}},
	{file: "731-QD-UBND-HC.pdf", document: "dong-thap-to-cong-tac", make: faxPDF, ragged: true,
		hard:   "quyết định có Điều, khoản; lề phải không đều; CCITT G4 300 dpi, nghiêng -0,8 độ; số và ngày viết tay",
		damage: scan.Options{DPI: 300, Hand: true, Seal: "Ủy ban nhân dân tỉnh Đồng Tháp", Skew: -0.8}},
	{file: "14-2021-NQ-HDND.pdf", document: "ben-tre-nghi-quyet", make: bornDigital,
		hard: "PDF sinh từ máy; nghị quyết số có năm; Điều, khoản, điểm; luật viện dẫn không số"},
	{file: "thong-bao-94.txt", document: "quang-ninh-thong-bao", make: stripped,
		hard: "tệp văn bản mất hết dấu: phải khôi phục dấu mà không đụng số hiệu, ngày"},
	{file: "KH-2115-cu.txt", document: "kien-giang-tiem-chung", make: tcvn3,
		hard: "tệp văn bản mã TCVN3 (.VnTime); chữ hoa có dấu thanh thành chữ thường"},
	{file: "tay-ninh-nfd.txt", document: "tay-ninh-duoi-nuoc", make: decomposed,
		hard: "tệp UTF-8 dạng NFD (dấu tách rời)"},
	{file: "31-KH-HU.txt", document: "yen-thanh-ke-hoach", make: exported,
		hard: "tệp văn bản; cùng người ký với 12-CT-HU.pdf, ở đó họ bị dấu đen đè"},
	{file: "97-TTr-UBND.txt", document: "nha-be-to-trinh", make: exported,
		hard: "tệp văn bản; cùng người ký với 402-BC-UBND.tif, ở đó họ bị dấu đen đè"},
	{file: "09-CT-UBND.txt", document: "dong-thap-chi-thi", make: exported,
		hard: "tệp văn bản; cùng người ký và nơi nhận với 731-QD-UBND-HC.pdf"},
	{file: "giay-moi-118.txt", document: "quang-ninh-giay-moi", make: exported,
		hard: "tệp văn bản; giấy mời; cùng người ký với thong-bao-94.txt, tệp đó mất dấu"},

	{file: "cat-cut.pdf", document: "le-loi-thu-vien", make: truncated, bad: true, hard: "PDF bị cắt còn một phần ba",
		damage: scan.Options{DPI: 72}},
	{file: "rong.pdf", make: empty, bad: true, hard: "không có byte nào"},
	{file: "tep-nen.pdf", make: zipped, bad: true, hard: "tệp zip đặt tên .pdf"},
	{file: "co-mat-khau.pdf", document: "ben-tre-nghi-quyet", make: bornDigital, bad: true, password: "khong-ai-biet",
		hard: "PDF mã hóa, cần mật khẩu"},
	{file: "rac.pdf", make: garbage, bad: true, hard: "mở đầu %PDF rồi toàn byte rác"},
	{file: "rac.bin", make: plainNoise, bad: true, hard: "byte rác, không phải loại tệp nào"},
}
