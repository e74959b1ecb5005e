package capability

// Stock is the military capital that a series of yearly spending has built up,
// by perpetual inventory: each year's spending less depreciation since. Before
// the first year spending is taken to have been level for ever. Spending is in
// order of year, without gaps; an empty series has no stock.
func Stock(spending []float64, depreciation float64) float64 {
	if len(spending) == 0 {
		return 0
	}
	k := spending[0] / depreciation
	for _, m := range spending[1:] {
		k = (1-depreciation)*k + m
	}
	return k
}
