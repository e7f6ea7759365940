package fold

// Near compares a phrase with the text at one place and forgives a few edits:
// a letter lost, added or misread costs one. It is the row-by-row edit
// distance (Wagner and Fischer 1974), kept to a band, with the end of the text
// left open. `noi nhgn:` begins with `noi nhan` at one edit:
//
//	phrase  n o i _ n h a n
//	text    n o i _ n h g n :      best end 8, edits 1
//
// Among ends of equal cost one at a word's end wins, so `pho giam d0c Nguyen`
// ends after `d0c`. A table of automata for all phrases at once was not built:
// anchors are tried only where a line or cell begins.

const maxPhrase = 96

// Slack is how many edits a phrase of n letters may have: none below five
// letters, then one for every six.
func Slack(n int) int {
	if n < 5 {
		return 0
	}
	return max(1, n/6)
}

// Near reports whether text begins with phrase but for at most slack edits,
// and where the phrase ends in text. Both are folded already.
func Near(text, phrase string, slack int) (end, edits int, ok bool) {
	n := len(phrase)
	if n == 0 || n > maxPhrase || len(text) < n-slack {
		return 0, 0, false
	}
	if len(text) >= n && text[:n] == phrase || slack == 0 {
		return n, 0, text[:n] == phrase
	}
	var row [maxPhrase + 1]int
	for j := 0; j <= n; j++ {
		row[j] = j
	}
	end, edits = 0, slack+1
	for i := 1; i <= min(len(text), n+slack); i++ {
		if step(&row, text[i-1], phrase, i, slack) > slack {
			break
		}
		if row[n] < edits || row[n] == edits && wordEnd(text, i) && !wordEnd(text, end) {
			end, edits = i, row[n]
		}
	}
	return end, edits, edits <= slack
}

// step advances the row of distances by one letter of text and gives its
// smallest value. Only what is within slack of the diagonal can end near enough.
func step(row *[maxPhrase + 1]int, c byte, phrase string, i, slack int) int {
	from := max(1, i-slack)
	corner, least := row[from-1], slack+1
	row[from-1] = min(i, slack+1)
	for j := from; j <= min(len(phrase), i+slack); j++ {
		cost := corner
		if phrase[j-1] != c {
			cost = 1 + min(corner, row[j], row[j-1])
		}
		corner, row[j] = row[j], cost
		least = min(least, cost)
	}
	return least
}

func wordEnd(text string, i int) bool { return i >= len(text) || !IsLetter(text[i]) }

// IsLetter reports whether a folded byte is a letter.
func IsLetter(c byte) bool { return 'a' <= c && c <= 'z' }

// IsDigit reports whether a folded byte is a digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// Same reports whether two folded phrases are equal but for the edits their
// length allows.
func Same(a, b string) bool {
	end, _, ok := Near(a, b, Slack(len(b)))
	return ok && len(a)-end <= Slack(len(b))
}
