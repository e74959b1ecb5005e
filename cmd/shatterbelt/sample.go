package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/desk"
)

// sampling holds the flags of commands that read a table of experiments.
type sampling struct {
	inputs, without, categorical []string
	where                        []string
	sheet, lang                  string
	drop, asJSON, asCSV          bool
	seed                         uint64
	workers                      int
}

// register adds the flags; inputs says whether the command has inputs.
func (f *sampling) register(c *cobra.Command, inputs bool) {
	fl := c.Flags()
	if inputs {
		fl.StringSliceVar(&f.inputs, "inputs", nil, "columns that are inputs, such as a,b or first..last or 'x_*' (default: those the file names, or all but outcomes, constants and row numbers)")
		fl.StringSliceVar(&f.without, "without", nil, "columns that are no inputs, in the same form")
	}
	fl.StringArrayVar(&f.where, "where", nil, "take only experiments in which this holds, such as 'policy = store'; may be given several times")
	fl.StringSliceVar(&f.categorical, "categorical", nil, "columns of numbers that are names, such as codes")
	fl.StringVar(&f.sheet, "sheet", "", "the sheet or member to read, where the file has several")
	fl.BoolVar(&f.drop, "drop-missing", false, "leave out experiments in which something needed is missing")
	fl.BoolVar(&f.asJSON, "json", false, "everything as JSON")
	fl.BoolVar(&f.asCSV, "csv", false, "the main table as comma-separated values")
	fl.Uint64Var(&f.seed, "seed", 1, "seed of resampling")
	fl.IntVar(&f.workers, "workers", 0, "parallel workers; 0 uses every core; results do not depend on it")
	langFlag(c, &f.lang)
}

// asked is what the flags ask of any table.
func (f *sampling) asked() desk.Sampling {
	return desk.Sampling{Inputs: f.inputs, Without: f.without, Drop: f.drop, Seed: f.seed, Workers: f.workers}
}

// read checks the flags and reads the table.
func (f *sampling) read(c *cobra.Command, file string) (*experiments.Table, error) {
	if err := checkLang(f.lang); err != nil {
		return nil, err
	}
	if err := exclusive(f.asJSON, f.asCSV); err != nil {
		return nil, err
	}
	if f.workers < 0 {
		return nil, usagef("--workers is %d; want 0 or more", f.workers)
	}
	t, err := experiments.Read(c.Context(), file, experiments.Options{Categorical: f.categorical, Sheet: f.sheet})
	if err != nil || len(f.where) == 0 {
		return t, err
	}
	return t.Only(f.where)
}

// sampleHelp says what a file may be.
const sampleHelp = `
FILE is a table with a header and a row for each experiment: CSV with commas, semicolons or
tabs, packed or not, a sheet of an .xlsx, a .dta, or Parquet, whoever made it. true and false
are 1 and 0; columns of names are categories.`

// words by language; each command has its own.
type phrases map[string]map[string]string

func (p phrases) in(lang string) func(key string, args ...any) string {
	return func(key string, args ...any) string { return fmt.Sprintf(p[lang][key], args...) }
}

var sampleWords = phrases{
	"en": {
		"searched": "Inputs: %s.\n", "left": "Left out: %s.\n", "dropped": "%d experiments left out, since something is missing.\n",
		"constant": "constant", "row number": "numbers the rows", "outcome": "outcome", "not asked": "excluded", "many names": "a name for nearly each row", "no name": "no header",
	},
	"ko": {
		"searched": "입력: %s.\n", "left": "제외: %s.\n", "dropped": "결측이 있는 실험 %d건 제외.\n",
		"constant": "상수", "row number": "행 번호", "outcome": "결과", "not asked": "제외 지정", "many names": "행마다 다른 이름", "no name": "제목 없음",
	},
}

// used says which columns were inputs and which were not.
func used(lang string, inputs []string, left []experiments.LeftOut, dropped int) string {
	word := sampleWords.in(lang)
	text := word("searched", someOf(inputs))
	var out []string
	for _, l := range left {
		out = append(out, fmt.Sprintf("%s (%s)", l.Name, word(string(l.Why))))
	}
	if len(out) > 0 {
		text += word("left", someOf(out))
	}
	if dropped > 0 {
		text += word("dropped", dropped)
	}
	return text
}

// someOf lists names, the first and last of many.
func someOf(names []string) string {
	const most = 12
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s, ... %s (%d)", strings.Join(names[:most/2], ", "), strings.Join(names[len(names)-2:], ", "), len(names))
}

// share writes a share as people read it.
func share(v float64, lang string) string {
	sign := " %"
	if lang == "ko" {
		sign = "%"
	}
	if v > 0 && v < 0.01 || v > 0.99 && v < 1 {
		return fmt.Sprintf("%.1f", 100*v) + sign
	}
	return fmt.Sprintf("%.0f", 100*v) + sign
}

// maybe writes a number that may be missing; what is only rounding is 0.
func maybe(format string, v *float64) string {
	switch {
	case v == nil:
		return "–"
	case math.Abs(*v) < 1e-12:
		return fmt.Sprintf(format, 0.0)
	}
	return fmt.Sprintf(format, *v)
}
