package docgen

import (
	"fmt"
	"maps"
	"slices"
)

func ExampleGenerate() {
	pages, err := Generate(root, Structs())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, path := range slices.Sorted(maps.Keys(pages)) {
		fmt.Println(path)
	}
	// Output:
	// docs/data/inventory.md
	// docs/models/parameters.ko.md
	// docs/models/parameters.md
	// docs/models/parameters.schema.json
	// docs/models/references.md
	// docs/models/strategies.ko.md
	// docs/models/strategies.md
}
