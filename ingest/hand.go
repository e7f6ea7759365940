package ingest

// Hand is a blank of a letterhead that is filled in by hand or by a number
// stamp: `Số: ⟨2668⟩/KH-UBND`, `ngày ⟨26⟩ tháng ⟨11⟩`.
type Hand struct {
	Field Field `json:"field"`
	Box   Box   `json:"box"` // of the ink; of the gap where there is none
	Ink   Ink   `json:"ink"`
	// Torn is set where the ink goes on into the print beside the blank: a digit
	// may have been cut off, or print be in the picture.
	Torn bool `json:"torn,omitempty"`
	// Readings are what the ink may say, the likeliest first.
	Readings []HandReading `json:"readings"`
	// Picture is the field as it stands on the page, a PNG.
	Picture []byte `json:"picture,omitempty"`
}

// HandReading is one way to read a Hand.
type HandReading struct {
	Text string  `json:"text"`
	P    float64 `json:"p"` // probability that the whole text is right
}

// Field names what a blank is for.
type Field string

// The blanks of a letterhead and of the stamp of incoming mail (dấu ĐẾN).
const (
	FieldNumber        Field = "number"
	FieldDay           Field = "day"
	FieldMonth         Field = "month"
	FieldArrivalNumber Field = "arrival-number"
	FieldArrivalDate   Field = "arrival-date"
)

// Ink tells what a blank is filled in with.
type Ink string

// Kinds of ink. Print and hand are told apart by size and base line.
const (
	InkNone  Ink = "none"
	InkPrint Ink = "print"
	InkHand  Ink = "hand"
)
