package pivot_test

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/measure/pivot"
)

// A state with half the weight needs one other: a hundredth of the weight is a
// sixth of the power at one quota and none at the next.
func ExampleOverQuotas() {
	quotas, err := pivot.OverQuotas([]int{50, 49, 1}, []float64{0.5, 0.75})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range quotas {
		fmt.Printf("more than %.0f%%: %.2f\n", 100*q.Share, q.ShapleyShubik)
	}
	// Output:
	// more than 50%: [0.67 0.17 0.17]
	// more than 75%: [0.50 0.50 0.00]
}
