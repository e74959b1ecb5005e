package user

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// What a mapping may hold.
const (
	maxMapping = 1 << 18
	maxListed  = 500 // columns or indicators
	maxText    = 2000
)

// toWrite stands in a mapping that was begun for what only its user knows.
const toWrite = "?"

// Rules are what a mapping is checked against.
type Rules struct {
	// Taken are names of datasets that are not free.
	Taken []string
	// Known are the indicators of the panel; one of the same name must be in the
	// same unit and form.
	Known []panel.Indicator
}

// ParseMapping reads a mapping; file is its name, for errors only. Whatever is
// wrong is reported as one or more joined [*yamlfile.Error].
func ParseMapping(file string, data []byte, rules Rules) (Mapping, error) {
	r := mappingReader{
		Reader: &yamlfile.Reader{
			File: file, Kind: "mapping", MaxBytes: maxMapping,
			Empty: "start one with shatterbelt data map TABLE",
		},
		rules: rules,
	}
	root, ok := r.Read(data)
	if ok && !r.Newer(root, MappingSchema) {
		r.document(root)
	}
	r.m.File = file
	return r.m, r.Err()
}

type mappingReader struct {
	*yamlfile.Reader

	rules Rules
	m     Mapping
}

func (r *mappingReader) document(root ast.Node) {
	texts := map[string]*string{
		"title": &r.m.Title, "publisher": &r.m.Publisher, "licence": &r.m.Licence, "citation": &r.m.Citation,
		"url": &r.m.URL, "note": &r.m.Note, "sheet": &r.m.Sheet,
	}
	keys := append([]string{"schema", "dataset", "edition", "encoding", "missing", "columns", "indicators"}, slices.Sorted(maps.Keys(texts))...)
	found := r.Entries(root, "the mapping", keys)
	r.Need(root, "the mapping", found, "schema", "dataset", "title", "publisher", "licence", "citation", "columns", "indicators")
	r.m.Edition = "1"
	var indicators ast.Node
	for _, e := range found {
		switch e.Key {
		case "schema":
			r.Schema(e.Value, MappingSchema)
		case "dataset":
			r.m.Dataset = r.name(e.Value)
		case "edition":
			r.m.Edition = r.edition(e.Value)
		case "encoding":
			r.m.Western = r.oneOf(e.Value, "encoding", "utf-8", "windows-1252") == "windows-1252"
		case "missing":
			r.m.Missing = r.marks(e.Value)
		case "columns":
			r.columns(e.Value)
		case "indicators":
			indicators = e.Value // read last, since it names columns
		default:
			*texts[e.Key] = r.text(e.Value, e.Key)
		}
	}
	if indicators != nil {
		r.indicators(indicators)
	}
}

var (
	datasetName   = regexp.MustCompile(`^[a-z][a-z0-9]*([.-][a-z0-9]+)*$`)
	editionName   = regexp.MustCompile(`^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$`)
	indicatorName = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
)

// mostName is the length of names, in bytes.
const mostName = 64

func (r *mappingReader) name(n ast.Node) string {
	const want = "lower-case words joined by hyphens, such as my-spending"
	text, ok := r.Word(n, "dataset", want)
	switch {
	case !ok:
	case !datasetName.MatchString(text) || len(text) > mostName:
		r.Fail(n, fmt.Sprintf("dataset is %q", yamlfile.Short(text)), "want "+want)
	case slices.Contains(r.rules.Taken, text):
		r.Fail(n, fmt.Sprintf("%s is a published dataset that the program knows", text), "give yours another name, such as my-"+text)
	}
	return text
}

func (r *mappingReader) edition(n ast.Node) string {
	const want = "a version or date, such as 2025-03"
	text, ok := r.Word(n, "edition", want)
	if ok && (!editionName.MatchString(text) || len(text) > mostName) {
		r.Fail(n, fmt.Sprintf("edition is %q", yamlfile.Short(text)), "want "+want)
	}
	return text
}

// text reads words for readers, which must have been written.
func (r *mappingReader) text(n ast.Node, what string) string {
	text, ok := r.Word(n, what, "some words")
	text = strings.TrimSpace(text)
	switch {
	case !ok:
	case text == toWrite:
		r.Fail(n, what+" is not written yet", "put it in place of the question mark")
	case text == "":
		r.Fail(n, what+" is empty", "write it, or leave the line out if it may be")
	case len(text) > maxText:
		r.Fail(n, what+" is too long", fmt.Sprintf("keep it within %d bytes", maxText))
	}
	return text
}

func (r *mappingReader) oneOf(n ast.Node, what string, words ...string) string {
	text, ok := r.Word(n, what, strings.Join(words, " or "))
	if ok && !slices.Contains(words, text) {
		r.Fail(n, fmt.Sprintf("%s is %q", what, yamlfile.Short(text)), yamlfile.Suggest(text, words))
	}
	return text
}

