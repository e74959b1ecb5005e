package between

// Evaluator computes position over a field under one setting after another
// without allocating. It is not safe for use by several goroutines.
type Evaluator struct {
	f        *Field
	powers   []int
	hosts    [][]int // of each power
	pressure []float64
	out      []Squeezed
	set      Settings
	hostile  func(g, h int) float64
}

// NewEvaluator readies the evaluation of a field.
func NewEvaluator(f *Field) *Evaluator {
	e := &Evaluator{f: f, out: make([]Squeezed, f.Len())}
	e.hostile = func(g, h int) float64 {
		return e.set.Hostility(f.Relation(e.powers[g], e.powers[h]))
	}
	return e
}

// Squeeze evaluates every state. In the result G and H index [Evaluator.Powers].
// The slice is valid until the next call.
func (e *Evaluator) Squeeze(set Settings) []Squeezed {
	e.Set(set)
	capability := e.f.Capability(set)
	for i := range e.out {
		e.out[i] = Squeeze(e.Pressures(i), e.hostile, e.set.carried(capability[i], 0, e.f.Year), set.Floor)
	}
	return e.out
}

// Set chooses the setting of [Evaluator.Pressures].
func (e *Evaluator) Set(set Settings) {
	e.set = set
	e.powers = e.f.powers(e.powers[:0], set.Powers)
	if cap(e.pressure) < len(e.powers) {
		e.pressure, e.hosts = make([]float64, len(e.powers)), make([][]int, len(e.powers))
	}
	e.pressure, e.hosts = e.pressure[:len(e.powers)], e.hosts[:len(e.powers)]
	for k, g := range e.powers {
		e.hosts[k] = e.hosts[k][:0]
		for b := range e.f.States {
			if b != g && e.f.Present(g, b, set.Presence) {
				e.hosts[k] = append(e.hosts[k], b)
			}
		}
	}
}

// Powers are the powers of the setting last chosen, the strongest first.
func (e *Evaluator) Powers() []int { return e.powers }

// Pressures is what each power brings to bear at a state, in the order of the
// powers; a power's own entry is 0. The slice is valid until the next call.
func (e *Evaluator) Pressures(i int) []float64 {
	for k, g := range e.powers {
		e.pressure[k] = 0
		if g != i {
			reach, _ := e.Reach(k, i)
			e.pressure[k] = reach * e.f.Stake(g, i, e.set)
		}
	}
	return e.pressure
}

// Reach is what a power, given by its place among the powers, can bring to bear
// at a state: the larger of its capability carried from home and, from each
// state that hosts its forces, the share of it usable through bases. Via is the
// state it comes through; the power itself where it comes from home.
func (e *Evaluator) Reach(power, i int) (reach float64, via int) {
	g := e.powers[power]
	c := e.f.Capability(e.set)[g]
	reach, via = e.set.carried(c, e.f.Distance(g, i, e.set.Territory), e.f.Year), g
	for _, b := range e.hosts[power] {
		if r := e.set.carried(e.set.BaseShare*c, e.f.Distance(b, i, e.set.Territory), e.f.Year); r > reach {
			reach, via = r, b
		}
	}
	return reach, via
}

// ordered gives a pair of indexes with the smaller first.
func ordered(g, h int) [2]int { return [2]int{min(g, h), max(g, h)} }

// ReachOf is [Evaluator.Reach] of any state of the field, power or not.
func (e *Evaluator) ReachOf(g, i int) float64 {
	c := e.f.Capability(e.set)[g]
	reach := e.set.carried(c, e.f.Distance(g, i, e.set.Territory), e.f.Year)
	for b := range e.f.States {
		if b != g && e.f.Present(g, b, e.set.Presence) {
			reach = max(reach, e.set.carried(e.set.BaseShare*c, e.f.Distance(b, i, e.set.Territory), e.f.Year))
		}
	}
	return reach
}

// Pair names the powers that squeeze a state most as indexes of the field, the
// smaller first; ok is false where no pair does.
func (e *Evaluator) Pair(s Squeezed) (pair [2]int, ok bool) {
	if s.G < 0 {
		return [2]int{}, false
	}
	return ordered(e.powers[s.G], e.powers[s.H]), true
}
