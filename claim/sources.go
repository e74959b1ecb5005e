package claim

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Source is a publication that the figures of a part come from, with the years
// of the figures used.
type Source struct {
	prov.Source
	First, Last ir.Year
	// Revised says, of a claim judged as of a past month, that the edition held is
	// younger than the month or bears no date, so that later revisions are in its
	// figures.
	Revised bool
}

// sources are the publications behind a trail, in order of key.
func (b *Bench) sources(t prov.Trail) []Source {
	var out []Source
	for _, key := range t.SourceKeys() {
		s, ok := b.Figures.SourceByKey(key)
		if !ok {
			continue
		}
		one := Source{Source: s, Revised: b.AsOf != 0 && !heldBy(s.Edition, b.AsOf)}
		for _, f := range t.Figures {
			if f.Source != key {
				continue
			}
			if one.First == 0 || f.Year < one.First {
				one.First = f.Year
			}
			one.Last = max(one.Last, f.Year)
		}
		out = append(out, one)
	}
	return out
}

// ofRecord are the publications behind a record table.
func (b *Bench) ofRecord(name string) []Source {
	var out []Source
	for _, row := range table("sources.csv") {
		if row["table"] != name {
			continue
		}
		first, errFirst := strconv.Atoi(row["first"])
		last, errLast := strconv.Atoi(row["last"])
		if errFirst != nil || errLast != nil {
			panic(fmt.Sprintf("claim: records/sources.csv: years of %s", row["key"]))
		}
		out = append(out, Source{
			Source: prov.Source{
				Key: row["key"], Publisher: row["publisher"], Title: row["title"], Edition: row["edition"],
				Licence: row["licence"], Cite: row["cite"],
			},
			First: ir.Year(first), Last: ir.Year(last), Revised: b.AsOf != 0 && !heldBy(row["edition"], b.AsOf),
		})
	}
	return out
}

// recordOf is the record table that a study counts, "" for the others.
var recordOf = map[string]string{"attempts": "attempts.csv", "case-lists": "transitions.csv", "parity-pressure": "pressure.csv"}

// coverage is what an edition says of the years it covers, which is no date of
// publication.
var coverage = regexp.MustCompile(`\([^)]*\)|\bto ([A-Z][a-z]+ )?\d{4}`)

var dated = regexp.MustCompile(`\b(19|20)\d\d\b`)

// heldBy reports whether an edition bears a date and was out by a year.
func heldBy(edition string, year ir.Year) bool {
	newest := 0
	for _, text := range dated.FindAllString(coverage.ReplaceAllString(edition, ""), -1) {
		y, err := strconv.Atoi(text)
		if err == nil {
			newest = max(newest, y)
		}
	}
	return newest != 0 && ir.Year(newest) <= year
}

// Sources are the publications behind all parts of a finding, each once.
func (f *Finding) Sources() []Source {
	var all []Source
	for i := range f.Parts {
		for _, s := range f.Parts[i].Sources {
			at := slices.IndexFunc(all, func(t Source) bool { return t.Key == s.Key })
			if at < 0 {
				all = append(all, s)
				continue
			}
			all[at].First, all[at].Last = min(all[at].First, s.First), max(all[at].Last, s.Last)
		}
	}
	slices.SortFunc(all, func(a, b Source) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

// Cites are the works behind all parts of a finding, each once.
func (f *Finding) Cites() []string {
	var all []string
	for i := range f.Parts {
		all = append(all, f.Parts[i].Trail.Cites...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Line is a source in one line: who, what, which edition, the years used, the
// licence.
func (s Source) Line(lang string) string {
	years := fmt.Sprint(s.First)
	if s.Last != s.First {
		years = fmt.Sprintf("%d-%d", s.First, s.Last)
	}
	if s.First == 0 {
		years = map[string]string{"en": "no year", "ko": "연도 없음"}[lang]
	}
	line := fmt.Sprintf("%s, %s, %s; %s; %s", s.Publisher, s.Title, s.Edition, years, s.Licence)
	if s.Revised {
		line += in(lang).revised
	}
	return strings.ReplaceAll(line, "\n", " ")
}
