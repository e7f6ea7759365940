package lm

import "strings"

var onsets = setOf("b c ch d g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x qu")

var rimes = setOf(`a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et
	i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu
	o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot
	u ua uan uang uat uau uay ue uech uen uenh uet ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uc uan uy uya uych uyen uyet uynh uyt uyu
	y yem yen yet yeu eu ech enh`)

func setOf(list string) map[string]bool {
	m := make(map[string]bool)
	for _, s := range strings.Fields(list) {
		m[s] = true
	}
	return m
}

// IsSyllable reports whether the letters, marks aside, can be a Vietnamese
// syllable: an onset or none, and a rime.
func IsSyllable(core string) bool {
	f := foldKey(core)
	if len(f) > 7 {
		return false
	}
	for i := 0; i <= min(3, len(f)-1); i++ {
		if (i == 0 || onsets[f[:i]]) && rimes[f[i:]] {
			return true
		}
	}
	return f == "gi"
}
