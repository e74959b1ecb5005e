package core_test

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/data/core"
)

// What the core says of South Korea's economy in 2022, and where it was read.
func ExampleSnapshot() {
	s, err := core.Snapshot()
	if err != nil {
		fmt.Println(err)
		return
	}
	korea, err := s.Codes().Find("한국")
	if err != nil {
		fmt.Println(err)
		return
	}
	gdp, ok := s.Latest("gdp_current", korea.CCode, 2022)
	if !ok {
		fmt.Println("no figure")
		return
	}
	src := s.Source(gdp)
	fmt.Printf("%s, %d: %.2f trillion %s (%s, %s)\n",
		korea.NameEN, gdp.Year, gdp.Value/1e12, s.Unit("gdp_current"), src.Publisher, src.Licence)
	// Output: South Korea, 2022: 1.67 trillion US$ current (World Bank, CC BY 4.0)
}
