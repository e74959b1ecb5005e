package borders_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/borders"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

const (
	asCSV = "\"name.common\",\"name.official\",\"cca2\",\"ccn3\",\"cca3\",\"independent\",\"unMember\",\"capital\",\"region\",\"latlng\",\"landlocked\",\"borders\",\"area\",\"currencies\",\"languages\"\n" +
		"\"Alpha\",\"Republic of Alpha\",\"NA\",\"991\",\"XAA\",\"1\",\"0\",\"Alphaville\",\"Europe\",\"12.5,-69.96\",\"0\",\"XBB,XCC\",\"-1\",\"XAD\",\"Alphan,Betan\"\n"
	asJSON = `[{"name": {"common": "Alpha", "official": "Republic of Alpha", "native": {"aaa": {"common": "A"}}},
 "cca2": "NA", "ccn3": "991", "cca3": "XAA", "independent": true, "unMember": false, "capital": ["Alphaville"], "region": "Europe",
 "latlng": [12.5, -69.96], "landlocked": false, "borders": ["XBB", "XCC"], "area": -1,
 "currencies": {"XAD": {"name": "dollar"}}, "languages": {"aaa": "Alphan", "bbb": "Betan"}, "nothing": null}]`
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, borders.Dataset(), map[string]string{"countries": asCSV, "countries: JSON": asJSON})
}

// The two forms of a list say the same.
func TestFormsAgree(t *testing.T) {
	_, one := sourcetest.Rows(t, borders.Dataset(), asCSV)
	_, two := sourcetest.Rows(t, borders.Dataset(), asJSON)
	for column, v := range one[0] {
		if w := two[0][column]; v.Text != w.Text || v.Int != w.Int || v.Null != w.Null {
			t.Errorf("%s: %+v as CSV, %+v as JSON", column, v, w)
		}
	}
	if !one[0]["area"].Null || one[0]["cca2"].Null {
		t.Errorf("row = %v; want no area, and Namibia's letters", one[0])
	}
}

// The published forms say the same of every country.
func TestPublishedFormsAgree(t *testing.T) {
	dir := filepath.Join(testkit.Data(t), "borders")
	one, two := countries(t, filepath.Join(dir, "countries.csv")), countries(t, filepath.Join(dir, "countries.json"))
	if len(one) != 250 || len(two) != len(one) {
		t.Fatalf("%d and %d countries; want 250", len(one), len(two))
	}
	for key, row := range one {
		for _, column := range []string{"name.common", "cca2", "ccn3", "independent", "landlocked", "latlng", "borders", "area", "capital"} {
			if v, w := row[column], two[key][column]; v.Text != w.Text || v.Null != w.Null {
				t.Errorf("%s, %s: %q as CSV, %q as JSON", key, column, v.Text, w.Text)
			}
		}
	}
}

func countries(t *testing.T, path string) map[string]sourcetest.Row {
	t.Helper()
	f, err := source.Open(context.Background(), path, source.DefaultLimits())
	if err != nil {
		t.Skipf("not among the published files: %v", err)
	}
	defer f.Close()
	parts, _, err := f.Parts()
	if err != nil {
		t.Fatal(err)
	}
	m, ok, err := source.Recognise([]source.Dataset{borders.Dataset()}, parts[0], "")
	if err != nil || !ok {
		t.Fatalf("recognised: %v, %v", ok, err)
	}
	rows, err := m.Read(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out := map[string]sourcetest.Row{}
	err = rows.Each(context.Background(), func(values []source.Value) error {
		r := sourcetest.Row{}
		for i, c := range rows.Columns() {
			r[c.Name] = values[i]
		}
		out[r["cca3"].Text] = r
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Whatever stands in a file, reading it ends in rows or in an error.
func FuzzJSON(f *testing.F) {
	f.Add([]byte(asJSON))
	f.Add([]byte(`[{"cca3": {"a": [1, {"b": null}]}, "borders": 1, "landlocked": []}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := source.Bytes("x.json", data, source.DefaultLimits())
		if err != nil {
			return
		}
		parts, _, err := file.Parts()
		if err != nil || len(parts) == 0 {
			return
		}
		m, ok, err := source.Recognise([]source.Dataset{borders.Dataset()}, parts[0], "")
		if err != nil || !ok {
			return
		}
		rows, err := m.Read(parts[0])
		if err != nil {
			return
		}
		defer rows.Close()
		_ = rows.Each(context.Background(), func([]source.Value) error { return nil })
	})
}

func ExampleDataset() {
	d := borders.Dataset()
	fmt.Println(d.Licence, d.Editions[0].Name)
	// Output: ODbL 1.0 2026-04
}
