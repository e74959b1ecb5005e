package source

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/ir"
)

// AnyYear asks for a state by a code that may have meant it in any year.
const AnyYear ir.Year = 0

// Verdict says what a code or name was found to be.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota // nothing known
	Matched                // a state
	Other                  // a region, a territory or a unit that has no number
)

// Member is a state of the Correlates of War list with the spells of its
// membership in the state system.
type Member struct {
	CCode   ir.CCode
	Abb     string // the list's abbreviation
	ISO3    string // of today's state; "" for those that are gone
	Name    string // as the list spells it
	Spells  []Spell
	aliases []string
}

// Spell is one time of membership, both days included; an open one has no end.
type Spell struct{ Start, End time.Time }

// Open reports whether the spell lasts.
func (s Spell) Open() bool { return s.End.IsZero() }

//go:embed states.csv
var statesFile string

// identity finds states by code and date.
type identity struct {
	members []Member
	byCode  map[ir.CCode]int
	keys    map[key][]meaning
}

// key is a code or folded name within a system.
type key struct {
	system Code
	text   string
}

// meaning is what a code meant from one year to another, both included.
type meaning struct {
	state    ir.CCode
	from, to ir.Year
}

const (
	ever    ir.Year = -10000
	forever ir.Year = 10000
)

var known = sync.OnceValue(func() *identity {
	id, err := loadIdentity(statesFile)
	if err != nil {
		panic(err) // an embedded file; a test reads it
	}
	return id
})

func loadIdentity(text string) (*identity, error) {
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("source: states.csv: %w", err)
	}
	id := &identity{byCode: map[ir.CCode]int{}, keys: map[key][]meaning{}}
	for i, r := range records[1:] {
		n, err := strconv.ParseUint(r[0], 10, 16)
		if err != nil {
			return nil, fmt.Errorf("source: states.csv:%d: ccode is %q", i+2, r[0])
		}
		m := Member{CCode: ir.CCode(n), Abb: r[1], ISO3: r[2], Name: r[4]}
		if m.Spells, err = spells(r[3]); err != nil {
			return nil, fmt.Errorf("source: states.csv:%d: %w", i+2, err)
		}
		if r[5] != "" {
			m.aliases = strings.Split(r[5], "|")
		}
		id.byCode[m.CCode] = len(id.members)
		id.members = append(id.members, m)
	}
	id.index()
	return id, nil
}

