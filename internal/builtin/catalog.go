package builtin

import (
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Measures returns every measure of the program. To add one, add a line.
func Measures() (measure.Catalog, error) {
	rules := param.Default[identity.Rules]()
	lean := alignment.Leaning{
		Name: "lean_usa_chn", A: 2, B: 710,
		Settings: param.Default[alignment.Settings](), Window: param.Default[alignment.Window](),
	}
	hedge := alignment.Hedging(lean)
	hedge.Name = "hedge_usa_chn"
	return measure.NewCatalog(
		capability.Share{Indicator: "gdp_current"},
		capability.Share{Indicator: "milex_constant"},
		identity.Kind{Key: identity.GreatPower, Rules: rules},
		identity.Kind{Key: identity.MiddlePower, Rules: rules},
		identity.Kind{Key: identity.SmallState, Rules: rules},
		lean,
		hedge,
	)
}
