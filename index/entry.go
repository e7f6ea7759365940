package index

import "strconv"

// Entry is one searchable thing: a document, or a section, task, target or
// deadline of one. Entries know nothing of pages' pictures; the record does.
type Entry struct {
	// Key is unique in the index: the document's ID for kind "document",
	// "<id>#<kind>/<n>" for its parts.
	Key  string
	ID   string // the document's ID
	Kind string // document | section | task | target | deadline
	Page int    // first page of this entry, from 1

	Number      string // số, ký hiệu
	Type        string // type code
	Title       string
	Issuer      string
	Province    string   // at the time of the document
	ProvinceNow string   // today's name, after the merger of 2025-07-01
	Issued      string   // ISO date, "" if unknown
	Year        int      // of the issue, or of the plan
	Cites       []string // numbers of the documents cited
	Level       string   // of the issuer: central | province | district | commune
	Signer      string   // who signed
	State       string   // ok | review | failed
	Unit        string   // of a task
	With        []string // the units beside it
	Due         string   // ISO date of a deadline or task
	Target      string   // figure of a target: ">=95%", "120 hộ"
	By          int      // year of a target
	Path        string   // of a section
	File        string   // the name it came by
	Text        string   // restored text of this entry
	Raw         string   // what the page said, where it differs from Text
	PageStarts  []int    // byte offsets in Text where page Page, Page+1, … begin
}

// Query is a search. The zero value of a filter means "any".
type Query struct {
	Text string `json:"text,omitempty"` // in the language of parse.go
	// Meant is Text with the marks it was probably meant with (see Restate).
	// Documents that say it so stand before others that have the words.
	Meant     string   `json:"meant,omitempty"`
	Exact     bool     `json:"exact,omitempty"` // marks must match
	IDs       []string `json:"ids,omitempty"`   // only these documents; nil is all
	Kind      string   `json:"kind,omitempty"`
	Province  string   `json:"province,omitempty"` // matches today's and former names
	Type      string   `json:"type,omitempty"`
	Issuer    string   `json:"issuer,omitempty"`
	Number    string   `json:"number,omitempty"`
	Cites     string   `json:"cites,omitempty"`
	From      string   `json:"from,omitempty"` // issued, ISO date, inclusive
	To        string   `json:"to,omitempty"`
	DueBefore string   `json:"due_before,omitempty"`
	Sort      string   `json:"sort,omitempty"`  // an order below; relevance by default
	Limit     int      `json:"limit,omitempty"` // default 20
	Offset    int      `json:"offset,omitempty"`
	Facets    bool     `json:"facets,omitempty"`
}

// Hit is one document that matched, with its best passage.
type Hit struct {
	ID       string  `json:"id"`
	Number   string  `json:"number"`
	Title    string  `json:"title"`
	Issuer   string  `json:"issuer"`
	Province string  `json:"province"`
	Issued   string  `json:"issued"`
	File     string  `json:"file"` // the name it came by
	Score    float64 `json:"score"`
	Page     int     `json:"page"`
	Snippet  string  `json:"snippet"` // the passage, matches between « and »
	// Passage is it as the document has it, Marks the places of the matches in
	// it: from which character to before which, counted from 0.
	Passage string   `json:"passage"`
	Marks   [][2]int `json:"marks"`
	// Parts are, where parts of documents were asked for, the first of those
	// that match, PartCount how many there are.
	Parts     []Part `json:"parts,omitempty"`
	PartCount int    `json:"part_count,omitempty"`
	Why       string `json:"why"` // exact | restored «…» | folded | raw «…» | identifier | citation | filter | similar «…»
}

// Result is a page of hits.
type Result struct {
	Total  int  // documents
	About  bool // Total and Facets may count a few too many: phrases were not all checked
	Hits   []Hit
	Facets map[string][]FacetCount // by the names of FacetNames
	// Relaxed: nothing had all the words; the hits have a good part of them.
	Relaxed bool
	// Absent are, where nothing was found, the parts of the query that no
	// document has, as they were typed.
	Absent []string
	// Respelled is, where nothing has all the words, the query with those that
	// no document has as they were probably meant; "" if that is not known.
	Respelled string
}

// FacetCount is one value of a facet and how many documents have it.
type FacetCount struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Kinds of entries.
const (
	KindDocument = "document"
	KindSection  = "section"
	KindTask     = "task"
	KindTarget   = "target"
	KindDeadline = "deadline"
)

// Levels of issuers.
const (
	LevelCentral  = "central"
	LevelProvince = "province"
	LevelDistrict = "district"
	LevelCommune  = "commune"
)

// States of documents.
const (
	StateOK     = "ok"
	StateReview = "review" // a person should look at it
	StateFailed = "failed" // nothing could be read
)

// What Hit.Why begins with.
const (
	WhyExact      = "exact"
	WhyRestored   = "restored" // as Query.Meant has it, followed by the words
	WhyFolded     = "folded"
	WhyRaw        = "raw" // followed by the words: raw «KÉ HOẠCH»
	WhyIdentifier = "identifier"
	WhyCitation   = "citation"
	WhyFilter     = "filter"
	WhySimilar    = "similar" // followed by words that both have
)

// Orders of results.
const (
	SortRelevance = "relevance"
	SortDate      = "date"   // oldest first
	SortNewest    = "-date"  // newest first
	SortNumber    = "number" // by serial, then symbol
	SortTitle     = "title"  // as a Vietnamese dictionary has them, as the next two
	SortIssuer    = "issuer"
	SortProvince  = "province"
)

// Sorts are all of them.
var Sorts = []string{SortRelevance, SortDate, SortNewest, SortNumber, SortTitle, SortIssuer, SortProvince}

// yearText is a year as a column has it; 0 is none.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// pageAt is the page on which a byte of Text stands.
func (e Entry) pageAt(offset int) int {
	page := max(e.Page, 1)
	for i, start := range e.PageStarts {
		if start <= offset {
			page = max(e.Page, 1) + i
		}
	}
	return page
}
