package main

// vietnamesePages are the messages of vanthu serve, by the English ones.
var vietnamesePages = map[string]string{
	"%d documents in the archive; the newest:": "kho có %d văn bản; mới nhất:", "the archive is empty; vanthu add FOLDER takes documents in": "kho còn trống; vanthu add THƯ_MỤC đưa văn bản vào",
	"show the archive to browsers and programs on this machine": "cho trình duyệt và chương trình trên máy này xem kho",
	`Answers browsers on http://127.0.0.1:8080/ until it is stopped: search, documents
with the picture of each page beside its text, deadlines, what is missing or to
be reviewed. Programs find the same as JSON under /api/v1, described by
/api/v1/openapi.yaml. Documents that are added meanwhile are found, too.

There are no passwords: whoever reaches the address may read the whole archive.`: `Phục vụ trình duyệt tại http://127.0.0.1:8080/ cho đến khi dừng: tra cứu, văn bản
có ảnh từng trang cạnh nội dung, thời hạn, văn bản còn thiếu, văn bản cần xem lại.
Chương trình lấy cùng dữ liệu dạng JSON dưới /api/v1, mô tả ở /api/v1/openapi.yaml.
Văn bản thêm trong lúc chạy cũng được tìm thấy.

Không có mật khẩu: ai vào được địa chỉ này đều đọc được toàn bộ kho.`,
	"address and port to answer on":                                                        "địa chỉ và cổng phục vụ",
	"another name by which browsers may call this server":                                  "tên khác mà trình duyệt được dùng để gọi máy chủ này",
	"open http://%s/ (Ctrl-C ends)":                                                        "mở http://%s/ (Ctrl-C để dừng)",
	"warning: everybody who reaches %s can read the whole archive: there are no passwords": "cảnh báo: ai vào được %s đều đọc được toàn bộ kho: không có mật khẩu",

	"with --json: where on its page each match stands, in points": "cùng --json: vị trí từng chỗ khớp trên trang, tính bằng point",

	// The frame of a page.
	"Skip to content": "Đến nội dung", "Lists": "Danh mục", "Deadlines": "Thời hạn", "Provinces": "Theo tỉnh", "Missing": "Còn thiếu",
	"To be reviewed": "Cần xem lại", "Saved searches": "Câu tìm đã lưu", "Pages": "Các trang", "Back": "Trước", "Further": "Sau",

	// Search.
	"Search": "Tìm", "Narrow down": "Thu hẹp", "How to ask": "Cách tìm", "Documents": "Văn bản",
	"words, “phrases”, 05/KH-UBND, field:value": "từ ngữ, “cụm từ”, 05/KH-UBND, trường:giá trị",
	"issued from": "ban hành từ", "issued until": "ban hành đến", "due before": "hạn trước", "what": "nội dung", "anything": "tất cả", "order": "sắp xếp",
	"sections": "mục, điều", "best first": "khớp nhất trước", "newest first": "mới trước", "oldest first": "cũ trước",
	"by number": "theo số, ký hiệu", "by title": "theo trích yếu", "by issuer": "theo cơ quan", "by province": "theo tỉnh",
	"both words, with or without marks":                          "có đủ các từ, có dấu hay không dấu",
	"these words in a row":                                       "đúng cụm từ này",
	"a document’s number in any form; any number of this symbol": "số văn bản viết kiểu nào cũng được; mọi số có ký hiệu này",
	"either; not; beginning so":                                  "một trong hai; không có; bắt đầu như vậy",
	"near each other":                                            "đứng gần nhau",
	"province then or now; type; a span of dates":                "tỉnh khi ấy hoặc nay; loại; khoảng ngày",
	"tasks of a unit, due before a day":                          "nhiệm vụ của một đơn vị, hạn trước một ngày",
	"targets above a figure; citing a document":                  "chỉ tiêu trên một mức; viện dẫn một văn bản",
	"about %d documents":                                         "khoảng %d văn bản",
	"%d documents":                                               "%d văn bản",
	"only as typed":                                              "chỉ tìm đúng như đã gõ",
	"%d more":                                                    "thêm %d",
	"Nothing was found. Fewer words, or words without marks, find more.": "Không tìm thấy. Ít từ hơn, hoặc gõ không dấu, sẽ tìm được nhiều hơn.",
	"which provinces have it, which have not":                            "tỉnh nào có, tỉnh nào không",
	"keep this search as": "lưu câu tìm với tên",
	"Keep":                "Lưu",

	// A document.
	"original": "bản gốc", "to be looked at: %d": "cần xem lại: %d", "page %d of %d": "trang %d trên %d",
	"show the restored text": "xem bản đã phục hồi", "show what the page said": "xem bản đọc thô", "picture of page %d": "ảnh trang %d",
	"what the page said": "bản đọc thô", "restored text": "bản đã phục hồi", "stamps and notes": "dấu và chú thích", "the page said: %s": "trang giấy đọc được: %s", "not sure": "không chắc",
	"Fields": "Các trường", "province today": "tỉnh nay", "cited document": "văn bản viện dẫn", "date of issue": "ngày ban hành", "superior body": "cơ quan cấp trên",
	"signed by": "người ký", "position": "chức vụ", "capacity": "thẩm quyền ký", "arrival number": "số đến", "date of arrival": "ngày đến", "not read": "chưa đọc được", "or": "hoặc",
	"unit": "đơn vị", "task": "nhiệm vụ", "due": "hạn", "page": "trang", "figure": "con số", "sentence": "câu", "in the archive": "trong kho",
	"may be the same paper": "có thể là cùng một văn bản", "cited by %d documents": "%d văn bản viện dẫn văn bản này", "documents like this one": "văn bản tương tự",

	// Lists.
	"Which provinces have it, which have not": "Tỉnh nào có, tỉnh nào không", "Count": "Đếm", "with": "có", "without": "không có",
	"documents": "văn bản", "of today’s": "của tỉnh nay", "Cited, not in the archive": "Được viện dẫn, kho không có", "cited by": "số văn bản dẫn", "by which": "văn bản nào dẫn",
	"Nothing is missing.": "Không thiếu văn bản nào.", "from": "từ ngày", "until": "đến ngày", "Show": "Xem", "recurring": "định kỳ",
	"what to look at": "cần xem gì", "%s: not read, other documents have %s": "%s: chưa đọc được, các văn bản khác có %s", "name": "tên", "search": "câu tìm", "last run": "chạy lần cuối", "What is new": "Có gì mới", "Forget": "Bỏ",
	"None yet. Search, then keep the search at the foot of its page.": "Chưa có. Hãy tìm, rồi lưu câu tìm ở cuối trang kết quả.",

	// What can go wrong.
	"To the search":                                                           "Về trang tìm",
	"there is nothing at this address":                                        "không có gì ở địa chỉ này",
	"this cannot be done at this address":                                     "không làm được việc này ở địa chỉ này",
	"only pages of this server may change something here":                     "chỉ các trang của máy chủ này được thay đổi dữ liệu",
	"this server does not go by that name; vanthu serve --host NAME adds one": "máy chủ không mang tên đó; thêm tên bằng vanthu serve --host TÊN",
	"the address is too long":                                                 "địa chỉ quá dài",
	"the document has no such blank":                                          "văn bản không có chỗ trống này",
	"the document has no such page":                                           "văn bản không có trang này",
	"the document has no pictures of its pages":                               "văn bản không có ảnh các trang",
	"the body is no JSON object of a query":                                   "nội dung gửi lên không phải là câu tìm dạng JSON",
	"parameter %s cannot be %q":                                               "tham số %s không thể là %q",
	"Not Found":                                                               "Không tìm thấy",
	"Conflict":                                                                "Trùng nhau",
	"Service Unavailable":                                                     "Chưa phục vụ được",
	"Unprocessable Entity":                                                    "Không xử lý được",
	"Bad Request":                                                             "Câu hỏi sai",
	"Internal Server Error":                                                   "Lỗi của máy chủ",
	"Request Entity Too Large":                                                "Gửi lên quá nhiều",
	"Method Not Allowed":                                                      "Không được phép",

	"no document has %s": "không văn bản nào có %s",
	"%d of %d pages: %s": "%d trong %d trang: %s",

	// Notes for review (package note).
	"not found":                                 "không tìm thấy",
	"not read for sure: %s":                     "đọc chưa chắc: %s",
	"no signature found":                        "không thấy chữ ký",
	"two sign: %s, %s, and %s":                  "hai người ký: %s, %s, và %s",
	"handwritten, may be %s":                    "viết tay, có thể là %s",
	"numbers and dates of the archive allow %s": "theo số và ngày của các văn bản trong kho thì có thể là %s",
	"title says %s, number says %s":             "tên loại ghi %s, ký hiệu ghi %s",
	"page says %s, file name says %s":           "trang ghi %s, tên tệp ghi %s",
	"serial handwritten or not read on the page, taken from the file name": "số viết tay hoặc không đọc được trên trang, lấy theo tên tệp",
	"serial handwritten or not read, symbol %s":                            "số viết tay hoặc không đọc được, ký hiệu %s",
	"not found on the page; annotation or file name suggests %s":           "không có trên trang; chú thích ký số hoặc tên tệp cho thấy %s",
	"%s is no date of the calendar":                                        "%s không có trong lịch",
	"%s: %s is no date of the calendar":                                    "%s: %s không có trong lịch",
	"day or month handwritten, may be %s":                                  "ngày hoặc tháng viết tay, có thể là %s",
	"day or month blank, handwritten or not read: %s":                      "ngày hoặc tháng bỏ trống, viết tay hoặc không đọc được: %s",
	"from the date of issue, which is not known":                           "kể từ ngày ban hành, mà ngày này không rõ",
	"%s: every year, as the plan is for several":                           "%s: hằng năm, vì kế hoạch cho nhiều năm",
	"%s: year taken from the subject":                                      "%s: năm lấy theo trích yếu",
	"%s: year not given":                                                   "%s: không ghi năm",
	"%s lies before the document":                                          "%s trước ngày của văn bản",
	"%s: taken for %s":                                                     "%s: hiểu là %s",
	"%s: counted from a day that is not given":                             "%s: tính từ một ngày không ghi rõ",
	"%s on page %d is incomplete":                                          "%s ở trang %d không đủ",
	"%s on page %d may be %s":                                              "%s ở trang %d có thể là %s",
	"%s is cited with two dates, %s and %s":                                "%s được viện dẫn với hai ngày, %s và %s",
	"%s without a place":                                                   "%s chưa rõ của nơi nào",
	"%s or PHÓ %s: %s":                                                     "%s hay PHÓ %s: %s",
	"page %d begins %s, left out of head, signature and sections":          "từ trang %d là %s, không tính vào phần đầu, chữ ký và các mục",
	"an annex begins before the signature: %s":                             "phụ lục bắt đầu trước chữ ký: %s",
	"an annex": "phụ lục", "an attached text": "văn bản kèm theo", "another document": "một văn bản khác",
	"this document": "văn bản này", "signature": "chữ ký",
}
