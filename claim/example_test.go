package claim_test

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// An argument says that a share is above a half by a tenth or more. It is asked
// under five settings. The figures are invented.
func Example() {
	rule := param.Default[claim.Rule]()
	effect := claim.Effect{Unit: "share", Even: 0.5, Least: 0.1}
	readings := []claim.Reading{
		{Value: 0.70, Low: 0.66, High: 0.74},
		{Value: 0.68, Low: 0.63, High: 0.73},
		{Value: 0.72, Low: 0.67, High: 0.77},
		{Value: 0.75, Low: 0.70, High: 0.80},
		{Value: 0.55, Low: 0.50, High: 0.60},
	}
	j := rule.Judge(effect, readings)
	fmt.Printf("%s, %.0f %% of the settings agree\n", j.Verdict, 100*j.Share())
	// Output: supported, 80 % of the settings agree
}
