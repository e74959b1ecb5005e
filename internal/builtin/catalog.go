package builtin

import (
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// Measures returns every measure of the program. To add one, add a line.
func Measures() (measure.Catalog, error) {
	return measure.NewCatalog(
		capability.Share{Indicator: "gdp_current"},
		capability.Share{Indicator: "milex_constant"},
	)
}
