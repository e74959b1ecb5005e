package score

import "math"

// Bin is a range of probabilities and what came of the forecasts in it.
type Bin struct {
	Low, High float64 // Low <= forecast < High; the last bin holds 1 as well
	N         int
	Forecast  float64 // mean probability, NaN when N is 0
	Observed  float64 // share of events, NaN when N is 0
}

// Calibration sorts forecasts into bins of equal width over 0 to 1. Where the
// forecaster is calibrated, Observed is near Forecast in each. Forecasts that
// are NaN or outside 0 to 1 make every bin NaN.
func Calibration(probability []float64, event []bool, bins int) []Bin {
	same(len(probability), len(event))
	table := make([]Bin, bins)
	spoilt := 0.0
	for i, p := range probability {
		if !isProbability(p) {
			spoilt = math.NaN()
			continue
		}
		b := &table[min(int(p*float64(bins)), bins-1)]
		b.N++
		b.Forecast += p
		b.Observed += indicator(event[i])
	}
	for i := range table {
		b := &table[i]
		b.Low, b.High = float64(i)/float64(bins), float64(i+1)/float64(bins)
		b.Forecast = b.Forecast/float64(b.N) + spoilt // 0/0 is the NaN promised above
		b.Observed = b.Observed/float64(b.N) + spoilt
	}
	return table
}

// Miscalibration returns the mean distance between forecast and observed share
// over bins, weighted by their forecasts. It is NaN when there are none.
func Miscalibration(table []Bin) float64 {
	total, n := 0.0, 0
	for _, b := range table {
		if b.N > 0 {
			total += float64(b.N) * math.Abs(b.Forecast-b.Observed)
			n += b.N
		}
	}
	return total / float64(n)
}
