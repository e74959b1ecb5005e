// Command cmd writes the generated reference pages. Run it from the folder of
// the module: go run ./internal/docgen/cmd
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/shatterbelt/shatterbelt/internal/docgen"
)

func main() {
	if err := write("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(root string) error {
	pages, err := docgen.Generate(root, docgen.Structs())
	if err != nil {
		return err
	}
	if pages[docgen.ValidationPage], err = docgen.Validation(context.Background()); err != nil {
		return err
	}
	for path, text := range pages {
		path = filepath.Join(root, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
