package capability

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// spendingSeries is the indicator that military capital is built from.
const spendingSeries = "milex_constant"

// Run returns the values of the longest unbroken run of years that ends in y,
// oldest first; it is empty where y itself has none. Forecasts are no part of
// a run.
func Run(cells []panel.Cell, y ir.Year) []float64 {
	end := len(cells)
	for end > 0 && cells[end-1].Year > y {
		end--
	}
	start := end
	for start > 0 && cells[start-1].Year == y-ir.Year(end-start) && cells[start-1].Kind != prov.Forecast {
		start--
	}
	run := make([]float64, 0, end-start)
	for _, c := range cells[start:end] {
		run = append(run, c.Value)
	}
	return run
}

// Capital is the measure of [Stock] from a state's spending in constant prices,
// in the unit of the spending.
type Capital struct {
	// Depreciation is the parameter military_depreciation, per year.
	Depreciation float64 `param:"-"`
}

// Spec describes the measure.
func (Capital) Spec() measure.Spec {
	return measure.Spec{
		Name: "milex_stock", Unit: "state-year, US$ 2021", Min: 0, Max: math.Inf(1),
		More: "more military capital built up and not yet worn out",
		Limits: "pay and fuel leave no capital but are counted; prices are those of the market, which understate cheap " +
			"soldiers; before the first year of an unbroken run spending is taken to have been level, so short runs are guesses",
	}
}

// Eval builds the stock of each year from the unbroken run that ends there.
func (m Capital) Eval(s *panel.Snapshot) (panel.Column, error) {
	if err := want(s, spendingSeries); err != nil {
		return panel.Column{}, err
	}
	col := grid(s, m.Spec().Name, s.Unit(spendingSeries))
	for i, state := range col.States {
		cells := s.Series(spendingSeries, state)
		for j, y := range col.Years {
			if run := Run(cells, y); len(run) > 0 {
				col.Values[i*len(col.Years)+j] = Stock(run, m.Depreciation)
			}
		}
	}
	return col, nil
}

// CapitalShare is the measure of a state's military capital as a share of the
// world's, both built from the same years: those of the shorter unbroken run.
type CapitalShare struct {
	// Depreciation is the parameter military_depreciation, per year.
	Depreciation float64 `param:"-"`
}

// Spec describes the measure.
func (CapitalShare) Spec() measure.Spec {
	return measure.Spec{
		Name: "milex_stock_share", Unit: "state-year, share of world", Min: 0, Max: 1,
		More: "a larger part of the world's military capital",
		Limits: "as milex_stock; the world total leaves out states whose spending is not known; " +
			"where the world total goes back a few years only, it is close to the share of spending",
	}
}

// Eval compares the runs that end in each year; without a world total it is NaN.
func (m CapitalShare) Eval(s *panel.Snapshot) (panel.Column, error) {
	if err := want(s, spendingSeries); err != nil {
		return panel.Column{}, err
	}
	col := grid(s, m.Spec().Name, "share of world")
	world := s.Series(spendingSeries, ir.World)
	for i, state := range col.States {
		cells := s.Series(spendingSeries, state)
		for j, y := range col.Years {
			own, all := Run(cells, y), Run(world, y)
			n := min(len(own), len(all))
			if n == 0 {
				continue
			}
			own, all = own[len(own)-n:], all[len(all)-n:]
			if total := Stock(all, m.Depreciation); total > 0 {
				col.Values[i*len(col.Years)+j] = Stock(own, m.Depreciation) / total
			}
		}
	}
	return col, nil
}
