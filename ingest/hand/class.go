package hand

// What the network says of a group of pieces: one of the characters, or the
// slash that begins the printed symbol, or that it is foreign, whole print or
// dirt beside the number, or a miscut, half a character or more than one, or a
// character struck out. Foreign pieces and what is struck out may be passed
// over, miscuts not: half a 4 is no reason to believe that there is no 4.
const (
	characters = "0123456789abcd"

	Slash   = len(characters)
	Foreign = Slash + 1
	Miscut  = Slash + 2
	Struck  = Slash + 3
	Classes = Slash + 4
)

// Class is the network's number of a digit or a letter a to d; -1 of others.
func Class(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'd':
		return int(c-'a') + 10
	}
	return -1
}
