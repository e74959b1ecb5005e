package rdmtest_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/rdmtest"
)

// coin pays what it shows, doubled under the second policy.
type coin struct{}

func (coin) Dims() []rdm.Dim         { return []rdm.Dim{{Name: "stake", Min: 1, Max: 2, Default: 1}} }
func (coin) Policies() []string      { return []string{"once", "double"} }
func (coin) Outcomes() []rdm.Outcome { return []rdm.Outcome{{Name: "gain", Higher: true}} }
func (coin) NewWorker() rdm.Worker   { return coin{} }

func (coin) Run(f *rdm.Future, policy int, out []float64) error {
	out[0] = f.X[0] * float64(policy+1) * f.Stream().Uniform(1, 1, 0)
	return nil
}

func TestRun(t *testing.T) { rdmtest.Run(t, coin{}) }
