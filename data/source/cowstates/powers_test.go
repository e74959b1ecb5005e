package cowstates_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const powers = "\"ccode\",\"regstdate\",\"regenddate\",\"globstdate\",\"globenddate\"\n991,1824-01-01,1898-12-31,1899-01-01,2019-12-31\n992,1970-01-01,2019-12-31,,\n"

func TestPowers(t *testing.T) {
	sourcetest.Run(t, cowstates.Powers(), map[string]string{"powers": powers})
	_, rows := sourcetest.Rows(t, cowstates.Powers(), powers)
	if rows[0]["globstdate"].Null || !rows[1]["globstdate"].Null {
		t.Errorf("rows = %v; want the second to have been no global power", rows)
	}
}
