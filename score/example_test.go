package score_test

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/score"
)

// Four years with one dispute, forecast by a model and by the average of the
// past. The figures are invented.
func Example() {
	dispute := []bool{false, false, true, false}
	model := []float64{0.1, 0.2, 0.7, 0.2}
	average := []float64{0.25, 0.25, 0.25, 0.25}

	m, a := score.Brier(model, dispute), score.Brier(average, dispute)
	fmt.Printf("Brier %.4f against %.4f, skill %.2f, AUC %.0f\n", m, a, score.Skill(m, a), score.AUC(model, dispute))
	// Output: Brier 0.0450 against 0.1875, skill 0.76, AUC 1
}

func ExampleLogit() {
	// Of ten rival pairs three had a dispute, of ten others one.
	var rows [][]float64
	var dispute []bool
	for i := range 20 {
		rival := 0.0
		if i < 10 {
			rival = 1
		}
		rows = append(rows, []float64{rival})
		dispute = append(dispute, i < 3 || i == 10)
	}
	fit, err := score.Logit(rows, dispute, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("rivals %.2f, others %.2f\n", fit.Probability([]float64{1}), fit.Probability([]float64{0}))
	// Output: rivals 0.30, others 0.10
}
