package sipri_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

func TestMilex(t *testing.T) {
	sourcetest.Run(t, sipri.Milex(), map[string]string{
		"constant_usd": "\"Military expenditure by country, in constant (2021) US$ m.\",,,\n\"Country\",\"Notes\",\"1949.0\",\"1950.0\"\n\"Region\",,,\n\"Alpha\",\"§1\",\"xxx\",\"12.5\"\n",
	})
}
