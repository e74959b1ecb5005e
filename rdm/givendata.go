package rdm

import (
	"context"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Given sets how sensitivity is estimated from any sample. [DefaultGiven] gives
// the defaults.
type Given struct {
	// Cases is how many cases a class has at least, of which the mean is taken.
	Cases float64 `name:"sensitivity_cases" unit:"cases" min:"3" max:"1000" default:"20" ref:"assumed" why:"Fewer cases make more and narrower classes, which miss less and waver more; the bias of few is taken off." en:"least cases in a class of an input" ko:"입력 구간에 들어갈 최소 사례 수"`

	// Slices is in how many parts of as many cases the distribution of an outcome
	// is compared with that of all.
	Slices float64 `name:"sensitivity_slices" unit:"parts" min:"2" max:"50" default:"10" ref:"pianosi2018" why:"The authors use ten; more need more cases in each." en:"parts an input is cut into to compare distributions" ko:"분포 비교를 위해 입력을 나누는 수"`

	// Chance is how often a shift must be exceeded where labels are shuffled, for
	// it to count as chance.
	Chance float64 `name:"sensitivity_chance" unit:"probability" min:"0.01" max:"0.5" default:"0.05" ref:"assumed" why:"A convention." en:"largest probability of a shift by chance" ko:"우연에 따른 변화로 볼 최대 확률"`

	Bootstrap Bootstrap

	// Groups say by case which it belongs with, from 0: the same future under
	// several policies, say. Groups are resampled whole; nil is each case alone.
	Groups []int32
}

// DefaultGiven returns the settings at their defaults.
func DefaultGiven() Given { return param.Default[Given]() }

// Influence is what a sample says of one input and one outcome.
type Influence struct {
	// First is the share of the variance that goes back to the input alone.
	First Interval
	// Shift is by how much the distribution of the outcome moves when the input is
	// known to lie in one part of its range: the median over parts of the largest
	// difference of distribution functions, in 0..1 (PAWN). Noise is what shuffled
	// cases exceed with the probability of Chance; a shift below it may be none.
	Shift, Noise float64
	// Trend is the rank correlation; NaN for a categorical input.
	Trend float64
}

// EstimateGiven estimates from any sample how much each input bears on each
// outcome: a sample drawn for another purpose, whose inputs must be independent
// for a First to be a share. The result is by outcome and input.
//
// First is the correlation ratio of classes of the input [plischke2013], without
// its bias [kelley1935], so that an input without bearing has 0 on average and
// may fall below; its interval is that of the bootstrap, moved to be free of the
// same bias. Classes hold as many cases each; what an input does within a class
// is missed, and so is all that it does with others. Shift is the measure of [pianosi2018], which also sees
// changes that leave the mean alone. What inputs do together shows in
// [ScoreInputs].
func EstimateGiven(ctx context.Context, x [][]float64, kinds []Kind, outcomes [][]float64, s Given) ([][]Influence, error) {
	if err := param.Validate(s); err != nil {
		return nil, fmt.Errorf("rdm: %w", err)
	}
	if err := checkGiven(x, kinds, outcomes); err != nil {
		return nil, err
	}
	if s.Bootstrap.Replicates == 0 {
		s.Bootstrap.Replicates = DefaultReplicates
	}
	n := len(x[0])
	if err := s.Bootstrap.check([]statistic{{col: x[0]}}); err != nil {
		return nil, err
	}
	f := &given{Given: s, kinds: kinds, outcomes: outcomes}
	var err error
	if f.group, err = grouping(s.Groups, n); err != nil {
		return nil, err
	}
	for d, col := range x {
		f.fine = append(f.fine, f.classesOf(col, f.kind(d)))
		f.coarse = append(f.coarse, classify(col, f.kind(d), int(s.Slices)))
	}
	for _, y := range outcomes {
		f.sorted = append(f.sorted, newSortedOutcome(y))
	}
	result := make([][]Influence, len(outcomes))
	for o := range result {
		result[o] = make([]Influence, len(x))
	}
	tasks := len(outcomes) * len(x)
	err = fanOut(ctx, min(cores(s.Bootstrap.Workers), tasks), tasks, func() func(int) {
		return func(k int) {
			o, d := k/len(x), k%len(x)
			i := &result[o][d]
			i.Shift, i.Noise = f.shift(o, d)
			i.Trend = math.NaN()
			if f.kind(d) == Numeric {
				i.Trend = Spearman(x[d], outcomes[o])
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return result, f.first(ctx, result)
}

// given is a sample cut up.
type given struct {
	Given
	kinds        []Kind
	outcomes     [][]float64
	group        groups
	fine, coarse []classes // by input
	sorted       []sortedOutcome
}

// groups are cases that belong together.
type groups struct {
	of []int32 // by case; nil is each alone
	n  int
}

// grouping checks and counts groups.
func grouping(of []int32, cases int) (groups, error) {
	if of == nil {
		return groups{n: cases}, nil
	}
	if len(of) != cases {
		return groups{}, fmt.Errorf("rdm: groups of %d cases of %d; want one each, or none", len(of), cases)
	}
	most := int32(0)
	for i, g := range of {
		if g < 0 || int(g) >= cases {
			return groups{}, fmt.Errorf("rdm: case %d is of group %d; want 0 to %d", i, g, cases-1)
		}
		most = max(most, g)
	}
	return groups{of, int(most) + 1}, nil
}

// draw draws as many groups as there are and counts the cases of each.
func (g groups) draw(key uint64, drawn, counts []uint8) {
	if g.of == nil {
		drawCounts(key, counts)
		return
	}
	drawCounts(key, drawn)
	for i, k := range g.of {
		counts[i] = drawn[k]
	}
}

// classesOf cuts an input into classes of which the mean is taken: its values
// where they are few and have cases enough, or else parts of many values each.
func (f *given) classesOf(x []float64, k Kind) classes {
	var s sorter
	order, distinct := s.order(x), 1
	for at := 1; at < len(order); at++ {
		if x[order[at]] != x[order[at-1]] {
			distinct++
		}
	}
	if k == Categorical || distinct <= mostClasses && len(x)/distinct >= int(f.Cases) {
		return classify(x, Categorical, 0)
	}
	c := classify(x, k, min(mostClasses, max(2, distinct/int(f.Cases))))
	if distinct < len(x) {
		c.value = classify(x, Categorical, 0).of
		c.values = distinct
	}
	return c
}

func (f *given) kind(input int) Kind {
	if f.kinds == nil {
		return Numeric
	}
	return f.kinds[input]
}

// mostClasses is the most that [plischke2013] cut cases into.
const mostClasses = 48

// classes are the parts that an input is cut into.
type classes struct {
	of    []int32 // by case
	sizes []int
	// value numbers the values of cases within the classes, where several cases
	// share one; they are then no independent evidence. nil where none do, or
	// where classes are values.
	value  []int32
	values int
}

// classify cuts an input into as many parts of as many cases each as can be
// without parting cases of one value, or into its categories.
func classify(x []float64, k Kind, count int) classes {
	var s sorter
	order := s.order(x)
	c := classes{of: make([]int32, len(x))}
	last := 0 // class that cases would be in by their place alone
	for at, i := range order {
		if same := at > 0 && x[i] == x[order[at-1]]; !same {
			want := at * count / len(x)
			if at == 0 || k == Categorical || want != last {
				c.sizes = append(c.sizes, 0)
				last = want
			}
		}
		c.of[i] = int32(len(c.sizes) - 1)
		c.sizes[len(c.sizes)-1]++
	}
	return c
}

// first fills in the share of the variance that goes back to each input alone.
func (f *given) first(ctx context.Context, result [][]Influence) error {
	b := f.Bootstrap
	replicates := make([][][]float64, b.Replicates) // by replicate, outcome and input
	err := fanOut(ctx, min(cores(b.Workers), b.Replicates), b.Replicates, func() func(int) {
		counts, drawn := make([]uint8, len(f.outcomes[0])), make([]uint8, f.group.n)
		return func(r int) {
			f.group.draw(replicateKey(b.Seed, r), drawn, counts)
			replicates[r] = f.ratios(counts)
		}
	})
	if err != nil {
		return err
	}
	once := slices.Repeat([]uint8{1}, len(f.outcomes[0]))
	for o, row := range f.ratios(once) {
		for d, v := range row {
			col := make([]float64, b.Replicates)
			for r := range col {
				col[r] = replicates[r][o][d]
			}
			bias := Mean(col) - v
			for r := range col {
				col[r] -= bias
			}
			result[o][d].First = spread(v, col, b.Level)
		}
	}
	return nil
}

// ratios returns the unbiased correlation ratios by outcome and input when case
// i counts counts[i] times.
func (f *given) ratios(counts []uint8) [][]float64 {
	out := make([][]float64, len(f.outcomes))
	for o, y := range f.outcomes {
		n := 0.0
		for _, c := range counts {
			n += float64(c) // groups may differ in size
		}
		mean, total := weightedSum(counts, y)/n, 0.0
		for i, c := range counts {
			total += float64(c) * (y[i] - mean) * (y[i] - mean)
		}
		for d := range f.fine {
			out[o] = append(out[o], f.fine[d].ratio(counts, y, mean, total))
		}
	}
	return out
}

// ratio is the sum of squares between classes, less what chance puts there, over
// the whole. Chance is judged by how cases differ within classes or, where
// several share a value of the input, by how the means of values do.
func (c classes) ratio(counts []uint8, y []float64, mean, total float64) float64 {
	if !(total > 0) {
		return math.NaN()
	}
	between, filled, all := sumOfSquares(c.of, len(c.sizes), counts, y, mean)
	spread := total - between
	if c.value != nil {
		byValue, values, _ := sumOfSquares(c.value, c.values, counts, y, mean)
		spread, all = byValue-between, values
	}
	if all <= filled {
		return math.NaN() // one case in each class says nothing
	}
	return (between - (filled-1)*spread/(all-filled)) / total
}

// sumOfSquares is that between parts, with how many parts hold a case and how
// many cases there are.
func sumOfSquares(of []int32, parts int, counts []uint8, y []float64, mean float64) (between, filled, all float64) {
	n, sum := make([]float64, parts), make([]float64, parts)
	for i, k := range of {
		w := float64(counts[i])
		n[k] += w
		sum[k] += w * (y[i] - mean)
	}
	for k, size := range n {
		if size > 0 {
			between += sum[k] * sum[k] / size
			filled++
			all += size
		}
	}
	return between, filled, all
}

// sortedOutcome is the order of the cases by an outcome, with where its values
// change.
type sortedOutcome struct {
	order []int32
	ends  []int // after the last case of each value
}

func newSortedOutcome(y []float64) sortedOutcome {
	var s sorter
	o := sortedOutcome{order: s.order(y)}
	for at := 1; at <= len(y); at++ {
		if at == len(y) || y[o.order[at]] != y[o.order[at-1]] {
			o.ends = append(o.ends, at)
		}
	}
	return o
}

// distances returns by class the largest difference between its distribution
// function and that of all. Of are the classes by case.
func (o sortedOutcome) distances(of []int32, sizes []int) []float64 {
	far, count := make([]float64, len(sizes)), make([]int, len(sizes))
	note := func(k int32, at int) {
		gap := math.Abs(float64(count[k])/float64(sizes[k]) - float64(at)/float64(len(o.order)))
		far[k] = max(far[k], gap)
	}
	from := 0
	for _, to := range o.ends {
		// Between its own cases the function of a class stands still while that of
		// all rises, so that the extremes lie just before and after its cases.
		for _, i := range o.order[from:to] {
			note(of[i], from)
		}
		for _, i := range o.order[from:to] {
			count[of[i]]++
		}
		for _, i := range o.order[from:to] {
			note(of[i], to)
		}
		from = to
	}
	return far
}

// shuffles is how often cases are shuffled to see what chance does.
const shuffles = 100

// shift returns the median distance over the classes of an input, and what
// shuffled cases exceed with the probability of Chance.
func (f *given) shift(outcome, input int) (shift, noise float64) {
	c, o := f.coarse[input], f.sorted[outcome]
	by, of := make([]float64, shuffles), slices.Clone(c.of)
	for k := range by {
		key := replicateKey(f.Bootstrap.Seed, -1-k)
		for i := len(of) - 1; i > 0; i-- {
			key += spreadA
			j, _ := bits.Mul64(mix(key), uint64(i+1))
			of[i], of[j] = of[j], of[i]
		}
		by[k] = Percentile(o.distances(of, c.sizes), 0.5, true)
	}
	return Percentile(o.distances(c.of, c.sizes), 0.5, true), Percentile(by, f.Chance, false)
}
