package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Regimes are the price regimes of output, in the order shown.
var Regimes = []string{gdpCurrent, gdpConstant, gdpPPP}

// Never stands for a year that is not reached within the horizon.
const Never ir.Year = 0

// Passing is the distribution of a year: that ten, fifty and ninety in a hundred
// draws have reached by then, [Never] where they have not within the horizon.
type Passing struct {
	Q10   ir.Year `json:"q10"`
	Q50   ir.Year `json:"q50"`
	Q90   ir.Year `json:"q90"`
	Past  float64 `json:"past"`  // share of draws in which it was reached already
	Never float64 `json:"never"` // share of draws in which it is not within the horizon
}

// CrossingBy is the crossing under one choice: a price regime, a window of so
// many years, a way in which leads fade, or all of them.
type CrossingBy struct {
	Choice     string  `json:"choice"` // all, regime, window, fading
	Name       string  `json:"name"`
	Overtaking Passing `json:"overtaking"`
	Parity     Passing `json:"parity"`
	// Fan is the course under a window within one regime; none elsewhere.
	Fan []FanYear `json:"fan,omitempty"`
}

// FanYear is the distribution of the ratio of the riser's output to the leader's
// in one year.
type FanYear struct {
	Year ir.Year `json:"year"`
	Q5   float64 `json:"q5"`
	Q25  float64 `json:"q25"`
	Q50  float64 `json:"q50"`
	Q75  float64 `json:"q75"`
	Q95  float64 `json:"q95"`
}

// RegimeFan is the past and the drawn future of the ratio under one regime.
type RegimeFan struct {
	Regime  string       `json:"regime"`
	History []TrendPoint `json:"history"`
	Fan     []FanYear    `json:"fan"`
	Windows []CrossingBy `json:"windows"` // crossing by window within the regime
}

// Transition says when one state's output overtakes another's, if it does.
type Transition struct {
	Leader ir.CCode `json:"leader"` // the larger in the newest figures at market rates
	Riser  ir.CCode `json:"riser"`
	// Vintage is the last year whose figures are used; Horizon the last drawn.
	Vintage ir.Year      `json:"vintage"`
	Horizon ir.Year      `json:"horizon"`
	All     CrossingBy   `json:"all"`
	By      []CrossingBy `json:"by"`
	Fans    []RegimeFan  `json:"fans"`
	// Assumed is the share of the variance of the overtaking year that is choice
	// of window, regime and fading; Within is what is left when they are fixed.
	Assumed float64    `json:"assumed"`
	Within  float64    `json:"within"`
	Widest  string     `json:"widest"` // the choice with the largest main effect
	Left    []string   `json:"left,omitempty"`
	Parity  float64    `json:"parity_at"`
	Trail   prov.Trail `json:"trail"`
}

// WarRate is the share of power transitions on record that ended in war.
type WarRate struct {
	Least float64   `json:"least"` // over the published lists that are no part of another
	Most  float64   `json:"most"`
	Low   float64   `json:"low"` // the widest interval of any of them
	High  float64   `json:"high"`
	Lists []WarList `json:"lists"`
}

