package builtin

import (
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Measures returns every measure of the program. To add one, add a line.
func Measures() (measure.Catalog, error) {
	rules := param.Default[identity.Rules]()
	return measure.NewCatalog(
		capability.Share{Indicator: "gdp_current"},
		capability.Share{Indicator: "milex_constant"},
		identity.Kind{Key: identity.GreatPower, Rules: rules},
		identity.Kind{Key: identity.MiddlePower, Rules: rules},
		identity.Kind{Key: identity.SmallState, Rules: rules},
	)
}
