package shatterbelt_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt"
)

// Files that state the version state this one.
func TestVersion(t *testing.T) {
	for file, want := range map[string]string{
		"CITATION.cff": "\nversion: " + shatterbelt.Version + "\n",
		"CHANGELOG.md": "\n## [" + shatterbelt.Version + "]",
	} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), want) {
			t.Errorf("%s does not have %q", file, strings.TrimSpace(want))
		}
	}
}

func Example() {
	fmt.Println("shatterbelt", shatterbelt.Version)
	// Output: shatterbelt 0.1.0
}