// WarList is one published list of transitions.
type WarList struct {
	Key    string  `json:"list"`
	Cite   string  `json:"cite"`
	Counts string  `json:"counts"`
	Cases  int     `json:"cases"`
	Wars   int     `json:"wars"`
	Share  float64 `json:"share"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// Transition projects the ratio of two states' output from figures up to a year.
// Ok is false where no price regime has figures for it.
func (x *Situation) Transition(a, b ir.CCode, seed uint64) (out Transition, ok bool) {
	leader, riser := x.larger(a, b)
	run := transition.Run{Settings: x.settings.Transition, Vintage: x.Year, Seed: seed}
	l := x.ledger()
	var regimes []transition.Regime
	for _, name := range Regimes {
		r := transition.Regime{Name: name, A: x.series(l, name, leader), B: x.series(l, name, riser)}
		if len(r.A.Values) > 0 && len(r.B.Values) > 0 {
			regimes = append(regimes, r)
		}
	}
	fan, err := transition.Project(regimes, run)
	if err != nil {
		return Transition{}, false
	}
	out = Transition{
		Leader: leader, Riser: riser, Vintage: x.Year, Horizon: fan.Years[len(fan.Years)-1],
		All: crossing("all", fan.All), Parity: x.settings.Transition.Parity,
	}
	for _, by := range []struct {
		choice string
		list   []transition.Spread
	}{{"regime", fan.ByRegime}, {"window", fan.ByWindow}, {"fading", fan.ByFading}} {
		for _, s := range by.list {
			out.By = append(out.By, crossing(by.choice, s))
		}
	}
	for _, r := range regimes {
		out.addFan(r, run)
	}
	out.variance(fan.Variance)
	for _, left := range fan.Left {
		if left.Window == 0 {
			out.Left = append(out.Left, left.Regime)
		}
	}
	names := []string{}
	for _, f := range param.Fields(x.settings.Transition) {
		names = append(names, f.Name)
	}
	out.Trail = l.trail("transition", names...)
	out.Trail.Cites = []string{"organski1980", "pritchett2014"}
	return out, true
}

// larger orders two states by output at market rates.
func (x *Situation) larger(a, b ir.CCode) (leader, riser ir.CCode) {
	one, _ := x.s.Latest(gdpCurrent, a, x.Year)
	other, _ := x.s.Latest(gdpCurrent, b, x.Year)
	if other.Value > one.Value {
		return b, a
	}
	return a, b
}

// series is a state's output up to the year, forecasts left out.
func (x *Situation) series(l *ledger, indicator string, c ir.CCode) transition.Series {
	var years []ir.Year
	var values []float64
	var last panel.Cell
	for _, cell := range x.s.Series(indicator, c) {
		if cell.Year <= x.Year && cell.Kind != prov.Forecast {
			years, values, last = append(years, cell.Year), append(values, cell.Value), cell
		}
	}
	s, err := transition.NewSeries(years, values)
	if err != nil || len(years) == 0 {
		return transition.Series{}
	}
	l.note(x.s.Figure(indicator, c, last))
	return s
}

func crossing(choice string, s transition.Spread) CrossingBy {
	return CrossingBy{Choice: choice, Name: s.Name, Overtaking: passing(s.Overtaking), Parity: passing(s.Parity)}
}

func passing(p transition.Passage) Passing {
	at := func(q float64) ir.Year {
		if y, ok := p.Quantile(q); ok {
			return y
		}
		return Never
	}
	return Passing{at(0.1), at(0.5), at(0.9), p.Past, p.Never}
}

// addFan adds the course of one regime, with the crossing by window within it.
func (t *Transition) addFan(r transition.Regime, run transition.Run) {
	f := RegimeFan{Regime: r.Name}
	for y := min(r.A.First, r.B.First); y <= run.Vintage; y++ {
		if v, ok := r.LogRatio(y); ok {
			f.History = append(f.History, TrendPoint{y, math.Exp(v), math.Exp(v), math.Exp(v)})
		}
	}
	one, err := transition.Project([]transition.Regime{r}, run)
	if err != nil {
		t.Fans = append(t.Fans, f)
		return
	}
	f.Fan = course(one.Years, one.All)
	for _, w := range one.ByWindow {
		by := crossing("window", w)
		by.Fan = course(one.Years, w)
		f.Windows = append(f.Windows, by)
	}
	t.Fans = append(t.Fans, f)
}

// course is the distribution of the ratio in each year.
func course(years []ir.Year, s transition.Spread) []FanYear {
	q := transition.Quantiles()
	at := func(level float64, k int) float64 {
		for i := range q {
			if q[i] == level {
				return math.Exp(s.Bands[i][k])
			}
		}
		return math.NaN()
	}
	var out []FanYear
	for k, y := range years {
		out = append(out, FanYear{y, at(0.05, k), at(0.25, k), at(0.5, k), at(0.75, k), at(0.95, k)})
	}
	return out
}

func (t *Transition) variance(v transition.Variance) {
	if math.IsNaN(v.Assumed) {
		t.Within = 1
		return
	}
	t.Assumed, t.Within = v.Assumed, v.Within
	t.Widest = "window"
	most := v.Window
	if v.Regime > most {
		t.Widest, most = "regime", v.Regime
	}
	if v.Fading > most {
		t.Widest = "fading"
	}
}

// WarRates is how often transitions ended in war, over the published lists, with
// intervals of the level used everywhere.
func WarRates() WarRate {
	level := param.Default[rdm.Bootstrap]().Level
	lists := transition.CaseLists()
	whole := slices.DeleteFunc(slices.Clone(lists), func(l transition.CaseList) bool { return l.Within != "" })
	r := transition.RangeOfRates(whole, level)
	out := WarRate{Least: r.Least, Most: r.Most, Low: r.Low, High: r.High}
	for _, l := range lists {
		rate := l.Rate(level)
		out.Lists = append(out.Lists, WarList{l.Key, l.Cite, l.Counts, l.N, l.Wars, rate.Share, rate.Low, rate.High})
	}
	return out
}
