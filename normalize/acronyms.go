package normalize

import "strings"

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
