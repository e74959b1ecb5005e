package recipe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// Schema is what a recipe file says it is, on its schema line.
const Schema = "shatterbelt/recipe/1"

// MaxBytes is the most that a recipe file may hold.
const MaxBytes = 1 << 18

// What the numbers in a recipe may be.
const (
	earliest, latest = 1400, float64(farthest)
	mostRows         = 1e12
)

// Parse reads a recipe file, or a record, which is one; file is its name, for
// errors only. Whatever is wrong is reported as one or more joined
// [*yamlfile.Error].
func Parse(file string, data []byte) (Recipe, error) {
	r := reader{&yamlfile.Reader{
		File: file, Kind: "recipe file", MaxBytes: MaxBytes,
		Empty: "start with schema: " + Schema + ", a unit: and a list under add:",
	}}
	out := Recipe{Settings: DefaultSettings()}
	if root, ok := r.Read(data); ok {
		r.document(root, &out)
	}
	return out, r.Err()
}

// reader turns YAML into a recipe.
type reader struct{ *yamlfile.Reader }

// The keys of a recipe, and of a record besides.
var (
	recipeKeys = []string{"schema", "unit", "system", "from", "to", "carry_members", "add", "filter", "settings"}
	recordKeys = []string{"program", "data", "columns", "works", "output"}
)

func (r reader) document(root ast.Node, out *Recipe) {
	if r.Newer(root, Schema) {
		return
	}
	top := r.Entries(root, "the file", slices.Concat(recipeKeys, recordKeys))
	r.Need(root, "the file", top, "schema", "unit")
	for _, e := range top {
		if e.Key == "unit" {
			out.Unit = Unit(r.choice(e.Value, "unit", unitNames))
		}
	}
	for _, e := range top {
		switch e.Key {
		case "schema":
			r.Schema(e.Value, Schema)
		case "system":
			out.System = System(r.choice(e.Value, "system", systemNames))
		case "from":
			out.From = r.year(e.Value, "from")
		case "to":
			out.To = r.year(e.Value, "to")
		case "carry_members":
			out.Carry = r.choice(e.Value, "carry_members", []string{"false", "true"}) == 1
		case "filter":
			out.Filter = Relevant
			r.choice(e.Value, "filter", []string{Relevant})
		case "add":
			out.Add = r.additions(e.Value, out.Unit)
		case "settings":
			r.settings(e.Value, &out.Settings)
		default:
			r.record(e, out)
		}
	}
	if out.From != 0 && out.To != 0 && out.From > out.To {
		r.Fail(root, fmt.Sprintf("from %d to %d", out.From, out.To), "give the earlier year as the first")
	}
	if out.Filter != "" && out.Unit == StateYear {
		r.Fail(root, "the filter is about dyads, and the unit is "+out.Unit.String(), "take it out, or ask for a dyad-year")
	}
}

// record reads what a panel was made of.
func (r reader) record(e yamlfile.Entry, out *Recipe) {
	switch e.Key {
	case "program":
		out.Program, _ = r.Word(e.Value, "program", "a version")
	case "data":
		for _, n := range r.Items(e.Value, "data") {
			out.Data = append(out.Data, r.datum(n))
		}
	case "columns":
		for _, n := range r.Items(e.Value, "columns") {
			for _, f := range r.fields(n, "a column", []string{"name", "label", "unit", "source"}, "name") {
				if f.Key == "name" {
					out.Columns = append(out.Columns, r.text(f.Value, "name"))
				}
			}
		}
	case "works":
		for _, n := range r.Items(e.Value, "works") {
			r.text(n, "a work")
		}
	case "output":
		out.Output = r.output(e.Value)
	}
}

func (r reader) fields(n ast.Node, what string, known []string, wanted ...string) []yamlfile.Entry {
	found := r.Entries(n, what, known)
	r.Need(n, what, found, wanted...)
	return found
}

