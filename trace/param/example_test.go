package param_test

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// A program reads its flags into the values and validates them once.
func Example() {
	reach := param.Default[Reach]()
	for _, f := range param.Fields(reach) {
		fmt.Printf("%s: %v to %v %s [%s]\n", f.Name, f.Min, f.Max, f.Unit, f.Ref)
	}
	reach.Half = 40
	fmt.Println(param.Validate(reach))
	// Output:
	// half: 500 to 10000 km [assumed]
	// bend: -1 to 2  [boulding1962]
	// parameter half is 40; want 500 to 10000 km
}
