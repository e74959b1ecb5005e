package docgen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

func ExampleGenerate() {
	pages, err := Generate(root, Structs())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, path := range slices.Sorted(maps.Keys(pages)) {
		if !strings.HasPrefix(path, "docs/data/") { // a page a publisher
			fmt.Println(path)
		}
	}
	// Output:
	// docs/models/parameters.ko.md
	// docs/models/parameters.md
	// docs/models/parameters.schema.json
	// docs/models/references.md
	// docs/models/strategies.ko.md
	// docs/models/strategies.md
}
