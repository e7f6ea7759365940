package normalize

import "testing"

func TestRepairIdentifier(t *testing.T) {
	for in, want := range map[string]string{
		"26/2021/NQ-HPND":     "26/2021/NQ-HĐND",
		"06/2019/QD-TTg":      "06/2019/QĐ-TTg",
		"80/2017/ND-CP":       "80/2017/NĐ-CP",
		"33-CTrlTU":           "33-CTr/TU",
		"7/NQITW":             "7/NQ/TW",
		"28-CT/TW":            "28-CT/TW",
		"1506/QĐ-LĐTBXH":      "1506/QĐ-LĐTBXH",
		"1506/QD-LDTBXH":      "1506/QĐ-LĐTBXH",
		"12/XY-ABC":           "12/XY-ABC",
		"05a/KH-UBND":         "05a/KH-UBND",
		"28/0112008":          "28/0112008",
		"12/KH-":              "12/KH-",
		"/QD-UBND":            "/QĐ-UBND", // a hand wrote the serial
		"/ND":                 "/ND",
		"QD-TTg":              "QD-TTg",
		"10/2009/PL-UBTVQH12": "10/2009/PL-UBTVQH12",
		"12/PA-CP":            "12/PA-CP",
		"90/BNV-TĐ":           "90/BNV-TĐ", // no code of ours, and not TP
		"90/BNV-TD":           "90/BNV-TD",
		"":                    "",
	} {
		if got := repairIdentifier(in); got != want {
			t.Errorf("repairIdentifier(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzRepairIdentifier(f *testing.F) {
	f.Add("26/2021/NQ-HPND")
	f.Add("33-CTrlTU/0l")
	f.Fuzz(func(t *testing.T, s string) {
		once := repairIdentifier(s)
		if digits(once) != digits(s) {
			t.Errorf("%q → %q: digits changed", s, once)
		}
		if twice := repairIdentifier(once); twice != once {
			t.Errorf("%q → %q → %q", s, once, twice)
		}
	})
}
