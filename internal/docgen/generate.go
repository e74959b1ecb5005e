package docgen

import (
	"maps"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Structs returns a value of every parameter struct of the program.
func Structs() []any { return append(builtin.Params(), param.Default[brief.Reading]()) }

// Generate returns the text of every generated page by its path below root, the
// folder of the module, where doc comments are read.
func Generate(root string, values []any) (map[string][]byte, error) {
	tables, err := Tables(root, values)
	if err != nil {
		return nil, err
	}
	schema, err := schema(values)
	if err != nil {
		return nil, err
	}
	figures, err := core.Snapshot()
	if err != nil {
		return nil, err
	}
	pages, err := datasetPages(root, builtin.Datasets())
	if err != nil {
		return nil, err
	}
	maps.Copy(pages, map[string][]byte{
		"docs/data/inventory.md":             inventory(figures),
		"docs/models/parameters.md":          english.page(tables),
		"docs/models/parameters.ko.md":       korean.page(tables),
		"docs/models/parameters.schema.json": schema,
		"docs/models/references.md":          references(tables),
		"docs/models/strategies.md":          courseEnglish.strategies(),
		"docs/models/strategies.ko.md":       courseKorean.strategies(),
	})
	return pages, nil
}