func spells(text string) ([]Spell, error) {
	var out []Spell
	for _, part := range strings.Split(text, "|") {
		from, to, _ := strings.Cut(part, "/")
		s := Spell{}
		var err error
		if s.Start, err = time.Parse(time.DateOnly, from); err != nil {
			return nil, err
		}
		if to != "" {
			if s.End, err = time.Parse(time.DateOnly, to); err != nil {
				return nil, err
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// index lists every code: first the dated rules, then what the list itself
// gives for whatever they leave open.
func (id *identity) index() {
	for _, r := range rules {
		for _, system := range r.systems {
			k := key{system, foldFor(system, r.text)}
			id.keys[k] = append(id.keys[k], meaning{r.state, r.from, r.to})
		}
	}
	for _, text := range unlisted {
		id.keys[key{VDem, text}] = []meaning{{0, ever, forever}}
	}
	ruled := map[key]bool{}
	for k := range id.keys {
		ruled[k] = true
	}
	add := func(system Code, text string, c ir.CCode) {
		k := key{system, foldFor(system, text)}
		if text != "" && k.text != "" && !ruled[k] && len(id.keys[k]) == 0 {
			id.keys[k] = []meaning{{c, ever, forever}}
		}
	}
	english, korean := display.English.Regions(), display.Korean.Regions()
	for _, m := range id.members {
		number := strconv.Itoa(int(m.CCode))
		add(COW, number, m.CCode)
		add(COWAbb, m.Abb, m.CCode)
		for _, system := range []Code{GW, Polity} {
			add(system, number, m.CCode)
		}
		for _, name := range append([]string{m.Name}, m.aliases...) {
			add(Name, name, m.CCode)
		}
		if m.ISO3 == "" {
			continue
		}
		add(ISO3, m.ISO3, m.CCode)
		add(VDem, m.ISO3, m.CCode)
		if region, err := language.ParseRegion(m.ISO3); err == nil {
			add(ISO2, region.String(), m.CCode)
			add(ISONum, strconv.Itoa(region.M49()), m.CCode)
			add(Name, english.Name(region), m.CCode)
			add(Name, korean.Name(region), m.CCode)
		}
	}
	if s, err := core.Snapshot(); err == nil {
		for _, st := range s.Codes().All() {
			for _, name := range append([]string{st.NameEN, st.NameKO}, st.Aliases...) {
				add(Name, name, st.CCode)
			}
		}
	}
}

// foldFor drops what does not tell codes of a system apart.
func foldFor(system Code, text string) string {
	text = strings.TrimSpace(text)
	switch system {
	case Name:
		return foldName(text)
	case COW, GW, ISONum, Polity:
		return strings.TrimLeft(strings.TrimSuffix(text, ".0"), "0")
	}
	return strings.ToUpper(text)
}

// foldName drops case, accents, spaces, punctuation and small words.
func foldName(text string) string {
	text = strings.ReplaceAll(strings.ToLower(text), "&", " and ")
	words := strings.FieldsFunc(norm.NFD.String(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "the", "of", "and":
			continue
		case "st":
			w = "saint"
		}
		for _, r := range w {
			if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
	}
	return norm.NFC.String(b.String())
}

// Resolve finds the state that a code or name means in a year; with [AnyYear],
// the one it meant last. A code may mean a state in years in which it was no
// member of the system: publishers also speak of territories. [IsMember] tells.
func Resolve(system Code, text string, y ir.Year) (ir.CCode, Verdict) {
	id := known()
	text = strings.TrimSpace(text)
	k := key{system, foldFor(system, text)}
	meanings := id.keys[k]
	if system == Name && len(meanings) == 0 {
		if strings.HasSuffix(text, "*") { // how SIPRI marks those that are no states
			return 0, Other
		}
		before, _, _ := strings.Cut(text, " (") // "Zimbabwe (Rhodesia)", "East Asia (excluding high income)"
		meanings = id.keys[key{system, foldFor(system, before)}]
		if name, ok := bare(before); ok && len(meanings) == 0 {
			before = name
			meanings = id.keys[key{system, foldFor(system, before)}]
		}
		if len(meanings) == 0 && regions()[foldName(before)] {
			return 0, Other
		}
	}
	if len(meanings) == 0 {
		return 0, elsewhere(system, k.text)
	}
	best := meanings[len(meanings)-1]
	if y != AnyYear {
		for _, m := range meanings {
			if m.from <= y && y <= m.to {
				return verdictOf(m.state)
			}
		}
		return 0, Other
	}
	for _, m := range meanings {
		if m.to > best.to {
			best = m
		}
	}
	return verdictOf(best.state)
}

func verdictOf(c ir.CCode) (ir.CCode, Verdict) {
	if c == 0 {
		return 0, Other
	}
	return c, Matched
}

// IsWorld reports whether a code or name is that of the whole world.
func IsWorld(system Code, text string) bool {
	switch system {
	case ISO3:
		return strings.EqualFold(strings.TrimSpace(text), "WLD")
	case Name:
		return foldName(text) == "world"
	}
	return false
}

// elsewhere tells a code of a territory, or the name of a region, from one that
// nothing is known of.
func elsewhere(system Code, text string) Verdict {
	switch system {
	case ISO3, ISO2:
		region, err := language.ParseRegion(text)
		if err == nil && (region.IsCountry() || region.IsGroup()) || aggregates[text] {
			return Other
		}
	case ISONum:
		if n, err := strconv.Atoi(text); err == nil {
			if _, err := language.EncodeM49(n); err == nil {
				return Other
			}
		}
	case COW, GW:
		if n, err := strconv.Atoi(text); err == nil && slices.ContainsFunc(territories, func(r [2]int) bool { return r[0] <= n && n <= r[1] }) {
			return Other
		}
	case Name:
		if regions()[text] {
			return Other
		}
	}
	return Unknown
}

// territories are the numbers, above the last of both lists, that the authors of
// troopdata give to territories.
var territories = [][2]int{{1001, 1099}, {10000, 10199}}

// Members lists the states of the Correlates of War list by number.
func Members() []Member { return known().members }

// MemberOf finds a state of the list by number.
func MemberOf(c ir.CCode) (Member, bool) {
	i, ok := known().byCode[c]
	if !ok {
		return Member{}, false
	}
	return known().members[i], true
}

// Names gives the name of a state in English and in Korean: as readers use them
// for a state of today, and as the list and its further names have them for one
// that is gone.
func (m Member) Names() (en, ko string) {
	en = m.Name
	if region, err := language.ParseRegion(m.ISO3); err == nil && m.ISO3 != "" {
		return display.English.Regions().Name(region), display.Korean.Regions().Name(region)
	}
	for _, name := range m.aliases {
		if hangul(name) {
			return en, name
		}
	}
	return en, ""
}

func hangul(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}

// Aliases are further names that publishers use.
func (m Member) Aliases() []string { return slices.Clone(m.aliases) }

// IsMember reports whether a state was in the system on some day of a year.
// The list runs to the end of 2016; who was a member then is taken to be one
// after it.
func IsMember(c ir.CCode, y ir.Year) bool {
	id := known()
	i, ok := id.byCode[c]
	if !ok {
		return false
	}
	for _, s := range id.members[i].Spells {
		if s.Start.Year() <= int(y) && (s.Open() || int(y) <= s.End.Year()) {
			return true
		}
	}
	return false
}
