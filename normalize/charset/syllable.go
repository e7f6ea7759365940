package charset

import (
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// A written Vietnamese syllable is an onset, a rhyme and a tone:
//
//	nghiêng   ngh + iêng
//	thuyết    th  + uyêt + sắc
//	quỳnh     qu  + ynh  + huyền
//	gì        g   + i    + huyền
//
// The lists below are all of them: 27 onsets and 167 rhymes without tone, some
// of them only after qu or gi or in names of the highlands (Đắk Lắk). Rhymes
// that end in a stop (c, ch, k, p, t) take only sắc and nặng. Of 139 million
// words of law and news (../shared/gaz/syllables_from_corpus.tsv, letters only,
// with a vowel) 2.3 % are no syllable by these lists, foreign names and
// abbreviations nearly all of them. What was not done: which onset may stand
// before which rhyme (no c before i, no gh before a).
const (
	onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
	rhymes = `
a ac ach ai am an ang anh ao ap at au ay
ăc ăm ăn ăng ăp ăt
âc âm ân âng âp ât âu ây
e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt
ơ ơi ơm ơn ơp ơt
u ua ui um un ung uc up ut uân uât uâng uây uê uêch uên uênh
uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu
ych ynh yt ăk uk ôk`
)

// longestSyllable in bytes, without tone: nghiêng.
const longestSyllable = len("nghiêng")

// spelling is the two lists as sets.
var spelling = sync.OnceValues(func() (onset, rhyme map[string]bool) {
	return set(onsets), set(rhymes)
})

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(list) {
		m[s] = true
	}
	return m
}

// The tones as combining marks.
const (
	grave = '\u0300' // huyền
	acute = '\u0301' // sắc
	tilde = '\u0303' // ngã
	hook  = '\u0309' // hỏi
	dot   = '\u0323' // nặng
)

func isTone(r rune) bool {
	return r == grave || r == acute || r == tilde || r == hook || r == dot
}

// toneless takes the tone off a lower-case word and returns it. A word with
// two tones, or one on a consonant (ñ), is not ok.
func toneless(word string) (bare string, tone rune, ok bool) {
	var b strings.Builder
	var letter rune
	for _, r := range norm.NFD.String(word) {
		switch {
		case !isTone(r):
			b.WriteRune(r)
			if r < 0x300 {
				letter = r
			}
		case tone != 0 || !strings.ContainsRune("aeiouy", letter):
			return "", 0, false
		default:
			tone = r
		}
	}
	return norm.NFC.String(b.String()), tone, true
}

// isSyllable reports whether word could be a Vietnamese syllable, in any case.
func isSyllable(word string) bool {
	bare, tone, ok := toneless(strings.ToLower(word))
	if !ok || len(bare) > longestSyllable {
		return false
	}
	onset, rhyme := spelling()
	for i := range bare {
		if rhyme[bare[i:]] && (i == 0 || onset[bare[:i]]) {
			return !stopped(bare) || tone == acute || tone == dot
		}
	}
	return false
}

// stopped reports whether a syllable ends in a stop.
func stopped(bare string) bool {
	return strings.ContainsAny(bare[len(bare)-1:], "ckpt") || strings.HasSuffix(bare, "ch")
}
