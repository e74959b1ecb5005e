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
