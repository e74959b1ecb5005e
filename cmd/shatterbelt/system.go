package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// scope says which figures an analysis looks at: the states of the core, or a
// whole state system from imported data, and by what capability.
type scope struct {
	whole bool
	by    string
	from  dataset.Overlay // opened by [placing.open]
}

func (v *scope) register(c *cobra.Command) {
	fl := c.Flags()
	fl.BoolVar(&v.whole, "whole", false, `every member of the state system, from imported data; so it is for years before
the embedded figures, and for states that they do not have`)
	fl.StringVar(&v.by, "capability", string(study.ByRecord), "spending, cinc, or record: spending where the powers of the year have it on record, else CINC")
	_ = c.RegisterFlagCompletionFunc("capability", cobra.FixedCompletions(study.Bases(), cobra.ShellCompDirectiveNoFileComp))
}

// open opens the figures for a year and finds a state in them unless text is "".
// They are of a whole state system where the flag asks for it, the year lies
// before the embedded figures, or the state is not among them and was a member.
func (f *placing) open(c *cobra.Command, text string) (st ir.State, err error) {
	if err := oneOf("--capability", f.by, study.Bases()...); err != nil {
		return st, err
	}
	year := ir.Year(f.year)
	whole := f.whole || year != 0 && year < core.FirstYear
	if !whole || year == 0 {
		d, err := figures(c)
		if err != nil {
			return st, err
		}
		f.from = d.From
		year = desk.YearOr(f.year, f.from.Snapshot)
		_, missing := f.from.Snapshot.Codes().Find(text)
		_, member := memberBy(text, year, missing != nil && text != "")
		whole = whole || member
	}
	if whole {
		if f.from, err = systemOf(c, year); err != nil {
			return st, err
		}
		f.year = int(year)
	}
	if text != "" {
		if st, err = f.from.Snapshot.Codes().Find(text); err != nil {
			return st, f.elsewhen(err, text, year)
		}
	}
	say(c, f.from)
	return st, nil
}

// memberBy finds a member of the state system by any code or name, where it is
// asked to.
func memberBy(text string, year ir.Year, ask bool) (ir.CCode, bool) {
	if !ask {
		return 0, false
	}
	for _, system := range []source.Code{source.ISO3, source.Name, source.COWAbb, source.COW} {
		if c, verdict := source.Resolve(system, text, year); verdict == source.Matched && (year == source.AnyYear || source.IsMember(c, year)) {
			return c, true
		}
	}
	return 0, false
}

// systemOf opens the state system of a year from the store.
func systemOf(c *cobra.Command, year ir.Year) (dataset.Overlay, error) {
	s, err := openStore(c)
	if err != nil {
		return dataset.Overlay{}, err
	}
	o, err := dataset.System(c.Context(), s, builtin.Datasets(), year)
	if err != nil && year < core.FirstYear {
		err = fmt.Errorf("the embedded figures begin in %d; %w", core.FirstYear, err)
	}
	return o, err
}

// elsewhen tells of a state that was no member in the year asked for.
func (f *placing) elsewhen(err error, text string, year ir.Year) error {
	var unknown *ir.UnknownStateError
	c, member := memberBy(text, source.AnyYear, true)
	if f.from.System == 0 || !errors.As(err, &unknown) || !member {
		return err
	}
	m, _ := source.MemberOf(c)
	var spells []string
	for _, sp := range m.Spells {
		text := fmt.Sprintf("%d-", sp.Start.Year())
		if !sp.Open() {
			text += fmt.Sprint(sp.End.Year())
		}
		spells = append(spells, text)
	}
	return usagef("%s was no member of the state system in %d; it was in %s, so choose --year within that", m.Name, year, strings.Join(spells, ", "))
}

// sayLacking says what a panel of a system holds and does without.
func sayLacking(c *cobra.Command, o dataset.Overlay) {
	w := c.ErrOrStderr()
	fmt.Fprintf(w, "shatterbelt: the state system of %d: %d members, from imported data\n", o.System, len(o.Snapshot.Codes().All()))
	var parts []string
	for _, l := range o.Lacking {
		until := ""
		if l.Until != 0 {
			until = fmt.Sprintf(", to %d", l.Until)
		}
		parts = append(parts, fmt.Sprintf("%s (%s%s)", l.What, l.Dataset, until))
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, "shatterbelt: not on record for the year, so taken as last known or absent: %s\n", strings.Join(parts, ", "))
	}
}

// basisNotes say what capability is where it is not military spending.
var basisNotes = map[study.Basis]map[string]string{
	study.ByCINC: {
		"en": "Capability is CINC over every state of the system; the powers are the majors of record.\n",
		"ko": "국력은 국제체제 전체 국가의 CINC로 측정하고, 강대국은 해당 연도 공인 강대국으로 한정함.\n",
	},
}

func sayBasis(w io.Writer, b study.Basis, lang string) error {
	_, err := io.WriteString(w, basisNotes[b][lang])
	return err
}
