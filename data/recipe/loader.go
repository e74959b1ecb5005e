package recipe

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// Input is where a panel finds its data.
type Input struct {
	Store    *store.Store
	Datasets []source.Dataset // those known, for the editions in use and what to import
}

// loader opens the tables that columns are read from and remembers which.
type loader struct {
	in        Input
	settings  Settings
	world     *world
	manifests map[string]store.Manifest

	noting    sync.Mutex
	used      []Datum
	disputing sync.Mutex
	disputed  map[string]*disputes // read once by dataset
}

// newLoader finds the edition of each dataset: the one that the recipe records,
// or the one in use.
func newLoader(in Input, r Recipe) (*loader, error) {
	l := &loader{in: in, settings: r.Settings, manifests: map[string]store.Manifest{}, disputed: map[string]*disputes{}}
	current, err := in.Store.Current(in.Datasets)
	if err != nil {
		return nil, err
	}
	for _, m := range current {
		l.manifests[m.Dataset] = m
	}
	for _, d := range r.Data {
		if d.Dataset == embeddedList {
			continue
		}
		m, err := in.Store.Manifest(d.Dataset, d.Edition)
		if err != nil {
			return nil, &DataError{Missing: []Missing{l.missing(need{d.Dataset, d.Table}, d.Edition)}}
		}
		l.manifests[d.Dataset] = m
	}
	return l, nil
}

// Missing is a table that a panel needs and the store does not have.
type Missing struct {
	Dataset, Edition, Table string
	Title, Publisher, URL   string
	For                     []string // the additions that need it
}

// DataError says which data a panel lacks and how to get them, or which are not
// those of its record.
type DataError struct {
	Missing []Missing
	Changed []Datum // in the store from another file than the record says
}

func (e *DataError) Error() string {
	var lines []string
	for _, m := range e.Missing {
		what := m.Dataset
		if m.Edition != "" {
			what += " " + m.Edition
		}
		line := fmt.Sprintf("panel: %s needs %s (%s, table %s), which is not imported; get it from %s and run shatterbelt data import FILE",
			strings.Join(m.For, ", "), what, m.Title, m.Table, m.URL)
		lines = append(lines, line)
	}
	for _, d := range e.Changed {
		lines = append(lines, fmt.Sprintf("panel: %s %s in the store is not the file of the record (SHA-256 %s); import that file, or take data: out of the recipe",
			d.Dataset, d.Edition, d.SHA256))
	}
	return strings.Join(lines, "\n")
}

func (l *loader) missing(n need, edition string, by ...string) Missing {
	m := Missing{Dataset: n.dataset, Edition: edition, Table: n.table, For: by}
	if len(by) == 0 {
		m.For = []string{"the record"}
	}
	if i := slices.IndexFunc(l.in.Datasets, func(d source.Dataset) bool { return d.Key == n.dataset }); i >= 0 {
		d := l.in.Datasets[i]
		m.Title, m.Publisher, m.URL = d.Title, d.Publisher, d.URL
	}
	return m
}

// has reports whether a table is in the store.
func (l *loader) has(n need) bool {
	_, ok := l.manifests[n.dataset].Table(n.table)
	return ok
}

// rows is how many rows a table has.
func (l *loader) rows(n need) int64 {
	t, _ := l.manifests[n.dataset].Table(n.table)
	return t.Rows
}

// table opens a table and notes that it went into the panel.
func (l *loader) table(n need) (*store.Table, error) {
	m := l.manifests[n.dataset]
	t, err := l.in.Store.Table(m, n.table)
	if err != nil {
		return nil, err
	}
	l.note(Datum{m.Dataset, m.Edition, n.table, t.Source.File, t.Source.SHA256, t.Source.Verified})
	return t, nil
}

// note remembers a table once, in order.
func (l *loader) note(d Datum) {
	l.noting.Lock()
	defer l.noting.Unlock()
	at, there := slices.BinarySearchFunc(l.used, d, func(a, b Datum) int {
		return cmp.Or(cmp.Compare(a.Dataset, b.Dataset), cmp.Compare(a.Table, b.Table))
	})
	if !there {
		l.used = slices.Insert(l.used, at, d)
	}
}

// edition names what a column was read from.
func (l *loader) edition(n need) string {
	return n.dataset + " " + l.manifests[n.dataset].Edition
}

// covers gives the years that a stored table is about.
func covers(t *store.Table) years { return years{t.First, t.Last} }

// numbers reads columns of numbers of a whole table.
func (l *loader) numbers(ctx context.Context, n need, columns []string, f func(rows int, c [][]float64) error) (years, error) {
	t, err := l.table(n)
	if err != nil {
		return years{}, err
	}
	defer func() { _ = t.Close() }()
	return covers(t), t.Numbers(ctx, columns, f)
}

// each reads rows of any columns of a small table.
func (l *loader) each(ctx context.Context, n need, columns []string, f func(c []source.Value) error) (years, error) {
	t, err := l.table(n)
	if err != nil {
		return years{}, err
	}
	defer func() { _ = t.Close() }()
	return covers(t), t.Each(ctx, columns, func(_ int64, c []source.Value) error { return f(c) })
}
