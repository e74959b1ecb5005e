package jobs

import (
	"time"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
)

// Partial is how strategies do in the futures explored so far.
type Partial struct {
	Futures    int             `json:"n"`
	Strategies []PartialResult `json:"strategies"`
}

// PartialResult is one strategy so far. After an interruption it counts the
// futures since then.
type PartialResult struct {
	Strategy   string           `json:"strategy"`
	GoodEnough float64          `json:"good_enough"` // share of the futures
	Outcomes   []PartialOutcome `json:"outcomes"`
}

// PartialOutcome is one interest so far, in its own unit.
type PartialOutcome struct {
	Outcome    string  `json:"outcome"`
	Mean       float64 `json:"mean"`
	WorstTenth float64 `json:"worst_tenth"`
}

// worstTenth is the share of futures that the worst mean is over, as in study.
const worstTenth = 0.1

// sparing is how many times as long as it takes to sum up one waits before one
// does it again, so that it costs a twentieth of the run.
const sparing = 20

// A watcher keeps the futures of a run as they come, and now and then tells how
// the strategies do.
type watcher struct {
	table      *rdm.Table
	thresholds []float64 // of the headline outcomes
	now        func() time.Time
	least      time.Duration // between two partial results
	tell       func(Partial)

	shift int // futures of earlier sessions, which the table is without
	next  time.Time
}

// Chunk keeps a chunk.
func (w *watcher) Chunk(c *rdm.Chunk) error {
	if w.table.Len() == 0 {
		w.shift = c.First
	}
	own := *c
	own.First -= w.shift
	if err := w.table.Chunk(&own); err != nil {
		return err
	}
	began := w.now()
	if began.Before(w.next) {
		return nil
	}
	p, err := w.sum()
	if err != nil {
		return err
	}
	w.tell(p)
	ended := w.now()
	w.next = ended.Add(max(w.least, sparing*ended.Sub(began)))
	return nil
}

// sum is the partial result of what is kept.
func (w *watcher) sum() (Partial, error) {
	var headline []int
	for o := range sim.Headline {
		headline = append(headline, o)
	}
	head := w.table.Select(headline...)
	good, err := rdm.GoodEnough(head, w.thresholds)
	if err != nil {
		return Partial{}, err
	}
	out := Partial{Futures: w.table.Len()}
	for p, name := range head.Policies() {
		r := PartialResult{Strategy: name, GoodEnough: rdm.Mean(good[p])}
		for o, outcome := range head.Outcomes() {
			col := head.Outcome(p, o)
			r.Outcomes = append(r.Outcomes, PartialOutcome{outcome.Name, rdm.Mean(col), rdm.WorstMean(col, worstTenth, outcome.Higher)})
		}
		out.Strategies = append(out.Strategies, r)
	}
	return out, nil
}
