package builtin_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestParamsAreSound(t *testing.T) {
	for _, v := range builtin.Params() {
		if err := param.Check(v); err != nil {
			t.Errorf("%T:\n%v", v, err)
		}
		if err := param.Validate(v); err != nil {
			t.Errorf("%T: %v", v, err)
		}
	}
}

func ExampleParams() {
	for _, v := range builtin.Params() {
		for _, f := range param.Fields(v) {
			if f.Name == "half_distance" {
				fmt.Println(f.Path(), "in", f.Unit)
			}
		}
	}
	// Output: capability.Gradient.HalfDistance in km
}