// yes reads true or false.
func (r *mappingReader) yes(n ast.Node, what string) bool {
	return r.oneOf(n, what, "true", "false") == "true"
}

// marks reads what stands for a missing value: one text, or a list.
func (r *mappingReader) marks(n ast.Node) []string {
	nodes := []ast.Node{n}
	if n.Type() == ast.SequenceType {
		nodes = r.list(n, "missing")
	}
	var out []string
	for _, at := range nodes {
		if text, ok := r.Word(at, "missing", "what marks a missing value, such as -9"); ok {
			out = append(out, strings.TrimSpace(text))
		}
	}
	return out
}

// list reads the items of a list that must hold something and not too much.
func (r *mappingReader) list(n ast.Node, what string) []ast.Node {
	before := r.Problems()
	items := r.Items(n, what)
	switch {
	case len(items) == 0 && r.Problems() == before:
		r.Fail(n, what+" is empty", "list at least one")
	case len(items) > maxListed:
		r.Fail(items[maxListed], fmt.Sprintf("%d items under %s", len(items), what), fmt.Sprintf("keep to %d", maxListed))
		return nil
	}
	return items
}

func (r *mappingReader) columns(n ast.Node) {
	for _, at := range r.list(n, "columns") {
		c := r.column(at)
		if slices.ContainsFunc(r.m.Columns, func(have MappedColumn) bool { return source.SameName(have.Name, c.Name) }) {
			r.Fail(at, fmt.Sprintf("column %q comes twice", c.Name), "list each column once")
			continue
		}
		r.m.Columns = append(r.m.Columns, c)
	}
}

func (r *mappingReader) column(n ast.Node) MappedColumn {
	found := r.Entries(n, "a column", []string{"name", "state", "type", "unit", "missing"})
	r.Need(n, "the column", found, "name")
	c := MappedColumn{line: yamlfile.First(n).Position.Line, column: yamlfile.First(n).Position.Column}
	for _, e := range found {
		switch e.Key {
		case "name":
			c.Name = r.text(e.Value, "name")
			c.line, c.column = yamlfile.First(e.Value).Position.Line, yamlfile.First(e.Value).Position.Column
		case "state":
			if c.Code = source.ParseCode(r.oneOf(e.Value, "state", systems...)); c.Code == source.NoCode {
				c.Code = source.Name // reported; the rest is judged as if it were right
			}
		case "type":
			c.Type = types[r.oneOf(e.Value, "type", slices.Sorted(maps.Keys(types))...)]
		case "unit":
			c.Unit = r.text(e.Value, "unit")
		case "missing":
			c.Missing = r.marks(e.Value)
		}
	}
	switch {
	case yamlfile.Has(found, "state") && yamlfile.Has(found, "type"):
		r.Fail(n, fmt.Sprintf("column %q identifies a state and has a type", c.Name), "leave out type")
	case !yamlfile.Has(found, "state") && !yamlfile.Has(found, "type"):
		r.Fail(n, fmt.Sprintf("column %q has neither state nor type", c.Name),
			"give state: "+strings.Join(systems, ", ")+"; or type: "+strings.Join(slices.Sorted(maps.Keys(types)), ", "))
	}
	return c
}

// names lists the columns.
func (r *mappingReader) names() []string {
	out := make([]string, len(r.m.Columns))
	for i, c := range r.m.Columns {
		out[i] = c.Name
	}
	return out
}

// of reads the name of a column that was listed.
func (r *mappingReader) of(n ast.Node, what string) (MappedColumn, bool) {
	text, ok := r.Word(n, what, "the name of a column")
	if !ok {
		return MappedColumn{}, false
	}
	i := slices.IndexFunc(r.m.Columns, func(c MappedColumn) bool { return source.SameName(c.Name, text) })
	if i < 0 {
		r.Fail(n, fmt.Sprintf("%s is %q, which is not listed under columns", what, yamlfile.Short(text)), suggest(text, r.names()))
		return MappedColumn{}, false
	}
	return r.m.Columns[i], true
}

// mostSuggested is how many columns a remedy lists.
const mostSuggested = 30

// suggest names the nearest column, or those there are.
func suggest(text string, names []string) string {
	near := yamlfile.Suggest(text, names)
	if len(names) > mostSuggested && !strings.HasPrefix(near, "did") {
		return yamlfile.Suggest(text, names[:mostSuggested]) + " and others"
	}
	return near
}

// years are those that an indicator may cover.
const (
	firstYear ir.Year = -4000
	lastYear  ir.Year = 4000
)
