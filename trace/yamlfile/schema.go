package yamlfile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Newer reports a file whose schema line names a later version of a schema such
// as shatterbelt/strategies/1, since nothing else in it can be judged then.
func (r *Reader) Newer(root ast.Node, schema string) bool {
	cut := strings.LastIndexByte(schema, '/') + 1
	read, err := strconv.Atoi(schema[cut:])
	if err != nil {
		return false
	}
	pairs, _ := Mapping(root)
	for _, p := range pairs {
		text, ok := p.Value.(*ast.StringNode)
		if !ok || First(p.Key).Value != "schema" {
			continue
		}
		version, family := strings.CutPrefix(text.Value, schema[:cut])
		if v, err := strconv.Atoi(version); family && err == nil && v > read {
			r.Fail(text, fmt.Sprintf("schema %q is newer than this program reads", text.Value),
				"upgrade shatterbelt, or write the file as "+schema)
			return true
		}
	}
	return false
}

// Schema checks the value of the schema line.
func (r *Reader) Schema(n ast.Node, schema string) {
	if text, ok := r.Word(n, "schema", schema); ok && text != schema {
		r.Fail(n, fmt.Sprintf("unknown schema %q", Short(text)), "want "+schema)
	}
}

// List reads a file that is a schema line and one list under a key. It returns
// the entries of the list; an empty list, one of more than most entries, an
// unknown key and a newer schema are reported. First says how an entry begins,
// such as "- id:".
func (r *Reader) List(root ast.Node, schema, key, first string, most int) []ast.Node {
	if r.Newer(root, schema) {
		return nil
	}
	top := r.Entries(root, "the file", []string{"schema", key})
	r.Need(root, "the file", top, "schema", key)
	var list ast.Node
	for _, e := range top {
		switch e.Key {
		case "schema":
			r.Schema(e.Value, schema)
		case key:
			list = e.Value
		}
	}
	if list == nil {
		return nil
	}
	items := r.Items(list, key)
	if len(items) == 0 && r.Problems() == 0 {
		r.Fail(list, "no "+key, "add one, beginning with "+first)
	}
	if len(items) > most {
		r.Fail(items[most], fmt.Sprintf("%d %s, and a file may hold %d", len(items), key, most), "split the file")
		return nil
	}
	return items
}
