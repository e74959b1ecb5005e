package thucydides_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/thucydides"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

const sample = "case,period,ruling,rising,domain,war,ruling_ccode,rising_ccode\n1,Late 15th century,Alpha,Beta,\"Empire, and trade\",0,,\n8,Mid-19th century,Alpha and Beta,Gamma,Influence,1,991;992,993\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, thucydides.Dataset(), map[string]string{"cases": sample})
}

// Powers that ruled together stand in one cell; early cases have no numbers.
func TestSeveralRulers(t *testing.T) {
	_, rows := sourcetest.Rows(t, thucydides.Dataset(), sample)
	if !rows[0]["rising_ccode"].Null || rows[1]["ruling_ccode"].Text != "991;992" || rows[1]["rising_ccode"].Int != 993 {
		t.Errorf("rows = %v", rows)
	}
}

// Allison2017 counts war in twelve of sixteen cases.
func TestAllison2017(t *testing.T) {
	path := filepath.Join(testkit.Data(t), "thucydides", "allison_16_cases.csv")
	f, err := source.Open(context.Background(), path, source.DefaultLimits())
	if err != nil {
		t.Skipf("not among the published files: %v", err)
	}
	defer f.Close()
	parts, _, err := f.Parts()
	if err != nil {
		t.Fatal(err)
	}
	m, ok, err := source.Recognise([]source.Dataset{thucydides.Dataset()}, parts[0], "")
	if err != nil || !ok {
		t.Fatalf("recognised: %v, %v", ok, err)
	}
	rows, err := m.Read(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	cases, wars := 0, int64(0)
	err = rows.Each(context.Background(), func(row []source.Value) error {
		cases++
		for i, c := range rows.Columns() {
			if c.Name == "war" {
				wars += row[i].Int
			}
		}
		return nil
	})
	if err != nil || cases != 16 || wars != 12 {
		t.Errorf("%d wars in %d cases, %v; want 12 in 16", wars, cases, err)
	}
}

func ExampleDataset() {
	fmt.Println(thucydides.Dataset().Note)
	// Output: compiled by hand from memory of the published list: check a case against the book before relying on it
}
