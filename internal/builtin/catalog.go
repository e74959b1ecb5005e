package builtin

import (
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Measures returns every measure of the program. To add one, add a line.
func Measures() (measure.Catalog, error) {
	var all []measure.Measure
	for _, indicator := range []string{"gdp_current", "milex_constant"} {
		all = append(all, capability.Share{Indicator: indicator}, system.Concentrated{Indicator: indicator}, system.EffectivePoles{Indicator: indicator})
	}
	for _, gdp := range []string{"gdp_current", "gdp_ppp"} {
		all = append(all, capability.NetPower{GDP: gdp})
	}
	d := param.Default[capability.Inventory]().Depreciation
	all = append(all, capability.Computed{}, capability.Capital{Depreciation: d}, capability.CapitalShare{Depreciation: d},
		capability.Covered{Of: capability.Capital{Depreciation: d}})
	evidence := param.Default[capability.Evidence]()
	for _, w := range capability.Presets() {
		all = append(all, capability.Composed{Weights: w, Evidence: evidence})
	}
	for _, r := range between.Readings(param.Default[between.Settings]()) {
		all = append(all, r)
	}
	rules := param.Default[identity.Rules]()
	for _, key := range []string{identity.GreatPower, identity.MiddlePower, identity.SmallState} {
		all = append(all, identity.Kind{Key: key, Rules: rules})
	}
	lean := alignment.Leaning{
		Name: "lean_usa_chn", A: 2, B: 710,
		Settings: param.Default[alignment.Settings](), Window: param.Default[alignment.Window](),
	}
	hedge := alignment.Hedging(lean)
	hedge.Name = "hedge_usa_chn"
	all = append(all, similarity.Likeness{Name: "s_pacts_usa", With: 2, Index: similarity.OfS},
		similarity.Likeness{Name: "kappa_pacts_usa", With: 2, Index: similarity.OfKappa})
	return measure.NewCatalog(append(all, lean, hedge)...)
}
