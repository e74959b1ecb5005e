package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Match says what a part of a file is.
type Match struct {
	Dataset *Dataset
	Layout  *Layout
	Edition string // "" where neither hash nor content tells
	// Verified says that the hash of the file, or of what is packed in it, is one
	// that the dataset lists, and File which of its files it is.
	Verified bool
	File     Known
	score    int
}

// AmbiguousError says that a table could be of more than one dataset.
type AmbiguousError struct {
	File       string
	Candidates []string // "dataset/table"
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%s: could be %s; say which with --as DATASET/TABLE", e.File, strings.Join(e.Candidates, " or "))
}

// Recognise finds the dataset, table and edition of a part by hash and by
// content. The layout with the most columns there wins, then a sheet named in
// it. ok is false where no dataset has such a table. The name of the file does
// not count.
func Recognise(all []Dataset, p Part, as string) (m Match, ok bool, err error) {
	hits := candidates(all, p.Head, as)
	if len(hits) == 0 {
		return Match{}, false, nil
	}
	if p.File != nil && p.File.wrapped() && !slices.ContainsFunc(all, func(d Dataset) bool { _, _, ok := d.Known(p.Head.SHA256); return ok }) {
		if p.Head.Unpacked, err = p.File.Sum(); err != nil {
			return Match{}, false, err
		}
		if hits = candidates(all, p.Head, as); len(hits) == 0 {
			return Match{}, false, nil
		}
	}
	slices.SortStableFunc(hits, func(a, b Match) int { return cmp.Compare(b.score, a.score) })
	best := hits[0]
	var rivals []string
	for _, h := range hits {
		name := h.Dataset.Key + "/" + h.Layout.Table
		if h.score == best.score && !slices.Contains(rivals, name) {
			rivals = append(rivals, name)
		}
	}
	if len(rivals) > 1 {
		return Match{}, false, &AmbiguousError{p.Name(), rivals}
	}
	return best, true, nil
}

// candidates are the layouts that a head is of.
func candidates(all []Dataset, h Head, as string) []Match {
	var hits []Match
	for i := range all {
		d := &all[i]
		for j := range d.Layouts {
			l := &d.Layouts[j]
			if as != "" && as != d.Key && as != d.Key+"/"+l.Table {
				continue
			}
			if score, fits := l.fits(h); fits {
				hits = append(hits, edition(d, l, h, score))
			}
		}
	}
	return hits
}

// verifiedScore puts a known hash above any number of columns.
const verifiedScore = 1 << 20

// edition completes a match.
func edition(d *Dataset, l *Layout, h Head, score int) Match {
	m := Match{Dataset: d, Layout: l, Edition: l.Edition, score: score}
	e, k, known := d.Known(h.SHA256)
	if !known {
		e, k, known = d.Known(h.Unpacked)
	}
	if known && (l.Edition == "" || l.Edition == e.Name) {
		m.Edition, m.Verified, m.File = e.Name, true, k
		m.score += verifiedScore
		return m
	}
	if m.Edition == "" && l.EditionOf != nil {
		m.Edition = l.EditionOf(h)
	}
	return m
}

// fits reports whether the head is of the layout, and how closely.
func (l *Layout) fits(h Head) (score int, ok bool) {
	if l.Sheet != "" && h.Sheet != "" && !strings.EqualFold(l.Sheet, h.Sheet) || l.Read == nil && h.Form == JSON {
		return 0, false
	}
	if l.Read != nil {
		return 1, l.Match != nil && l.Match(h)
	}
	have := l.header(h)
	if have == nil {
		return 0, false
	}
	for _, c := range l.Columns {
		there := have[folded(c.Name)]
		if !there && !c.Optional {
			return 0, false
		}
		score += b2i(there)
	}
	if l.Exact && len(have) > score {
		return 0, false
	}
	if l.Sheet != "" && strings.EqualFold(l.Sheet, h.Sheet) {
		score++
	}
	return score, l.Match == nil || l.Match(h)
}

// header is the set of the names of the columns, nil where there can be none.
func (l *Layout) header(h Head) map[string]bool {
	names := l.Names
	if names == nil {
		at := slices.IndexFunc(h.Rows, l.isHeader)
		if at < 0 {
			return nil
		}
		names = h.Rows[at]
	} else if len(h.Rows) == 0 || len(h.Rows[0]) != len(l.Names) || l.Match == nil {
		return nil
	}
	have := map[string]bool{}
	for _, name := range names {
		have[folded(name)] = true
	}
	return have
}

// isHeader reports whether a record is the header.
func (l *Layout) isHeader(cells []string) bool {
	return l.HeaderAt == "" || strings.EqualFold(first(cells), l.HeaderAt)
}

func folded(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// SameName reports whether two names of columns are one.
func SameName(a, b string) bool { return folded(a) == folded(b) }

// A table is nearly one of a layout if it has at least leastNear of its columns
// and lacks no more than one, or one in mostLacking.
const (
	leastNear   = 3
	mostLacking = 4
)

// Nearest finds the layout that a table would be of but for a missing column.
// near is "dataset/table", or "" where none comes close.
func Nearest(all []Dataset, p Part, as string) (near, without string) {
	best := 0
	for i := range all {
		d := &all[i]
		for j := range d.Layouts {
			l := &d.Layouts[j]
			if as != "" && as != d.Key && as != d.Key+"/"+l.Table {
				continue
			}
			if have, lacks := l.lacks(p.Head); lacks != "" && have > best {
				best, near, without = have, d.Key+"/"+l.Table, lacks
			}
		}
	}
	return near, without
}

// lacks is how many columns of the layout are there, and the first that is not;
// "" where too many are not.
func (l *Layout) lacks(h Head) (have int, name string) {
	at := slices.IndexFunc(h.Rows, l.isHeader)
	if at < 0 || l.Read != nil || l.Names != nil {
		return 0, ""
	}
	there := map[string]bool{}
	for _, n := range h.Rows[at] {
		there[folded(n)] = true
	}
	want := 0
	for _, c := range l.Columns {
		if c.Optional {
			continue
		}
		want++
		switch {
		case there[folded(c.Name)]:
			have++
		case name == "":
			name = c.Name
		}
	}
	if have < leastNear || want-have > max(1, want/mostLacking) {
		return 0, ""
	}
	return have, name
}

// Packed is the size of the file that the part is in.
func (p Part) Packed() int64 { return p.File.Packed() }

// Folded is a name of a column without what does not count in it.
func Folded(name string) string { return folded(name) }
