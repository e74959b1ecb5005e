package claim

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Gap says why a part has no verdict of its own.
type Gap string

// The gaps.
const (
	NoGap     Gap = ""
	NotBuilt  Gap = "not_built"  // the study has no computation in this version
	NoFigures Gap = "no_figures" // no setting gave a figure
	Thin      Gap = "thin"       // too few settings gave one for a verdict
)

// Finding is what came of a claim in a year.
type Finding struct {
	Claim   Claim
	Year    ir.Year
	AsOf    ir.Year // as in the bench
	Verdict Verdict
	Parts   []PartFinding
}

// Waits is what would settle the claim, as its rule says; nothing where every
// part gave a figure.
func (f *Finding) Waits() Text {
	for i := range f.Parts {
		if f.Parts[i].Gap != NoGap {
			return f.Claim.Waits
		}
	}
	return Text{}
}

// PartFinding is what came of a part.
type PartFinding struct {
	Part Part
	Judgement
	Gap      Gap
	Readings []Reading
	// Value is the median over the settings, and Low and High the ends of the widest
	// interval; NaN where nothing was computed.
	Value, Low, High float64
	Known            int // settings that gave a figure
	// Matters is the setting across whose values the mean figure moves most, with
	// the two values; nil where none moves it.
	Matters *Matter
	// Turns are the values at which the sign turns between two relations, where it
	// does and the two hold the same coefficients.
	Turns []sim.Fixed
	// Beside is what is shown beside the figure and takes no part in the verdict.
	Beside  []Table
	Trail   prov.Trail
	Sources []Source
	// Import are the datasets that the rule names and that are not in use.
	Import []string
}

// Matter is a setting and how far the figure moves with it.
type Matter struct {
	Setting         string
	LowAt, HighAt   string
	LowMean, HiMean float64
}

// Run judges claims one after another.
func Run(ctx context.Context, b *Bench, claims []Claim) ([]Finding, error) {
	total, done := 0, 0
	for _, c := range claims {
		total += len(c.Parts)
	}
	var out []Finding
	for _, c := range claims {
		f := Finding{Claim: c, Year: b.Year, AsOf: b.AsOf}
		var verdicts []Verdict
		for i := range c.Parts {
			p, err := b.part(ctx, &c.Parts[i])
			if err != nil {
				return nil, err
			}
			f.Parts, verdicts = append(f.Parts, p), append(verdicts, p.Verdict)
			if done++; b.Progress != nil {
				b.Progress(done, total)
			}
		}
		f.Verdict = Join(c.Join, verdicts)
		out = append(out, f)
	}
	return out, nil
}

func (b *Bench) part(ctx context.Context, p *Part) (PartFinding, error) {
	nan := math.NaN()
	f := PartFinding{Part: *p, Judgement: Judgement{Verdict: Undetermined}, Value: nan, Low: nan, High: nan}
	f.Import = slices.DeleteFunc(slices.Clone(p.Data), func(key string) bool { return slices.Contains(b.Imported, key) })
	compute, ok := computers[p.Study]
	if !ok {
		f.Gap = NotBuilt
		return f, nil
	}
	var err error
	if f.Readings, f.Trail, err = compute(ctx, b, p); err != nil {
		return f, err
	}
	f.Sources = append(b.sources(f.Trail), b.ofRecord(recordOf[p.Study])...)
	f.Judgement = b.Rule.Judge(p.Effect, f.Readings)
	f.sum()
	f.Matters = matters(f.Readings)
	if f.Flips {
		if f.Turns, err = b.turn(ctx, p, f.Readings); err != nil {
			return f, err
		}
	}
	if more := besides[p.Study]; more != nil {
		if f.Beside, err = more(ctx, b, &f); err != nil {
			return f, err
		}
	}
	switch missing := len(f.Readings) - f.Known; {
	case f.Known == 0:
		f.Gap = NoFigures
	case f.Verdict == Undetermined && float64(missing) > (1-b.Rule.Agreement)*float64(len(f.Readings)):
		f.Gap = Thin
	}
	return f, nil
}

// sum fills in the figure over all settings.
func (f *PartFinding) sum() { f.Value, f.Low, f.High, f.Known = overall(f.Readings) }

// overall is the median of what readings know, the ends of all their intervals, and
// how many know something; NaN where none does.
func overall(readings []Reading) (value, low, high float64, known int) {
	low, high = math.NaN(), math.NaN()
	var values []float64
	for _, r := range readings {
		if math.IsNaN(r.Value) {
			continue
		}
		values = append(values, r.Value)
		if known == 0 || r.Low < low {
			low = r.Low
		}
		if known == 0 || r.High > high {
			high = r.High
		}
		known++
	}
	return quantile(values, 0.5), low, high, known
}

// matters finds the setting that moves the figure most.
func matters(readings []Reading) *Matter {
	if len(readings) == 0 {
		return nil
	}
	var best *Matter
	for _, c := range readings[0].Setting {
		m, ok := moves(readings, c.Name)
		if ok && (best == nil || m.HiMean-m.LowMean > best.HiMean-best.LowMean) {
			best = &m
		}
	}
	return best
}

// moves is how far the mean figure moves with one setting; ok is false where it
// does not.
func moves(readings []Reading, name string) (Matter, bool) {
	type level struct {
		value string
		sum   float64
		n     int
	}
	var levels []level
	for _, r := range readings {
		if math.IsNaN(r.Value) {
			continue
		}
		v := chosen(r.Setting, name)
		at := slices.IndexFunc(levels, func(l level) bool { return l.value == v })
		if at < 0 {
			at = len(levels)
			levels = append(levels, level{value: v})
		}
		levels[at].sum += r.Value
		levels[at].n++
	}
	if len(levels) < 2 {
		return Matter{}, false
	}
	mean := func(l level) float64 { return l.sum / float64(l.n) }
	by := func(a, b level) int { return cmp.Compare(mean(a), mean(b)) }
	low, high := slices.MinFunc(levels, by), slices.MaxFunc(levels, by)
	return Matter{name, low.value, high.value, mean(low), mean(high)}, mean(high) > mean(low)
}
