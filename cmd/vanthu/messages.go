package main

import (
	"errors"

	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"
)

// messages in Vietnamese, by the English ones; a test keeps the tables whole.
var messages = func() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for _, table := range []map[string]string{vietnamese, vietnamesePages} {
		for key, text := range table {
			if err := errors.Join(b.SetString(language.Vietnamese, key, text), speakOfOne(b, key)); err != nil {
				panic("messages: " + key + ": " + err.Error())
			}
		}
	}
	return b
}()

var vietnamese = map[string]string{
	// The program and its commands.
	"turns scanned Vietnamese administrative documents into an archive that can be searched": "biến văn bản hành chính đã quét thành kho lưu trữ có thể tra cứu",
	"take files and folders into the archive":                                                "đưa tệp và thư mục vào kho",
	"take what is new in a folder into the archive, unattended":                              "tự động đưa những gì mới trong một thư mục vào kho",
	"find documents by what they say":                                                        "tìm văn bản theo nội dung",
	"show one document: its fields, text, or what was restored":                              "xem một văn bản: các trường, nội dung, hoặc phần đã phục hồi",
	"set right what was read wrong, for good":                                                "sửa cho đúng những gì đọc sai, giữ mãi về sau",
	"list what is due, to whom, by when":                                                     "liệt kê việc đến hạn, nơi nhận, thời hạn",
	"write the fields of all documents to a table, or the documents to files":                "ghi các trường của mọi văn bản ra bảng, hoặc ghi văn bản ra tệp",
	"print the fields of files as JSON, without an archive":                                  "in các trường của tệp ra JSON, không cần kho",
	"restore damaged Vietnamese text, line for line":                                         "phục hồi văn bản tiếng Việt bị hỏng, từng dòng một",
	"read a file into text, without an archive":                                              "đọc một tệp thành văn bản, không cần kho",
	"compare originals, records and index with each other":                                   "đối chiếu bản gốc, bản ghi và chỉ mục với nhau",
	"show what is installed, what is missing, and how to get it":                             "xem đã cài những gì, thiếu gì và cách cài",
	`Takes files and folders (with all below them) through reading, restoration and
extraction into the archive and its index. Files that are there already count
as duplicates, so the same command can be given again at any time: only what
is new is done, and a run that was cut off goes on where it stopped. Without
PATH it goes on with what earlier runs left.

The run ends with a ledger: seen = added + duplicate + failed + skipped.`: `Đưa tệp và thư mục (cùng mọi thứ bên trong) qua các bước đọc, phục hồi, trích
xuất vào kho và chỉ mục. Tệp đã có được tính là trùng, nên có thể chạy lại cùng
một lệnh bất cứ lúc nào: chỉ phần mới được xử lý, lần chạy bị ngắt sẽ tiếp tục
từ chỗ dừng. Không có PATH thì làm tiếp phần còn lại của các lần chạy trước.

Cuối lần chạy có sổ đối chiếu: đã xem = thêm mới + trùng + lỗi + bỏ qua.`,
	`Does what add does, for a timer: files that were touched lately are left for the
next night, since somebody may still be writing them; documents that failed for
want of time are tried again; the run ends with one line and, with --report, a
page that a clerk can read or JSON for a program.`: `Làm việc của lệnh add theo lịch: tệp vừa thay đổi được để lại đêm sau, vì có thể
đang được ghi; văn bản lỗi do hết giờ được thử lại; kết thúc bằng một dòng tóm
tắt và, nếu có --report, một trang cho văn thư đọc hoặc JSON cho chương trình.`,
	`Finds documents by words, with or without marks, by "phrases" and by numbers
(05/KH-UBND, */KH-UBND). Documents that say it exactly as typed come first.

  a b   "a b"   a OR b   (a b) OR c   -a   a*   "a b"~5   a NEAR/5 b
  number: cites: title: issuer: signer: unit: file: province: region: type:
  level: kind: state: year: issued: due: target: by:

A field takes a word, "words" or a range: issued:2020..2024 due:<2024-07-01
target:>95%%. Vietnamese names do too: số: cơ quan: tỉnh: miền: hạn: chỉ tiêu: …`: `Tìm văn bản theo từ, có dấu hay không, theo "cụm từ" và theo số, ký hiệu
(05/KH-UBND, */KH-UBND). Văn bản viết đúng như đã gõ đứng trước.

  a b   "a b"   a OR b   (a b) OR c   -a   a*   "a b"~5   a NEAR/5 b
  số: dẫn: trích yếu: cơ quan: ký: đơn vị: tệp: tỉnh: miền: loại:
  cấp: mục: tình trạng: năm: ngày: hạn: chỉ tiêu: đến:

Sau tên trường là một từ, "cụm từ" hoặc khoảng: ngày:2020..2024 hạn:<2024-07-01
chỉ tiêu:>95%%. Tên tiếng Anh cũng được: number: issuer: province: due: target: …`,
	"Shows one document, named by its ID (the first digits will do) or its number.": "Xem một văn bản, gọi theo mã (chỉ cần vài chữ số đầu) hoặc số hiệu.",
	`Sets fields or words of a document (named by its ID or number) right. What a
person corrected stays when the document is read anew; what was read instead
stays beside it; and the restorer knows corrected words and names from then on.

  vanthu correct 3f2a number=15/KH-UBND issued=5/3/2021
  vanthu correct 15/KH-UBND --page 2 --text "Nguyễn Vàn An=Nguyễn Văn An"
  vanthu correct 15/KH-UBND --undo issued --undo text

No value (urgency=) says that the document has none. Fields: %s`: `Sửa các trường hoặc câu chữ của một văn bản (gọi theo mã hoặc số hiệu). Điều
người dùng đã sửa được giữ nguyên khi văn bản được đọc lại; kết quả máy đọc vẫn
lưu bên cạnh; từ đó về sau bộ phục hồi biết các từ và tên riêng đã sửa.

  vanthu correct 3f2a number=15/KH-UBND issued=5/3/2021
  vanthu correct 15/KH-UBND --page 2 --text "Nguyễn Vàn An=Nguyễn Văn An"
  vanthu correct 15/KH-UBND --undo issued --undo text

Giá trị để trống (urgency=) nghĩa là văn bản không có. Các trường: %s`,
	"words that were read wrong and what they are: OLD=NEW":         "câu chữ đọc sai và chữ đúng: CŨ=MỚI",
	"page that the words stand on (0 = wherever they do)":           "trang có câu chữ ấy (0 = mọi nơi)",
	"take the correction of this field back, or of all words: text": "bỏ phần đã sửa của trường này, hoặc của mọi câu chữ: text",
	"list all corrections":                                                     "liệt kê mọi phần đã sửa",
	"corrected; vanthu show tells how it stands now":                           "đã sửa; vanthu show cho xem kết quả",
	"say what to correct: FIELD=VALUE, --text OLD=NEW, --undo FIELD or --list": "hãy nói cần sửa gì: TRƯỜNG=GIÁ_TRỊ, --text CŨ=MỚI, --undo TRƯỜNG hoặc --list",
	"it was not corrected":                                                     "phần này chưa được sửa", "vanthu correct --list shows what was": "vanthu correct --list cho xem những gì đã sửa",
	"no field of this name can be corrected": "không có trường nào tên này để sửa", "vanthu correct --help lists the fields": "vanthu correct --help liệt kê các trường",
	"not a date": "không phải ngày tháng", "write it as 5/3/2021 or 2021-03-05": "hãy viết như 5/3/2021 hoặc 2021-03-05",
	"these words do not stand there": "không có câu chữ này ở đó", "vanthu show --text prints what stands there": "vanthu show --text in ra nội dung ở đó",
	"person": "người dùng sửa",
	`Writes the fields of all documents: csv, xlsx or xml with the field names of
Thông tư 02/2019/TT-BNV, for other systems to load, or with --form as a book of
Nghị định 30/2020/NĐ-CP: so-van-ban-di, so-van-ban-den, muc-luc; jsonl with
everything that vanthu read, one document a line.

Or writes the documents themselves (those named by ID or number, else all) to
the folder given by -o, each to a file named by its ID: as pdf, searchable
copies; txt, hocr or alto, what was read. vanthu ocr --help tells what they are.

With --search only the documents that vanthu search finds.`: `Ghi các trường của mọi văn bản: csv, xlsx hoặc xml theo tên trường của Thông tư
02/2019/TT-BNV để hệ thống khác nạp, hoặc với --form là một loại sổ của Nghị định
30/2020/NĐ-CP: so-van-ban-di, so-van-ban-den, muc-luc; jsonl với mọi thứ vanthu
đã đọc, mỗi văn bản một dòng.

Hoặc ghi chính các văn bản (gọi theo mã hay số hiệu, không nêu thì tất cả) vào
thư mục đặt bằng -o, mỗi văn bản một tệp mang mã của nó: pdf là bản sao tìm được
chữ; txt, hocr, alto là nội dung đã đọc. Xem thêm vanthu ocr --help.

Có --search thì chỉ ghi những văn bản mà vanthu search tìm thấy.`,
	"only documents that this search finds":                                        "chỉ những văn bản mà câu tìm này tìm thấy",
	"Reads PDF, picture or text files and prints one JSON object a line for each.": "Đọc tệp PDF, ảnh hoặc văn bản và in mỗi tệp một đối tượng JSON trên một dòng.",
	`Reads a PDF or picture and writes what it says, restored and in reading order,
in the form that the name of OUT asks for:
  .txt       text; pages are parted by form feeds
  .hocr      hOCR 1.2: words with their places
  .alto.xml  ALTO 4: the same, for libraries
  .pdf       the pages as they are with the text behind them, to be searched and
             copied: PDF/A-2b where the original allows it
-o may be given several times: the file is read once.`: `Đọc PDF hoặc ảnh và ghi nội dung đã phục hồi theo thứ tự đọc, theo dạng mà tên
tệp OUT yêu cầu:
  .txt       văn bản; các trang cách nhau bằng ký tự sang trang
  .hocr      hOCR 1.2: từng từ kèm vị trí
  .alto.xml  ALTO 4: như trên, dùng cho thư viện
  .pdf       giữ nguyên các trang, có lớp chữ phía sau để tìm và sao chép:
             PDF/A-2b khi bản gốc cho phép
Có thể dùng -o nhiều lần: tệp chỉ đọc một lần.`,
	"%s is signed: the copy shows the stamp but carries no signature, the original stays as it is": "%s đã ký số: bản sao có hình con dấu nhưng không có chữ ký số, bản gốc giữ nguyên",
	"%s: the copy is searchable but not PDF/A: %s":                                                 "%s: bản sao tìm được chữ nhưng không phải PDF/A: %s",
	"a font that is seen is not embedded":                                                          "có phông chữ không được nhúng",
	"colours in CMYK without a profile":                                                            "màu CMYK không có hồ sơ màu",
	"a transfer function of a printer":                                                             "hàm truyền của máy in",
	"a page smaller than 3 points or larger than 14,400":                                           "trang nhỏ hơn 3 point hoặc lớn hơn 14.400 point",
	"PostScript, or a reference to another file":                                                   "mã PostScript hoặc tham chiếu tới tệp khác",
	"a stream with an encryption of its own":                                                       "luồng dữ liệu tự mã hoá",
	`Reads text from FILE or standard input and writes it restored: lost marks, misread
letters, glued and split words, old encodings (TCVN3, VNI, VISCII, VPS, BK HCM,
VIQR, UTF-8 encoded twice), also of single words, and keystrokes of Telex and
VNI. White space, numbers and what cannot be known stay as they are. What is no
Vietnamese text goes through unchanged; standard error says why.

Names and terms of your own are known from --dictionary FILE: one a line, with
its marks; # begins a comment.`: `Đọc văn bản từ FILE hoặc đầu vào chuẩn và ghi ra bản phục hồi: dấu bị mất, chữ
nhận nhầm, từ dính hoặc tách, bảng mã cũ (TCVN3, VNI, VISCII, VPS, BK HCM, VIQR,
UTF-8 mã hoá hai lần), kể cả ở từng từ, và phím gõ Telex, VNI còn sót. Khoảng
trắng, con số và những gì không thể biết được giữ nguyên. Những gì không phải
văn bản tiếng Việt đi qua nguyên vẹn; đầu ra lỗi chuẩn nói lý do.

Tên riêng và thuật ngữ của bạn lấy từ --dictionary FILE: mỗi dòng một mục, có
dấu; # bắt đầu ghi chú.`,
	`Reads every original and compares it with its name, every record with its
original, and the index with the records. With --repair everything that can be
made anew from the originals is.`: `Đọc mọi bản gốc và đối chiếu với tên, mọi bản ghi với bản gốc, chỉ mục với bản
ghi. Có --repair thì làm lại tất cả những gì có thể làm lại từ bản gốc.`,
	"Exit codes: 0 done, 1 failed, 2 wrong command line, 3 finished but some documents failed, 130 interrupted.": "Mã thoát: 0 xong, 1 lỗi, 2 sai dòng lệnh, 3 xong nhưng có văn bản lỗi, 130 bị ngắt.",

	"how to use the command": "cách dùng lệnh", "which vanthu this is": "phiên bản vanthu", "show how to use a command": "xem cách dùng một lệnh",
	"Usage:": "Cách dùng:", "Aliases:": "Tên khác:", "Examples:": "Ví dụ:", "Available Commands:": "Các lệnh:", "Global Flags:": "Tuỳ chọn chung:", "Flags:": "Tuỳ chọn:",
	`Use "{{.CommandPath}} [command] --help" for more information about a command.`: `Dùng "{{.CommandPath}} [command] --help" để biết thêm về một lệnh.`,

	// Settings and flags.
	"configuration file (TOML)":                                                             "tệp cấu hình (TOML)",
	"folder of the archive":                                                                 "thư mục của kho",
	"language of messages: vi or en":                                                        "ngôn ngữ thông báo: vi hoặc en",
	"language that Tesseract reads":                                                         "ngôn ngữ Tesseract đọc",
	"file of names and terms to know when restoring, one a line":                            "tệp các tên và thuật ngữ cần biết khi phục hồi, mỗi dòng một mục",
	"pages read at once (0 = one per core)":                                                 "số trang đọc cùng lúc (0 = mỗi nhân một trang)",
	"resolution at which pages are drawn for reading (0 = each scan's own)":                 "độ phân giải khi dựng trang để đọc (0 = theo bản quét)",
	"time limit for one page":                                                               "giới hạn thời gian cho một trang",
	"memory limit of one reader process, in MB":                                             "giới hạn bộ nhớ của một tiến trình đọc, MB",
	"only results and errors":                                                               "chỉ in kết quả và lỗi",
	"no progress bar":                                                                       "không có thanh tiến độ",
	"make known documents anew from a stage on: ocr, normalize or extract":                  "làm lại văn bản đã có từ một bước: ocr, normalize hoặc extract",
	"with --redo ocr: only pages that were read with less confidence than this, in percent": "cùng --redo ocr: chỉ những trang đã đọc với độ tin cậy thấp hơn số phần trăm này",
	"what the pages said before they were last read anew, and say now":                      "các trang trước và sau lần đọc lại gần nhất khác nhau chỗ nào",
	"page %d, before":                                                                       "trang %d, trước đây",
	"It was read only once.":                                                                "Văn bản mới chỉ được đọc một lần.",
	"print a JSON line for each file and the ledger":                                        "in mỗi tệp một dòng JSON và sổ đối chiếu",
	"print JSON lines":                                                                      "in từng dòng JSON",
	"folder that new files come into":                                                       "thư mục nhận tệp mới",
	"write a report: FILE.html or FILE.json":                                                "ghi báo cáo: FILE.html hoặc FILE.json",
	"leave files alone that changed less than this ago":                                     "để lại các tệp thay đổi chưa lâu hơn mức này",
	"name deadlines up to this many days ahead":                                             "nêu các thời hạn trong bấy nhiêu ngày tới",
	"province, by today's or its former name":                                               "tỉnh, theo tên nay hoặc tên cũ",
	"type code: KH, QĐ, CV, …":                                                              "mã loại văn bản: KH, QĐ, CV, …",
	"issuing body":                                                                          "cơ quan ban hành",
	"issued on or after this date (2021-01-31)":                                             "ban hành từ ngày này (2021-01-31)",
	"issued on or before this date":                                                         "ban hành đến hết ngày này",
	"number (số, ký hiệu)":                                                                  "số, ký hiệu",
	"number of a document that is cited":                                                    "số hiệu của văn bản được viện dẫn",
	"has a deadline before this date":                                                       "có thời hạn trước ngày này",
	"relevance, date, -date, number, title, issuer or province":                             "relevance (độ khớp), date, -date (ngày), number (số), title (trích yếu), issuer (cơ quan) hoặc province (tỉnh)",
	"how many documents":                                                                    "bao nhiêu văn bản",
	"marks must match":                                                                      "dấu phải khớp",
	"count by province, year, type, issuer, level, cited document and state":                "đếm theo tỉnh, năm, loại, cơ quan, cấp, văn bản viện dẫn và tình trạng",
	"the restored text":                                                                     "nội dung đã phục hồi",
	"the text as the page said it":                                                          "nội dung đúng như trang giấy đọc được",
	"the whole record as JSON":                                                              "toàn bộ bản ghi dưới dạng JSON",
	"the lines that restoration changed, before and after":                                  "các dòng đã phục hồi, trước và sau",
	"open the original in its viewer":                                                       "mở bản gốc bằng trình xem",
	"due %s":                                                                                "hạn %s",
	"due on or after this date (2021-01-31)":                                                "đến hạn từ ngày này (2021-01-31)",
	"due on or before this date":                                                            "đến hạn chậm nhất ngày này",
	"province of the document":                                                              "tỉnh của văn bản",
	"print a calendar (iCalendar)":                                                          "in lịch (iCalendar)",
	"print a table (CSV)":                                                                   "in bảng (CSV)",
	"columns of a table: fields, so-van-ban-di, so-van-ban-den or muc-luc":                  "các cột của bảng: fields, so-van-ban-di, so-van-ban-den hoặc muc-luc",
	"csv, xlsx, xml, jsonl, txt, hocr, alto or pdf":                                         "csv, xlsx, xml, jsonl, txt, hocr, alto hoặc pdf",
	"file to write (standard output if not given), or folder for documents":                 "tệp cần ghi (không nêu thì ra đầu ra chuẩn), hoặc thư mục cho văn bản",
	"file to write (standard output if not given)":                                          "tệp cần ghi (không có thì ra đầu ra chuẩn)",
	"make anew what is missing or wrong":                                                    "làm lại những gì thiếu hoặc sai",
	"show each word that changed, with what else it could be":                               "in từng từ đã đổi kèm các khả năng khác",

	"print a JSON line for each word that changed, and one for each note on the text": "in mỗi từ đã đổi một dòng JSON, mỗi lưu ý về văn bản một dòng",

	// What is unusual in a text.
	"note: %s":            "lưu ý: %s",
	"%d words were in %s": "%d từ ở bảng mã %s",
	"the text is empty":   "văn bản rỗng",
	"not text but binary data: passed through unchanged": "không phải văn bản mà là dữ liệu nhị phân: giữ nguyên",
	"read as UTF-16": "đọc theo UTF-16",
	"read as UTF-16 without a byte order mark":                           "đọc theo UTF-16 không có dấu thứ tự byte",
	"%d halves of characters (lone surrogates) cannot be read":           "%d nửa ký tự (surrogate lẻ) không đọc được",
	"%d words have bytes of no known encoding: passed through unchanged": "%d từ có byte không thuộc bảng mã nào đã biết: giữ nguyên",
	"%d lines have zero bytes: passed through unchanged":                 "%d dòng có byte 0: giữ nguyên",
	"not Vietnamese: left as it is":                                      "không phải tiếng Việt: giữ nguyên",
	"no words, only figures and signs: left as it is":                    "không có từ, chỉ có số và ký hiệu: giữ nguyên",

	// What commands say.
	"hint: %s":      "gợi ý: %s",
	"see %s --help": "xem %s --help",
	"interrupted; the same command goes on where it stopped": "bị ngắt; chạy lại cùng lệnh sẽ tiếp tục từ chỗ dừng",
	"looking at files: %d":    "đang xem tệp: %d",
	"pages":                   "trang",
	"%d of %d pages, %s left": "%d trên %d trang, còn %s",
	"failed: %s: %s":          "lỗi: %s: %s",
	"skipped: %s: %s":         "bỏ qua: %s: %s",
	"added in part: %s: %s":   "thêm một phần: %s: %s",
	"seen %d = added %d + duplicate %d + failed %d + skipped %d":                             "đã xem %d = thêm mới %d + trùng %d + lỗi %d + bỏ qua %d",
	"%s: seen %d = added %d + duplicate %d + failed %d + skipped %d; due within %d days: %d": "%s: đã xem %d = thêm mới %d + trùng %d + lỗi %d + bỏ qua %d; đến hạn trong %d ngày: %d",
	"%d documents found":                               "tìm thấy %d văn bản",
	"did you mean: %s":                                 "ý bạn là: %s",
	"not in the archive":                               "không có trong kho",
	"today %s: %d":                                     "nay là %s: %d",
	"%d new of %d documents":                           "%d mới trong %d văn bản",
	"%d provinces have it, %d have not":                "%d tỉnh có, %d tỉnh không có",
	"nothing has all of it; these have a good part":    "không văn bản nào có đủ; đây là những văn bản có phần lớn",
	"documents like the one of this ID or number":      "văn bản giống văn bản có mã hoặc số này",
	"documents that cite the one of this ID or number": "văn bản viện dẫn văn bản có mã hoặc số này",
	"what the document of this ID or number cites, and whether it is here":                "văn bản có mã hoặc số này viện dẫn gì, trong kho có không",
	"what documents cite and the archive has not, most cited first":                       "những gì được viện dẫn mà kho không có, nhiều nhất trước",
	"which provinces have what is asked for, and which have not":                          "tỉnh nào có văn bản như câu tìm, tỉnh nào không",
	"file of queries, one a line (- is standard input): a table of what each finds first": "tệp câu tìm, mỗi dòng một câu (- là đầu vào chuẩn): bảng kết quả đầu của mỗi câu",
	"keep the search under this name":                                                     "lưu câu tìm dưới tên này",
	"what a kept search finds that it did not find last time":                             "những gì câu tìm đã lưu tìm thấy mà lần trước chưa có",
	"list the searches that are kept":                                                     "liệt kê các câu tìm đã lưu",
	"let go of the search kept under this name":                                           "bỏ câu tìm đã lưu dưới tên này",
	"no search is saved under this name":                                                  "không có câu tìm nào lưu dưới tên này", "vanthu search --searches lists them": "vanthu search --searches liệt kê các tên",
	"no such document in the index": "chỉ mục không có văn bản này",
	"(no number, no title)":         "(không số, không trích yếu)",
	"page %d":                       "trang %d",
	"page %d, %s":                   "trang %d, %s",
	"(page %d, %s, %d%%)":           "(trang %d, %s, %d%%)",
	"%d pages":                      "%d trang",
	"%s: %s":                        "%s: %s",
	"(repaired)":                    "(đã sửa)",
	"%s free":                       "còn trống %s",
	"%s: not there yet":             "%s: chưa có",
	"%d originals, %d records, %d in the index, %d problems": "%d bản gốc, %d bản ghi, %d trong chỉ mục, %d vấn đề",

	// States, sources, ways to match, fields.
	"added": "thêm mới", "duplicate": "trùng", "failed": "lỗi", "skipped": "bỏ qua", "seen": "đã xem", "done": "xong",
	"exact": "đúng dấu", "folded": "không dấu", "restored": "theo dấu đã phục hồi", "raw": "bản đọc thô", "similar": "giống", "identifier": "số hiệu", "citation": "viện dẫn", "filter": "bộ lọc",
	"ocr": "nhận dạng", "text-layer": "lớp chữ", "text": "tệp văn bản", "annotation": "chú thích ký số", "filename": "tên tệp",
	"handwriting": "chữ viết tay",
	"file":        "tệp", "ID": "mã", "state": "trạng thái", "doc_type": "loại", "number": "số, ký hiệu", "issued": "ngày ban hành", "place": "địa danh",
	"issuer": "cơ quan", "issuer_parent": "cơ quan cấp trên", "province": "tỉnh", "title": "trích yếu", "type": "loại", "year": "năm",
	"province_now": "tỉnh nay", "central": "trung ương", "district": "huyện", "commune": "xã", "ok": "được", "level": "cấp", "cites": "viện dẫn",
	"signer.name": "người ký", "signer.position": "chức vụ", "signer.capacity": "thẩm quyền ký",
	"recipients": "nơi nhận", "citations": "viện dẫn", "deadlines": "thời hạn", "review": "cần xem lại",
	"languages": "ngôn ngữ", "fonts": "phông chữ", "cores": "số nhân", "disk": "đĩa", "archive": "kho",

	// Why a field has its value, and more fields.
	"tell why each field has its value: rule, place, words, confidence, other readings": "cho biết vì sao mỗi trường có giá trị ấy: quy tắc, vị trí, câu chữ, độ tin cậy, cách đọc khác",
	"to review: %s":                                                      "cần xem lại: %s",
	"not set":                                                            "để trống",
	"rule %s: %s":                                                        "quy tắc %s: %s",
	"words: “%s”":                                                        "câu chữ: “%s”",
	"page %d%s, %s, confidence %d%%":                                     "trang %d%s, %s, tin cậy %d%%",
	"could also be: %s":                                                  "cũng có thể là: %s",
	"pages %d to %d":                                                     "trang %d đến %d",
	"same number, issuer and date":                                       "cùng số, cơ quan và ngày",
	"%d%% of the words the same":                                         "giống %d%% câu chữ",
	"the number under the issuer":                                        "số, ký hiệu dưới tên cơ quan",
	"the name of the file":                                               "tên tệp",
	"what a signing program stamped":                                     "phần mềm ký số đóng lên",
	"the heading of a law site":                                          "phần đầu của trang pháp luật",
	"the digits of a hand, weighed with all else":                        "chữ số viết tay, cân nhắc cùng mọi căn cứ khác",
	"place and date under the motto":                                     "địa danh, ngày tháng dưới tiêu ngữ",
	"the name before the date of the head":                               "địa danh trước ngày tháng",
	"the body named on the left above the number":                        "cơ quan ghi bên trái, trên số",
	"the body named above the issuer":                                    "cơ quan ghi trên cơ quan ban hành",
	"what the name of the issuer says":                                   "theo tên cơ quan ban hành",
	"the place in the issuer's name":                                     "địa danh trong tên cơ quan",
	"the province of the issuer's district":                              "tỉnh của huyện ban hành",
	"the places that the document names":                                 "các địa danh văn bản nêu",
	"a line that is the name of a type in capitals":                      "dòng tên loại văn bản viết hoa",
	"the lines below the name of the type":                               "các dòng dưới tên loại",
	"what follows V/v under the number":                                  "phần sau V/v dưới số",
	"the code in the number":                                             "mã loại trong số, ký hiệu",
	"the year in the subject":                                            "năm trong trích yếu",
	"the year of the head":                                               "năm ở phần đầu",
	"TM., KT., TL., TUQ. or Q. at the foot":                              "TM., KT., TL., TUQ. hoặc Q. ở cuối",
	"the title at the foot":                                              "chức vụ ở cuối",
	"the name below the title":                                           "họ tên dưới chức vụ",
	"a name damaged by pen or seal, put right where one surname fits":    "họ tên bị nét bút hay dấu che, sửa khi chỉ một họ phù hợp",
	"a title that the seal hides in part":                                "chức vụ bị dấu che một phần",
	"the foot of the document":                                           "phần cuối văn bản",
	"the list under Nơi nhận":                                            "danh sách dưới Nơi nhận",
	"a number of another document, and what stands around it":            "số của văn bản khác và phần quanh nó",
	"a unit in the part on implementation, and what it is told":          "đơn vị trong phần tổ chức thực hiện và việc được giao",
	"a row of a table with a column of units":                            "dòng của bảng có cột đơn vị",
	"a figure that shall be reached":                                     "con số phải đạt",
	"a date behind a word like trước, or how often something comes back": "ngày sau từ như trước, chậm nhất, hoặc chu kỳ lặp lại",
	"the date after có hiệu lực":                                         "ngày sau có hiệu lực",
	"in force from the date of issue":                                    "có hiệu lực từ ngày ban hành",
	"a stamp on the first page":                                          "dấu đóng ở trang đầu",
	"a heading behind the main document":                                 "tiêu đề sau phần văn bản chính",
	"issuer_level":                                                       "cấp",
	"effective":                                                          "có hiệu lực từ",
	"urgency":                                                            "độ khẩn",
	"secrecy":                                                            "độ mật",
	"arrival.number":                                                     "số đến",
	"arrival.date":                                                       "ngày đến",
	"annexes":                                                            "phụ lục, kèm theo",
	"twins":                                                              "có thể trùng",
	"replaces":                                                           "thay thế",
	"amends":                                                             "sửa đổi",
	"implements":                                                         "thực hiện",
	"basis":                                                              "căn cứ",
	"refers":                                                             "nhắc đến",
	"annex":                                                              "phụ lục",
	"attached":                                                           "kèm theo",
	"document":                                                           "văn bản khác",
	"tasks":                                                              "nhiệm vụ",
	"targets":                                                            "chỉ tiêu",

	// The nightly report.
	"nightly report": "báo cáo hằng đêm", "Folder": "Thư mục", "The run was cut off": "Lần chạy bị ngắt",
	"Files": "Các tệp", "File": "Tệp", "State": "Trạng thái", "Reason": "Lý do", "Nothing new.": "Không có gì mới.",
	"Due within %d days": "Đến hạn trong %d ngày", "Date": "Ngày", "What": "Việc", "Document": "Văn bản", "Nothing is due.": "Không có việc đến hạn.",

	// What was found by check.
	"the original is lost": "mất bản gốc", "the original is damaged": "bản gốc bị hỏng", "there is no record": "chưa có bản ghi",
	"the record cannot be read": "không đọc được bản ghi", "the catalogue does not know it": "danh mục không có", "the index does not hold it": "chỉ mục không có",
	"the index holds it, the archive does not": "chỉ mục có, kho không có",

	// Errors and what to do about them.
	"not a supported kind of file": "không phải loại tệp được hỗ trợ", "file is empty": "tệp rỗng", "file is encrypted": "tệp có mật khẩu",
	"file is damaged": "tệp bị hỏng", "page is too large": "trang quá lớn", "time limit reached": "hết thời gian cho phép",
	"reader process died": "tiến trình đọc bị dừng đột ngột", "tesseract language data is missing": "thiếu dữ liệu ngôn ngữ của tesseract",
	"archive is in use": "kho đang được dùng", "there is no archive": "chưa có kho", "not finished": "chưa xong",
	"same bytes as a file before it": "giống hệt một tệp trước đó", "file may still be written to": "tệp có thể đang được ghi",
	"file changed while it was being copied": "tệp thay đổi trong lúc sao chép", "the catalogue cannot stand on a network disk": "danh mục không thể đặt trên ổ đĩa mạng",
	"no such document": "không có văn bản này", "permission denied": "không có quyền truy cập", "no such file or directory": "không có tệp hoặc thư mục này",
	"no space left on device":     "đĩa đã đầy",
	"more than one document fits": "có nhiều văn bản khớp", "give one of these IDs": "dùng một trong các mã này",
	"query, at character %d: %s": "câu tìm, ký tự thứ %d: %s",
	"query is too long":          "câu tìm quá dài", "query has too many words": "câu tìm có quá nhiều từ", "quotation mark is not closed": "chưa đóng ngoặc kép",
	"OR needs something on both sides": "OR cần có từ ở cả hai bên", "query only excludes": "câu tìm chỉ có phần loại trừ",
	"* needs at least two letters before it, at the end of a word": "* cần ít nhất hai chữ đứng trước, ở cuối từ",
	"query has too many words with *":                              "câu tìm có quá nhiều từ chứa *", "too many words begin so": "có quá nhiều từ bắt đầu như vậy",
	"query has too many fields": "câu tìm có quá nhiều trường", "bracket is not closed": "chưa đóng ngoặc", "too many brackets in brackets": "quá nhiều ngoặc trong ngoặc",
	"NEAR needs a word on both sides and at most 50 words between": "NEAR cần có từ ở hai bên và cách nhau không quá 50 từ",
	"- cannot stand inside OR or an excluded bracket":              "dấu - không đứng được trong OR hay trong ngoặc bị loại trừ",
	"there is no such field":                                       "không có trường này", "there is no such value": "không có giá trị này",
	"the field needs a value right after the colon": "ngay sau dấu hai chấm phải có giá trị", "range ends before it begins": "khoảng kết thúc trước khi bắt đầu",
	"this is no number": "đây không phải là số", "search takes too long: narrow it": "tìm quá lâu: hãy thu hẹp", "try %s": "thử %s",
	"1 to 1,000 results at a time":         "mỗi lần từ 1 đến 1.000 kết quả",
	"results beyond 10,000 are not listed": "không liệt kê quá 10.000 kết quả", "unknown order": "không có kiểu sắp xếp này",
	"this is no date: write 2024-07-01 or 1/7/2024": "đây không phải là ngày: hãy viết 1/7/2024 hoặc 2024-07-01",
	"there is no command %s":                        "không có lệnh %s",
	"%s is one argument too many":                   "thừa tham số %s",
	"there is no flag %s":                           "không có tuỳ chọn %s",
	"the flag %s needs a value":                     "tuỳ chọn %s cần có giá trị",
	"%s cannot be the value of %s":                  "%s không thể là giá trị của %s",
	"the flag --%s must be given":                   "phải nêu tuỳ chọn --%s",
	"flags that do not go together: %s":             "các tuỳ chọn không đi cùng nhau: %s",
	"wrong number of arguments: %s":                 "sai số tham số: %s",
	"no address with a port":                        "không phải địa chỉ kèm cổng", "write it as 127.0.0.1:8080": "hãy viết như 127.0.0.1:8080",
	"address already in use": "địa chỉ này đang có chương trình dùng",
	"another program answers there: choose another port, as in --addr 127.0.0.1:8081": "chương trình khác đang trả lời ở đó: hãy chọn cổng khác, ví dụ --addr 127.0.0.1:8081",
	"read-only file system":       "hệ thống tệp chỉ cho đọc",
	"the archive is not in order": "kho chưa ổn",
	"vanthu check --repair makes anew what can be made from the originals": "vanthu check --repair làm lại những gì làm được từ bản gốc",
	"every day": "hằng ngày", "every week": "hằng tuần", "every month": "hằng tháng", "every quarter": "hằng quý", "every six months": "sáu tháng một lần", "every year": "hằng năm",
	"on %d/%d": "ngày %d/%d", "on day %d": "ngày %d",
	"Monday": "thứ Hai", "Tuesday": "thứ Ba", "Wednesday": "thứ Tư", "Thursday": "thứ Năm", "Friday": "thứ Sáu", "Saturday": "thứ Bảy", "Sunday": "Chủ nhật",
	"%d deadlines": "%d thời hạn",
	"no searches are kept; vanthu search --save NAME keeps one":                                    "chưa lưu câu tìm nào; vanthu search --save TÊN lưu một câu",
	"nothing has been corrected":                                                                   "chưa sửa gì",
	"see vanthu search --help; words that begin with - go behind --: vanthu search -- -word other": "xem vanthu search --help; từ bắt đầu bằng - phải đứng sau --: vanthu search -- -từ từ_khác",
	"wait until it is done, or use another --data folder":                                          "chờ lần chạy kia xong, hoặc dùng --data với thư mục khác",
	"make one with: vanthu add FOLDER":                                                             "tạo kho bằng: vanthu add THƯ_MỤC",
	"put the archive on a local disk and copy it to the network afterwards":                        "đặt kho trên đĩa của máy rồi chép lên mạng sau",
	"vanthu search finds documents and prints their IDs":                                           "lệnh vanthu search tìm văn bản và in mã",
	"install it with: sudo apt-get install tesseract-ocr-vie (vanthu doctor shows what is there)":  "cài bằng: sudo apt-get install tesseract-ocr-vie (vanthu doctor cho biết đang có gì)",
	"save the file without its password, then add it again":                                        "lưu lại tệp không mật khẩu rồi thêm lại",
	"vanthu check --repair builds the index anew":                                                  "vanthu check --repair dựng lại chỉ mục",
	"free some space, then give the same command again: it goes on where it stopped":               "giải phóng đĩa rồi chạy lại cùng lệnh: sẽ tiếp tục từ chỗ dừng",
	"choose a folder that can be written to with --data":                                           "chọn thư mục ghi được bằng --data",
	"check who may read and write there":                                                           "kiểm tra quyền đọc và ghi ở đó",
}
