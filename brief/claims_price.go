package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Lives says how many lives the first strategy costs, and what the record has.
type Lives struct {
	State    ir.CCode   `json:"ccode"`
	Strategy string     `json:"strategy"`
	Deaths   Amount     `json:"deaths"` // per million people over the years of a run, mean over futures
	Worst    Amount     `json:"worst"`  // the same over the worst tenth
	Years    int        `json:"years"`
	Record   study.Lost `json:"record"`
}

// TieForgone says on what the first recommendation rests where it gives up a tie:
// which interest decides, which assumption, and how much of the record was made
// with the tie in place.
type TieForgone struct {
	State   ir.CCode     `json:"ccode"`
	Power   ir.CCode     `json:"power"`
	With    Amount       `json:"with"` // share of futures good enough on today's course
	Without Amount       `json:"without"`
	Losers  Amount       `json:"losers"`            // share of futures in which security is worse without it
	Decides *study.Asked `json:"decides,omitempty"` // the interest without which most of the difference goes
	// Price is what a tie is assumed to cost that interest, where one assumption
	// says so, and Turn the assumption across which the tie clearly begins to pay.
	Price    *study.Driver `json:"price,omitempty"`
	Turn     *study.Turn   `json:"turn,omitempty"`
	Held     int           `json:"held"` // years of the record of disputes with the tie in place
	Recorded int           `json:"recorded"`
}

func (Lives) kind() string      { return "lives" }
func (TieForgone) kind() string { return "tie_forgone" }

func (c Lives) say(v voice) Passage      { return v.lives(c) }
func (c TieForgone) say(v voice) Passage { return v.tieForgone(c) }

// livesLost is the outcome that counts deaths.
const livesLost = "lives"

func (f *finder) lives(top study.Result) {
	for _, s := range top.Outcomes {
		if s.Outcome == livesLost {
			f.add(InPageOne, Lives{
				f.d.State, top.Name, amount(s.Mean), amount(s.WorstTenth), f.d.Comparison.Years, f.d.Check.Lives,
			}, s.Mean, s.WorstTenth)
		}
	}
}

// patronPrice is the assumption of what a patron costs in autonomy.
const (
	patronPrice = "security_dependence"
	autonomy    = "autonomy"
)

func (f *finder) tieForgone() {
	i := slices.IndexFunc(f.d.Worths, func(w study.Worth) bool { return w.Tie == study.Alliance })
	lowers := func(m SharedMove) bool { return m.gives("tie_a") || m.gives("membership") }
	if i < 0 || !slices.ContainsFunc(sharedMoves(f.level()), lowers) {
		return
	}
	w := f.d.Worths[i]
	c := TieForgone{
		State: f.d.State, Power: w.Power, With: amount(w.With), Without: amount(w.Without), Losers: f.tieWorth(w).Losers,
		Decides: deciding(w), Held: w.Held, Recorded: w.Recorded,
	}
	if w.Turn != nil && w.Turn.Clear && w.Turn.Margin >= f.reading.LeadMatters {
		c.Turn = w.Turn
	}
	for _, d := range f.d.Comparison.Drivers {
		if c.Decides != nil && c.Decides.Outcome == autonomy && d.Name == patronPrice {
			c.Price = &d
		}
	}
	f.add(InPageOne, c, w.With, w.Without, w.Good)
}

// deciding is the interest without which at least half of the difference that a
// tie makes is gone, nil where there is none.
func deciding(w study.Worth) *study.Asked {
	const half = 0.5
	left := func(a study.Asked) float64 { return abs(a.OtherWithout - a.OtherWith) }
	if len(w.Asked) == 0 {
		return nil
	}
	least := slices.MinFunc(w.Asked, func(a, b study.Asked) int { return compareFloat(left(a), left(b)) })
	if left(least) > half*abs(w.Without.Value-w.With.Value) {
		return nil
	}
	return &least
}
