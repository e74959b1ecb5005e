package capability

// Inventory sets how fast military capital wears out.
type Inventory struct {
	// Depreciation is the part of military capital lost in a year.
	Depreciation float64 `name:"military_depreciation" unit:"per year" min:"0.04" max:"0.15" default:"0.08" scale:"log" ref:"assumed" why:"service lives of equipment run from seven to twenty-five years" en:"depreciation of forces" ko:"군사력 감가율"`
}

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
