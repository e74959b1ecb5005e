package external

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Program is a program to be run as a model, and how patient to be with it.
type Program struct {
	Command []string // the program and its arguments
	Dir     string   // to run it in; "" is the current folder
	// Limit is how long one experiment may take; 0 is as long as it likes.
	Limit time.Duration
	// Retries is how often an experiment is tried again, with the program started
	// afresh, when the program ended, took too long or answered nonsense. An error
	// that the program reports is final.
	Retries int
}

// Model is a program that has said what it is. It is [rdm.Levered] and an
// [rdm.Opener]. Its workers, unlike others, allocate.
type Model struct {
	program      Program
	dims, levers []rdm.Dim
	policies     []string
	settings     [][]float64
	outcomes     []rdm.Outcome
}

// Ask starts the program, asks what it is and ends it.
func Ask(ctx context.Context, p Program) (*Model, error) {
	if len(p.Command) == 0 {
		return nil, fmt.Errorf("external: no command; want a program and its arguments")
	}
	c, err := start(ctx, p)
	if err != nil {
		return nil, err
	}
	defer c.close()
	line, err := c.exchange([]byte(`{"schema":"` + Schema + `","ask":"model"}` + "\n"))
	if err != nil {
		return nil, err
	}
	m, err := parseDescription(line)
	if err != nil {
		return nil, err
	}
	m.program = p
	return m, nil
}

// Dims returns the uncertainties.
func (m *Model) Dims() []rdm.Dim { return m.dims }

// Levers returns what the policies set.
func (m *Model) Levers() []rdm.Dim { return m.levers }

// Policies returns the names of the policies.
func (m *Model) Policies() []string { return m.policies }

// Outcomes returns what an experiment reports.
func (m *Model) Outcomes() []rdm.Outcome { return m.outcomes }

// Setting returns the values of the levers under a policy.
func (m *Model) Setting(policy int) []float64 { return m.settings[policy] }

// NewWorker returns a worker whose program starts with its first experiment and
// runs until it is closed.
func (m *Model) NewWorker() rdm.Worker { return m.worker(context.Background()) }

// Open returns a worker whose program runs, and is killed when ctx ends.
func (m *Model) Open(ctx context.Context) (rdm.Worker, error) {
	w := m.worker(ctx)
	var err error
	w.child, err = start(ctx, m.program)
	return w, err
}

func (m *Model) worker(ctx context.Context) *worker {
	w := &worker{model: m, ctx: ctx}
	for _, d := range m.dims {
		w.keys = append(w.keys, quoted(d.Name))
	}
	for p := range m.policies {
		w.policies = append(w.policies, m.ending(p))
	}
	return w
}

// ending is the part of a question that is the same for every future: policy and
// levers.
func (m *Model) ending(p int) []byte {
	levers := make(map[string]json.RawMessage, len(m.levers))
	for k, l := range m.levers {
		levers[l.Name] = appendValue(nil, l, m.settings[p][k])
	}
	b, _ := json.Marshal(levers) // sorted by name, and of text and finite numbers
	return slices.Concat([]byte(`,"policy":`), quoted(m.policies[p]), []byte(`,"levers":`), b, []byte("}\n"))
}

func quoted(name string) []byte {
	b, _ := json.Marshal(name) // any text can be
	return b
}

func appendValue(b []byte, d rdm.Dim, v float64) []byte {
	if len(d.Options) > 0 {
		return append(b, quoted(d.Text(v))...)
	}
	return strconv.AppendFloat(b, v, 'g', -1, 64)
}
