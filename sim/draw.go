package sim

import (
	"github.com/shatterbelt/shatterbelt/future"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Draw is everything that one future sets: the uncertainties about the world
// and the coefficients that no study has settled.
type Draw struct {
	future.Uncertain
	capability.Gradient
	capability.Inventory
	game.Terms
	Coefficients
	Powers
	Politics
	Courses
	Harm
	Forms
	strategy.Habit
}

// Dims are the dimensions of the space of futures, in the order of [Draw].
func Dims() []rdm.Dim {
	fields := param.Fields(Draw{})
	dims := make([]rdm.Dim, len(fields))
	for i, f := range fields {
		dims[i] = rdm.Dim{
			Name: f.Name, Unit: f.Unit, Min: f.Min, Max: f.Max, Default: f.Default,
			Log: f.Scale == "log", EN: f.EN, KO: f.KO, Ref: f.Ref, FreeSign: f.FreeSign,
			Options: f.Options,
		}
	}
	return dims
}

// Uncertainties is how many of the dimensions are uncertainties about the
// world; the others are coefficients of the model.
func Uncertainties() int { return len(param.Fields(future.Uncertain{})) }
