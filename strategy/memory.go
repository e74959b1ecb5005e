package strategy

// MaxMemory is how many years of observations a government can draw on.
const MaxMemory = 5

// Memory is what a government remembers of what it saw, for [Plan.Target]. The
// zero value remembers nothing. It is a plain value: a copy is a second memory.
type Memory struct {
	seen [MaxMemory][NumObserved]float64 // a ring; next is where the next year goes
	next int
	n    int // years remembered, at most MaxMemory
}

func (m *Memory) note(seen *[NumObserved]float64) {
	m.seen[m.next] = *seen
	m.next = (m.next + 1) % MaxMemory
	m.n = min(m.n+1, MaxMemory)
}

// back returns what was seen some years ago; 0 is the last observation.
func (m *Memory) back(o Observed, years int) float64 {
	return m.seen[(m.next-1-years+2*MaxMemory)%MaxMemory][o]
}

// ahead carries the least-squares line through the last window observations on
// by lead years from the last of them. Two observations make a line; one alone
// is taken to stay as it is.
func (m *Memory) ahead(o Observed, window, lead int) float64 {
	n := min(window, m.n)
	middle := float64(n-1) / 2
	mean, slope, spread := 0.0, 0.0, 0.0
	for back := range n {
		x := middle - float64(back) // years after the middle of the window
		y := m.back(o, back)
		mean += y / float64(n)
		slope += x * y
		spread += x * x
	}
	if spread == 0 {
		return mean
	}
	return mean + slope/spread*(middle+float64(lead))
}
