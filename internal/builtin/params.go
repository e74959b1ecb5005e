package builtin

import (
	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/future"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Params returns every parameter struct of the program at its defaults, in the
// order of the layers. To add a struct, add one line: a struct with ref tags
// that is missing here fails a test of internal/docgen.
func Params() []any {
	return []any{
		param.Default[rdm.Bootstrap](),
		param.Default[rdm.Criteria](),
		param.Default[rdm.Battery](),
		param.Default[rdm.Prim](),
		param.Default[rdm.Resampling](),
		param.Default[rdm.Settling](),
		param.Default[rdm.Elicitation](),
		param.Default[rdm.Cart](),
		param.Default[rdm.Scoring](),
		param.Default[rdm.Given](),
		param.Default[lake.Basin](),
		param.Default[lake.Inflow](),
		param.Default[lake.Terms](),
		param.Default[capability.Gradient](),
		param.Default[capability.Presence](),
		param.Default[capability.Inventory](),
		param.Default[transition.Settings](),
		param.Default[between.Powers](),
		param.Default[capability.Transport](),
		param.Default[capability.Evidence](),
		param.Default[system.Rule](),
		param.Default[between.Terms](),
		param.Default[between.Zoning](),
		param.Default[between.Facing](),
		param.Default[pivot.Voting](),
		param.Default[pivot.Doubt](),
		param.Default[identity.Rules](),
		param.Default[alignment.Settings](),
		param.Default[alignment.Window](),
		param.Default[alignment.Swinging](),
		param.Default[alignment.Contrasting](),
		param.Default[recipe.Settings](),
		param.Default[game.Terms](),
		param.Default[strategy.Habit](),
		param.Default[future.Uncertain](),
		param.Default[sim.Coefficients](),
		param.Default[sim.Powers](),
		param.Default[sim.Politics](),
		param.Default[sim.Courses](),
		param.Default[sim.Harm](),
		param.Default[sim.Forms](),
		param.Default[study.Today](),
		param.Default[study.Challenging](),
		param.Default[study.Network](),
		param.Default[study.GoodEnough](),
		param.Default[study.Boxing](),
		param.Default[study.Bands](),
		param.Default[claim.Rule](),
		param.Default[claim.Coding](),
	}
}
