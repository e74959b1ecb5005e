package unga_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
)

func TestIdealPoints(t *testing.T) {
	sourcetest.Run(t, unga.IdealPoints(), map[string]string{
		"state_session": "Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname\n1,991,1,42,1.5,.9,1.1,1.2,1.5,1.8,1.9,2.1,XAA,Alpha\n",
	})
}

func ExampleIdealPoints() {
	for _, e := range unga.IdealPoints().Editions {
		fmt.Println(e.Name)
	}
	// Output:
	// 2020-04
	// 2024-06
	// 2025-07
}
