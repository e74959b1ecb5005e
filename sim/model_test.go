package sim_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm/rdmtest"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
)

func TestModelConforms(t *testing.T) {
	m, err := sim.New(invented(), strategy.Named())
	if err != nil {
		t.Fatal(err)
	}
	rdmtest.Run(t, m)
}
