package docgen

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// The committed page is what the simulation gives, summary and all: when a change
// to the model moves a rate, the page is written again and read.
func TestValidationIsFresh(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every state")
	}
	page, err := Validation(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, filepath.Join(root, filepath.FromSlash(ValidationPage)), page)
	for _, event := range []string{"disputes", "fights", "wars", "concessions"} {
		if !bytes.Contains(page, fmt.Appendf(nil, "\n| %s | ", event)) {
			t.Errorf("the page does not sum up %s", event)
		}
	}
}
