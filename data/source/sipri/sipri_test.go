package sipri_test

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

// at is a sheet saved as text: a title, the header and one state.
func at(title, more string) string {
	return "\"" + title + "\",,,\n\"Country\"," + more + "\"Notes\",\"1949.0\",\"1950.0\"\n\"Region\",,,\n\"Alpha\"," + blanks(more) + "\"§1\",\"xxx\",\"12.5\"\n"
}

func blanks(more string) string { return strings.Repeat(",", strings.Count(more, ",")) }

func TestMilex(t *testing.T) {
	sourcetest.Run(t, sipri.Milex(), map[string]string{
		"current_usd":         at("Military expenditure by country, in millions of US$ at current prices and exchange rates", ""),
		"share_of_gdp":        at("Military expenditure by country as percentage of gross domestic product", ""),
		"per_capita":          at("Military expenditure per capita", ""),
		"share_of_government": at("Military expenditure as percentage of government spending", "\"Reporting year\","),
		"local_financial":     at("Military expenditure in local currency for financial years", "\"Currency\",\"Fiscal Year (Jan-Dec if not stated)\","),
		"local_calendar":      at("Military expenditure in local currency for calendar years", "\"Currency\","),
		"regions":             "Region,1949,1950,2023\nWorld,..,12.5,90\n",
		"constant_usd":        "\"Military expenditure by country, in constant (2021) US$ m.\",,,\n\"Country\",\"Notes\",\"1949.0\",\"1950.0\"\n\"Region\",,,\n\"Alpha\",\"§1\",\"xxx\",\"12.5\"\n",
	})
}
