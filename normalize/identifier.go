package normalize

import (
	"regexp"
	"strings"
)

// Document numbers: 26/2021/NQ-HĐND, 28-CT/TW. The digits are never touched.
// The codes after them come from a small set, so a code that does not exist
// is repaired when exactly one that does looks the same to a careless reader:
//
//	26/2021/NQ-HPND   HPND is no code, looks like HĐND    26/2021/NQ-HĐND
//	06/2019/QD-TTg    QD is no code, looks like QĐ        06/2019/QĐ-TTg
//	33-CTrlTU         CTr and TU with a slash misread     33-CTr/TU
//	12/XY-ABC         looks like nothing                  as it is
//
// The serial may be missing, where a hand wrote it: /QD-UBND is /QĐ-UBND. P is
// taken for Đ in codes of three letters or more only: of two letters, too
// many codes that are not listed begin or end in P. No D or Đ is taken for P.

// codes are the types of documents (Nghị định 30/2020/NĐ-CP, Phụ lục III;
// Hướng dẫn 36-HD/VPTW) and the bodies that issue them.
const codeList = `PL NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB
NĐ TT TTLT L ĐL CV KL QĐLT VBHN NQLT CTHĐ KHLT HDLT CTPH
CP TTg UBND UB HĐND HĐNN QH TW TU HU ĐU QU TH UBTVQH CTN VPCP VPQH VPTW VP VX NC TH TP KT ĐKT HC TCT TCHQ TCCP TTCP
BTC BYT BLĐTBXH LĐTBXH SLĐTBXH SLĐ BGDĐT BGDĐT SGDĐT GDĐT GD ĐT PGDĐT BGD BGTVT SGTVT BTNMT STNMT BCT SCT BNV SNV BNNPTNT SNN BNN BNNMT BKHĐT SKHĐT KHĐT BXD SXD BCA BTP STP NHNN BQP
BVHTTDL SVHTTDL SVH VHTTDL BKHCN SKHCN BTTTT STTTT TTTT SYT NVY QLD YDCT TANDTC VKSNDTC KTNN BHXH UBDT UBTDTT TLĐ LĐLĐ TLĐLĐ CĐCS MTTQ UBMTTQ ĐTN ĐCT TĐTN BCĐ BCH BTV BTG BTGTU BTCTU BNCTU BDV HLHPN HND HCCB CAT CA TA VKS
NVYTTB ĐHTĐ ĐH TCCB TCKT HTQT PVTC ĐKKD HĐTP HĐXX QLN LLTP TY MTXNK BVTV TCLN TCTL TTLL PTTH BVCSTE TE ĐMDN KGVX CN NN NL ĐTXD TCTHADS THADS`

var codes, lookalikes = makeCodes()

func makeCodes() (known map[string]bool, alike map[string]string) {
	known, alike = make(map[string]bool), make(map[string]string)
	for _, c := range strings.Fields(codeList) {
		known[c] = true
		if s := silhouette(c); alike[s] == "" {
			alike[s] = c // the list's first: the more usual
		}
	}
	return known, alike
}

// silhouette is what a code looks like to a reader without Vietnamese.
func silhouette(code string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'Đ', 'Ð', 'đ', 'd', 'P':
			return 'D'
		case '0', 'Q', 'o':
			return 'O'
		case '1', 'l', '|', 'J', 'i':
			return 'I'
		}
		return r
	}, code)
}

var documentNumber = regexp.MustCompile(`^(\d+[a-zđ]?(?:/\d{4})?[/-])(\p{L}.*)$|^(/)(\p{Lu}\p{L}*-\p{Lu}.*)$`)

// repairIdentifier returns the document number with its codes repaired, or
// core itself.
func repairIdentifier(core string) string {
	m := documentNumber.FindStringSubmatch(core)
	if m == nil {
		return core
	}
	var out strings.Builder
	out.WriteString(m[1] + m[3])
	rest := m[2] + m[4]
	for rest != "" {
		end := strings.IndexAny(rest, "-/,&.")
		if end < 0 {
			end = len(rest)
		}
		out.WriteString(repairCode(rest[:end]))
		if end < len(rest) {
			out.WriteByte(rest[end])
			end++
		}
		rest = rest[end:]
	}
	return out.String()
}

func repairCode(code string) string {
	if code == "" || codes[code] {
		return code
	}
	if c := lookalikes[silhouette(code)]; c != "" && digits(c) == digits(code) && mayBe([]rune(code), []rune(c)) {
		return c
	}
	for i, r := range code {
		if strings.ContainsRune("lI|", r) && codes[code[:i]] && codes[code[i+1:]] {
			return code[:i] + "/" + code[i+1:]
		}
	}
	return code
}

// mayBe reports whether a code that looks like another may have been read for it:
// a P for its Đ but no D for its P, and a Đ that was read is one.
func mayBe(read, code []rune) bool {
	for i, r := range read {
		if r == 'P' && len(read) < 3 || r != 'P' && code[i] == 'P' || r == 'Đ' && code[i] != 'Đ' {
			return false
		}
	}
	return true
}

// digits are the digits of s, which no repair may change.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
