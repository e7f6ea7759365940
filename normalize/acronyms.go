package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vanthu/normalize/tone"
)

// Acronyms of offices' everyday language that the language model has seen too
// rarely to know. A reader without Vietnamese puts D or El for their Đ, and no
// word around them tells.
const acronymList = `CBCC CCVC CBCCVC CBVC CNVC CNVCLĐ CNLĐ CNVCNLĐ CBCNV CBCNVC CBVCLĐ NLĐ NSDLĐ HĐLĐ TƯLĐTT
CĐ CĐV CĐCS CĐVC LĐLĐ TLĐLĐVN BCHCĐ ĐVCĐ UBKT ATLĐ ATVSLĐ TNLĐ BHTN BHYT BHXH BTXH LĐXH LĐTBXH
ĐV ĐVTN ĐTNCS TNCS TNCSHCM TNTP TNXP HSSV CCB HCCB HPN HND ĐĐ BĐD TĐKT TĐTT TĐYN
DTTS ĐBDTTS ĐBKK ĐBQH QPAN ANTT ANQP TTATGT ATGT PCTN PCTP PCMT PCCC PCTT TKCN CNCH CSĐT
ĐKKD ĐKDN ĐTM ĐTXD QLĐĐ QSDĐ GCNQSDĐ GPMB TĐC KCN CCN KĐT KKT KHĐT KTXH KTNN ĐMST KHCN CNTT CSDL CNH HĐH CĐS
GDĐT GDMN GDTX THPT THCS PTDTNT GVCN CBQL NGƯT NGND NSƯT NSND TTƯT TTND BGH CĐSP ĐHSP ĐHQG
CSSKSS CSSKBĐ CSSKBMTE KHHGĐ TTYT TYT BVĐK KCB ATTP VSATTP VSMT SDD TCMR BYTDP TTB
TTHC CCHC KSTTHC TNHS DVC DVCTT HĐQT HĐTV ĐHĐCĐ TNHH DNTN DNNN HTX XDCB NSNN NSTW NSĐP ODA NTM XDNTM`

// acronyms calls visit with every acronym of the list.
func acronyms(visit func(string)) {
	for a := range strings.FieldsSeq(acronymList) {
		visit(a)
	}
}

// bareAcronyms are the acronyms with marks by their letters without: NGUT is
// NGƯT. Those of few letters, and two that lose their marks to the same, are
// left out: CDS is one of banks too. So are those met so rarely that they may be
// slips themselves: QTKĐ for QTKD.
func bareAcronyms(words map[string]weighted) map[string]string {
	out := make(map[string]string)
	add := func(w string) {
		bare := tone.Fold(w)
		if bare == w || utf8.RuneCountInString(w) < longAcronym || hasTones(w) {
			return
		}
		if other, ok := out[bare]; ok && other != w {
			w = ""
		}
		out[bare] = w
	}
	acronyms(add)
	for w, known := range words {
		if isAcronym(w) && known.weight < rareAcronym {
			add(w)
		}
	}
	return out
}

// hasTones reports a tone, which no acronym has: VỊSỔ is two words.
func hasTones(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool { return tone.Split(r).Tone != tone.Level })
}

// An acronym of longAcronym letters is hardly another's by chance; rareAcronym
// is the −ln of how frequent one is that may be a slip.
const (
	longAcronym = 4
	rareAcronym = 12.0
)

// repairAcronyms puts the marks back that a reader of scans lost on acronyms
// which nobody knows without.
func (r *Restorer) repairAcronyms(page [][]Word) {
	for w := range wordsOf(page) {
		core := strings.TrimFunc(w.Text, unicode.IsPunct)
		marked := r.bareAcronyms[core]
		if _, known := r.lm.Lookup(core); !known && marked != "" {
			w.becomes(strings.Replace(w.Text, core, marked, 1), 0.9)
		}
	}
}
