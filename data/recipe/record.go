package recipe

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Record is the recipe with what the panel was made of, as a file that [Parse]
// reads and that makes the same panel again. program is the version that made
// it; o what was written, or nil.
func (p *Panel) Record(program string, o *Output) []byte {
	var b strings.Builder
	b.WriteString("# A panel, and all it was made of. shatterbelt panel makes it again from this file.\n")
	p.ask(&b)
	fmt.Fprintf(&b, "\n# What it was made of.\nprogram: %s\ndata:\n", strconv.Quote(program))
	for _, d := range p.used {
		fmt.Fprintf(&b, "  - dataset: %s\n    edition: %s\n    table: %s\n", d.Dataset, strconv.Quote(d.Edition), d.Table)
		if d.SHA256 != "" {
			fmt.Fprintf(&b, "    file: %s\n    sha256: %s\n", strconv.Quote(d.File), d.SHA256)
		}
		if !d.Verified {
			b.WriteString("    verified: false\n")
		}
	}
	b.WriteString("columns:\n")
	for _, c := range p.columns {
		fmt.Fprintf(&b, "  - name: %s\n    label: %s\n", c.Name, strconv.Quote(c.Label))
		if c.Unit != "" {
			fmt.Fprintf(&b, "    unit: %s\n", strconv.Quote(c.Unit))
		}
		if c.Source != "" {
			fmt.Fprintf(&b, "    source: %s\n", strconv.Quote(c.Source))
		}
	}
	if len(p.works) > 0 {
		fmt.Fprintf(&b, "works: [%s]\n", strings.Join(p.works, ", "))
	}
	if o != nil {
		fmt.Fprintf(&b, "output:\n  format: %s\n  rows: %d\n  columns: %d\n  sha256: %s\n", o.Format, o.Rows, o.Columns, o.SHA256)
	}
	return []byte(b.String())
}

// ask writes the recipe itself, with every column and year named.
func (p *Panel) ask(b *strings.Builder) {
	r := p.recipe
	fmt.Fprintf(b, "schema: %s\nunit: %s\nsystem: %s\nfrom: %d\nto: %d\n", Schema, r.Unit, r.System, r.From, r.To)
	if r.Carry {
		b.WriteString("carry_members: true\n")
	}
	if r.Filter != "" {
		fmt.Fprintf(b, "filter: %s\n", r.Filter)
	}
	b.WriteString("add:")
	if len(p.added) == 0 {
		b.WriteString(" []")
	}
	b.WriteString("\n")
	for i, key := range p.added {
		fmt.Fprintf(b, "  - %s: [%s]\n", key, strings.Join(names(p.chosen[i]), ", "))
	}
	b.WriteString("settings:\n")
	values := param.Values(r.Settings)
	for i, f := range param.Fields(r.Settings) {
		fmt.Fprintf(b, "  %s: %s\n", f.Name, strconv.FormatFloat(values[i], 'g', -1, 64))
	}
}

// same holds what was read to what the recipe records.
func (l *loader) same(r Recipe) error {
	var out DataError
	for _, d := range r.Data {
		i := slices.IndexFunc(l.used, func(u Datum) bool { return u.Dataset == d.Dataset && u.Table == d.Table })
		if i >= 0 && l.used[i].SHA256 != d.SHA256 {
			out.Changed = append(out.Changed, d)
		}
	}
	if len(out.Changed) > 0 {
		return &out
	}
	return nil
}

// recorded holds the columns to those of the record.
func (p *Panel) recorded(r Recipe) error {
	have := make([]string, len(p.columns))
	for i, c := range p.columns {
		have[i] = c.Name
	}
	if len(r.Columns) > 0 && !slices.Equal(r.Columns, have) {
		return wrong("run the program of that version, or take columns: out of the recipe", "the columns are not those of the record, made by version %s", r.Program)
	}
	return nil
}

// Works lists the keys in the bibliography of the datasets and works that a
// recipe or record rests on: those of the datasets that its columns need, of the
// lists of states, and of its measures.
func (r Recipe) Works(in Input) ([]string, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	p := &Panel{recipe: r}
	entries := p.choose(r)
	datasets := []string{statesNeed.dataset}
	if r.System == GW {
		datasets = append(datasets, gwNeed.dataset)
	}
	if r.Filter != "" {
		datasets = append(datasets, contiguityNeed.dataset, majorsNeed.dataset)
		p.works = append(p.works, "weede1976", "lemkereed2001")
	}
	for i := range entries {
		for _, s := range p.chosen[i] {
			for _, n := range s.needs {
				datasets = append(datasets, n.dataset)
			}
		}
	}
	works := slices.Clone(p.works)
	for _, d := range in.Datasets {
		if slices.Contains(datasets, d.Key) {
			works = append(works, d.Cite)
		}
	}
	slices.Sort(works)
	return slices.Compact(works), nil
}
