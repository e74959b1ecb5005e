package democracy_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/democracy"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

const polity = "ccode,country,year,polity2\n991,Alpha,1990,-6\n991,Alpha,1991,\n991,Alpha,1992,-66\n"

func TestByState(t *testing.T) {
	sourcetest.Run(t, democracy.ByState(), map[string]string{
		"state_year": "\"ccode\",\"year\",\"euds\",\"aeuds\",\"polity2\",\"v2x_polyarchy\"\n991,1990,0.28,-0.005,6,0.355\n991,2020,0.3,0.01,,0.4\n",
	})
}

func TestPolity(t *testing.T) {
	sourcetest.Run(t, democracy.Polity(), map[string]string{
		"state_year":        polity,
		"state_year: whole": "p5,cyear,ccode,scode,country,year,flag,fragment,democ,autoc,polity,polity2,durable\n0,9911990,991,XAA,Alpha,1990,0,,1,7,-6,-6,3\n",
	})
}

// A state under foreign rule has no score.
func TestPolityMarks(t *testing.T) {
	if got := sourcetest.Figures(t, democracy.Polity(), polity)["polity2"]; got != 1 {
		t.Errorf("%d figures; want 1", got)
	}
}

// The workbook as published is passed over, with what to do.
func TestPolityWorkbook(t *testing.T) {
	f, err := source.Open(context.Background(), filepath.Join(testkit.Data(t), "polity", "p5v2018.xls"), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, _, err = f.Parts()
	if !errors.Is(err, source.ErrSkip) || !strings.Contains(err.Error(), "save the sheet as .xlsx or CSV") {
		t.Errorf("%v; want it passed over with what to save", err)
	}
}

func ExamplePolity() {
	fmt.Println(democracy.Polity().Series[0].Indicator.Unit)
	// Output: score, -10 to 10
}