func (r reader) datum(n ast.Node) Datum {
	d := Datum{Verified: true}
	for _, f := range r.fields(n, "a table", []string{"dataset", "edition", "table", "file", "sha256", "verified"}, "dataset", "edition", "table") {
		switch f.Key {
		case "dataset":
			d.Dataset = r.text(f.Value, f.Key)
		case "edition":
			d.Edition = r.text(f.Value, f.Key)
		case "table":
			d.Table = r.text(f.Value, f.Key)
		case "file":
			d.File = r.text(f.Value, f.Key)
		case "sha256":
			d.SHA256 = r.text(f.Value, f.Key)
		case "verified":
			d.Verified = r.choice(f.Value, f.Key, []string{"false", "true"}) == 1
		}
	}
	return d
}

func (r reader) output(n ast.Node) *Output {
	out := &Output{}
	for _, f := range r.fields(n, "output", []string{"format", "rows", "columns", "sha256"}, "format", "sha256") {
		switch f.Key {
		case "format":
			out.Format = r.text(f.Value, f.Key)
		case "rows":
			v, _ := r.Within(f.Value, f.Key, 0, mostRows)
			out.Rows = int64(v)
		case "columns":
			v, _ := r.Within(f.Value, f.Key, 0, mostRows)
			out.Columns = int(v)
		case "sha256":
			out.SHA256 = r.text(f.Value, f.Key)
		}
	}
	return out
}

// additions reads the list of what to add: a key, or a key with its columns.
func (r reader) additions(n ast.Node, u Unit) []Addition {
	var out []Addition
	for _, item := range r.Items(n, "add") {
		a := Addition{}
		at := item
		if pairs, ok := yamlfile.Mapping(item); ok && len(pairs) == 1 {
			at = pairs[0].Key
			a.Key = yamlfile.First(at).Value
			for _, c := range r.Items(pairs[0].Value, a.Key) {
				a.Columns = append(a.Columns, r.text(c, "a column"))
			}
		} else {
			a.Key = r.text(item, "what to add")
		}
		if slices.ContainsFunc(out, func(o Addition) bool { return o.Key == a.Key }) {
			r.Fail(at, fmt.Sprintf("%s is added twice", a.Key), "name it once, with all its columns")
			continue
		}
		r.addition(at, a, u)
		out = append(out, a)
	}
	return out
}

// addition holds one to the catalogue.
func (r reader) addition(n ast.Node, a Addition, u Unit) {
	if a.Key == "" {
		return // reported already
	}
	if err := (Recipe{Unit: u}).checkAddition(a); err != nil {
		e := err.(*Error) //nolint:errorlint // it is what the function makes
		r.Fail(n, e.Problem, e.Remedy)
	}
}

func (r reader) settings(n ast.Node, s *Settings) {
	fields := param.Fields(*s)
	var known []string
	for _, f := range fields {
		known = append(known, f.Name)
	}
	values := param.Values(*s)
	for _, e := range r.Entries(n, "settings", known) {
		i := slices.Index(known, e.Key)
		if v, ok := r.Within(e.Value, e.Key, fields[i].Min, fields[i].Max); ok {
			values[i] = v
		}
	}
	param.Set(s, values)
}

// choice reads one of some words and gives its place.
func (r reader) choice(n ast.Node, what string, words []string) int {
	text, ok := r.Word(n, what, strings.Join(words, " or "))
	i := slices.Index(words, text)
	if ok && i < 0 {
		r.Fail(n, fmt.Sprintf("%s is %q", what, yamlfile.Short(text)), yamlfile.Suggest(text, words))
	}
	return max(i, 0)
}

func (r reader) year(n ast.Node, what string) ir.Year {
	v, ok := r.Within(n, what, earliest, latest)
	if ok && v != float64(int(v)) {
		r.Fail(n, fmt.Sprintf("%s is %v", what, v), "want a year")
	}
	return ir.Year(v)
}

func (r reader) text(n ast.Node, what string) string {
	text, _ := r.Word(n, what, "a word")
	return text
}
