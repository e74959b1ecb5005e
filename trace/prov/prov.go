package prov

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Source is one published file or page that figures were read from.
type Source struct {
	Key       string `json:"key"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Edition   string `json:"edition"`
	URL       string `json:"url"`
	Licence   string `json:"licence"`
	Cite      string `json:"cite"`             // key in the bibliography
	SHA256    string `json:"sha256,omitempty"` // of the published file, where one was read
	Read      string `json:"read,omitempty"`   // date a page was read, yyyy-mm-dd
	Note      string `json:"note,omitempty"`
}

// Kind says what sort of figure a cell holds.
type Kind uint8

// The kinds of figure, from observation to inference.
const (
	Outturn  Kind = iota // reported by its source as observed
	Estimate             // a published estimate, with its range where one was given
	Derived              // computed from published figures by a named step
	Forecast             // published before the year it is about
)

var kindNames = [...]string{"outturn", "estimate", "derived", "forecast"}

// String gives the name used in the core files.
func (k Kind) String() string { return kindNames[k] }

// ParseKind reads the name of a kind.
func ParseKind(s string) (Kind, bool) {
	i := slices.Index(kindNames[:], s)
	return Kind(max(i, 0)), i >= 0
}

// MarshalText writes the name of the kind.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Figure is one published figure as a result used it.
type Figure struct {
	State     ir.CCode `json:"ccode"`
	Partner   ir.CCode `json:"partner,omitempty"` // of a dyad figure
	Indicator string   `json:"indicator"`
	Year      ir.Year  `json:"year"`
	Value     float64  `json:"value"`
	Low       float64  `json:"low"`
	High      float64  `json:"high"`
	Unit      string   `json:"unit"`
	Source    string   `json:"source"` // key of a Source
	Kind      Kind     `json:"kind"`
}

// Trail says how a computed number was reached: the formula by its key in the
// documentation, the parameters by name, and the published figures used.
type Trail struct {
	Formula string   `json:"formula"`
	Params  []string `json:"params,omitempty"`
	Figures []Figure `json:"figures,omitempty"`
	Cites   []string `json:"cites,omitempty"` // keys in the bibliography
}

// Compare orders figures by indicator, state, partner and year.
func Compare(a, b Figure) int {
	return cmp.Or(
		cmp.Compare(a.Indicator, b.Indicator),
		cmp.Compare(a.State, b.State),
		cmp.Compare(a.Partner, b.Partner),
		cmp.Compare(a.Year, b.Year),
		cmp.Compare(a.Source, b.Source),
	)
}

// Merge joins trails of parts into the trail of a whole under one formula,
// each figure, parameter and citation once, in a fixed order.
func Merge(formula string, parts ...Trail) Trail {
	t := Trail{Formula: formula}
	for _, p := range parts {
		t.Params = append(t.Params, p.Params...)
		t.Figures = append(t.Figures, p.Figures...)
		t.Cites = append(t.Cites, p.Cites...)
	}
	slices.Sort(t.Params)
	t.Params = slices.Compact(t.Params)
	slices.Sort(t.Cites)
	t.Cites = slices.Compact(t.Cites)
	slices.SortFunc(t.Figures, Compare)
	t.Figures = slices.CompactFunc(t.Figures, func(a, b Figure) bool { return Compare(a, b) == 0 })
	return t
}

// SourceKeys lists the sources of a trail's figures, each once, sorted.
func (t Trail) SourceKeys() []string {
	keys := make([]string, 0, len(t.Figures))
	for _, f := range t.Figures {
		keys = append(keys, f.Source)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Warning is a caution about a valid but weak result: figures that are old,
// estimates, gaps. It travels with the result and is printed in the brief.
type Warning struct {
	Code   string   `json:"code"` // stable key, such as "stale"
	State  ir.CCode `json:"ccode,omitempty"`
	Other  ir.CCode `json:"other,omitempty"`
	Item   string   `json:"item,omitempty"` // the indicator or parameter concerned
	Year   ir.Year  `json:"year,omitempty"`
	Source string   `json:"source,omitempty"`
}
