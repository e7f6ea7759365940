package pdffile

import (
	"bytes"
	"fmt"
	"sort"
)

// objects writes numbered PDF objects and the table of where they stand,
// either as a whole file or as an update appended to one.
type objects struct {
	out    bytes.Buffer
	base   int // bytes before out
	places map[int]int
}

func (o *objects) add(number int, body string) {
	if o.places == nil {
		o.places = map[int]int{}
	}
	o.places[number] = o.base + o.out.Len()
	fmt.Fprintf(&o.out, "%d 0 obj\n%s\nendobj\n", number, body)
}

func (o *objects) stream(number int, dict string, data []byte) {
	o.add(number, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

// finish writes one table section for each run of consecutive numbers, and
// the trailer.
func (o *objects) finish(trailer string) {
	start := o.base + o.out.Len()
	o.out.WriteString("xref\n")
	numbers := make([]int, 0, len(o.places))
	for n := range o.places {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	if o.base == 0 {
		o.out.WriteString("0 1\n0000000000 65535 f \n")
	}
	for i := 0; i < len(numbers); {
		end := i + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		fmt.Fprintf(&o.out, "%d %d\n", numbers[i], end-i)
		for ; i < end; i++ {
			fmt.Fprintf(&o.out, "%010d 00000 n \n", o.places[numbers[i]])
		}
	}
	fmt.Fprintf(&o.out, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, start)
}
