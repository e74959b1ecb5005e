package strategy

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Apply returns the value that a setting asks for, given today's value of the
// lever and what is aimed at already. Only [Plus] looks at target; for a
// strategy's own levers and targets pass today's value twice. The result is not
// held to the lever's bounds.
func (s *Setting) Apply(today, target float64) float64 {
	switch s.Form {
	case To:
		return s.Value
	case Times:
		return today * s.Value
	case Plus:
		return target + s.Value
	default:
		return today
	}
}

// Plan is a strategy made ready for one state: every setting turned into a
// value. Many goroutines may share one, since it is only read.
type Plan struct {
	// Habit is how the government follows its rule; Compile sets the defaults.
	Habit Habit

	kind    RuleKind
	drift   bool
	today   Vector
	aims    []aim // in order of year; the first holds from the start
	clauses []Clause
}

// aim is what a strategy strives for from a year on.
type aim struct {
	year int
	at   Vector
}

// Compile turns a strategy into a plan for a state whose levers stand at today.
// Later targets build on earlier ones: a lever that a target does not name
// keeps the aim it had. Aims beyond a lever's bounds are brought back to them.
func Compile(s Strategy, today Vector) Plan {
	p := Plan{
		Habit:   param.Default[Habit](),
		kind:    s.Rule.Kind,
		drift:   s.Drift,
		today:   today,
		aims:    make([]aim, 0, 1+len(s.Targets)),
		clauses: make([]Clause, len(s.Rule.Clauses)),
	}
	for i, c := range s.Rule.Clauses {
		c.Then = slices.Clone(c.Then)
		p.clauses[i] = c
	}
	at := p.set(today, s.Levers)
	p.aims = append(p.aims, aim{1, at})
	for _, t := range s.Targets {
		at = p.set(at, t.Set)
		p.aims = append(p.aims, aim{t.Year, at})
	}
	return p
}

// First returns what the strategy itself aims at from the start, before its rule.
func (p *Plan) First() Vector { return p.aims[0].at }

// Drifts reports whether changes of government move the levers in full, since
// the strategy holds no course against them. Target takes no account of it:
// elections are the business of the simulation.
func (p *Plan) Drifts() bool { return p.drift }

// set returns at with the settings of a strategy's own levers applied.
func (p *Plan) set(at Vector, settings []Setting) Vector {
	for i := range settings {
		l := settings[i].Lever
		at[l] = settings[i].Apply(p.today[l], p.today[l])
	}
	return at.bounded()
}

func (v Vector) bounded() Vector {
	for i := range v {
		v[i] = Lever(i).clamp(v[i])
	}
	return v
}

// Target returns what the government aims at in a year, counted from 1: the aims
// of its strategy in force, moved by every clause of its rule that fires.
//
// Seen is what it knows at the start of the year, which is what it observed
// during the year before; in year 1 that is today. Target notes it in memory, so
// call it once a year, in order, with one memory for each run that starts as the
// zero value. Clauses act in the order written, each on what the ones before it
// left, and the result is held to the levers' bounds.
func (p *Plan) Target(year int, seen *[NumObserved]float64, memory *Memory) Vector {
	at := p.aims[0].at
	for i := len(p.aims) - 1; i > 0; i-- {
		if p.aims[i].year <= year {
			at = p.aims[i].at
			break
		}
	}
	if p.kind == None || len(p.clauses) == 0 {
		return at
	}
	memory.note(seen)
	fired := false
	for i := range p.clauses {
		c := &p.clauses[i]
		if !p.fires(c, memory) {
			continue
		}
		fired = true
		for j := range c.Then {
			l := c.Then[j].Lever
			at[l] = c.Then[j].Apply(p.today[l], at[l])
		}
	}
	if fired {
		at = at.bounded()
	}
	return at
}

// fires reports whether a clause acts on what is remembered.
func (p *Plan) fires(c *Clause, m *Memory) bool {
	switch p.kind {
	case Anticipatory:
		return c.met(m.ahead(c.Watch, years(p.Habit.Window, 2), years(p.Habit.Lead, 1)))
	case Inertial:
		wait := years(p.Habit.Patience, 1)
		if m.n < wait {
			return false
		}
		for back := range wait {
			if !c.met(m.back(c.Watch, back)) {
				return false
			}
		}
		return true
	default:
		return c.met(m.back(c.Watch, 0))
	}
}

// met reports whether a value is beyond the level of the clause. NaN never is.
func (c *Clause) met(v float64) bool {
	if c.Above {
		return v > c.Level
	}
	return v < c.Level
}

// Step returns the levers a year later: each moves from now toward target by no
// more than its speed, and stays within its bounds.
func Step(now, target, speed Vector) Vector {
	for i := range now {
		reach := max(now[i]-speed[i], min(now[i]+speed[i], target[i]))
		now[i] = Lever(i).clamp(reach)
	}
	return now
}
