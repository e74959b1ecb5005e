package owid_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/owid"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

// sample makes a file of a dataset from the columns it declares: two rows, with
// a gap in the last column of the second.
func sample(l source.Layout) string {
	var names, first, second []string
	for _, c := range l.Columns {
		names = append(names, `"`+c.Name+`"`)
		cell := map[source.Type]string{source.Int: "1990", source.Float: "1.5", source.Text: "Alpha"}[c.Type]
		first, second = append(first, cell), append(second, cell)
	}
	second[len(second)-1] = ""
	return strings.Join(names, ",") + "\n" + strings.Join(first, ",") + "\n" + strings.Join(second, ",") + "\n"
}

// about is a description of two fields; the one's settings are an object, the
// other's a text that holds one.
func about(title string) string {
	return fmt.Sprintf(`{"name": %q, "title": %q, "sources": [{"name": "A", "link": "B", "retrievedDate": null}],
"resources": [{"path": "x.csv", "schema": {"fields": [
{"name": "Entity", "type": "string"},
{"name": "x", "type": "any", "description": "X, measured", "owidDisplaySettings": {"unit": "%%"}},
{"name": "y", "type": "any", "description": null, "owidDisplaySettings": "{\"unit\": \"t\", \"conversionFactor\": 1000}"},
{"name": "z", "type": "any", "owidDisplaySettings": "{}"}]}}]}`, title, title)
}

func TestAll(t *testing.T) {
	for _, d := range owid.All() {
		t.Run(d.Key, func(t *testing.T) {
			sourcetest.Run(t, d, map[string]string{"state_year": sample(d.Layouts[0])})
			_, rows := sourcetest.Rows(t, d, sample(d.Layouts[0]))
			last := d.Layouts[0].Columns[len(d.Layouts[0].Columns)-1].Name
			if len(rows) != 2 || rows[0][last].Null || !rows[1][last].Null {
				t.Errorf("rows %v; want a gap in the second", rows)
			}
		})
	}
	if !slices.IsSortedFunc(owid.All(), func(a, b source.Dataset) int { return strings.Compare(a.Key, b.Key) }) {
		t.Error("not in order of key")
	}
}

// Each sample is recognised among all of them, and a description by its title.
func TestRecognised(t *testing.T) {
	for _, d := range owid.All() {
		texts := map[string]string{"state_year": sample(d.Layouts[0])}
		if len(d.Layouts) > 1 {
			name, _, _ := strings.Cut(d.Editions[0].Files[1].File, ".datapackage")
			texts["fields"] = about(strings.ReplaceAll(name, "!", "/"))
		}
		for table, text := range texts {
			f, err := source.Bytes("x", []byte(text), source.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			parts, _, err := f.Parts()
			if err != nil {
				t.Fatal(err)
			}
			m, ok, err := source.Recognise(owid.All(), parts[0], "")
			if err != nil || !ok || m.Dataset.Key != d.Key || m.Layout.Table != table {
				t.Errorf("%s/%s: recognised %v, %v", d.Key, table, ok, err)
			}
		}
	}
}

// The settings of a field are read whichever way they are held.
func TestFields(t *testing.T) {
	i := slices.IndexFunc(owid.All(), func(d source.Dataset) bool { return d.Key == "owid-food" })
	_, rows := sourcetest.Rows(t, owid.All()[i], about("Food supply (FAO, 2020)"))
	if len(rows) != 4 || rows[1]["unit"].Text != "%" || rows[2]["unit"].Text != "t" || rows[2]["factor"].Text != "1000" || !rows[3]["unit"].Null {
		t.Errorf("rows %v", rows)
	}
}

// A column that is not declared is a number of the unit in its name.
func TestUnitsFromNames(t *testing.T) {
	i := slices.IndexFunc(owid.All(), func(d source.Dataset) bool { return d.Key == "owid-energy-mix" })
	c, ok := owid.All()[i].Layouts[0].Other("Wind (TWh – sub method)")
	if !ok || c.Type != source.Float || c.Unit != "TWh – sub method" {
		t.Errorf("column %+v", c)
	}
}

func ExampleAll() {
	for _, d := range owid.All()[:3] {
		fmt.Println(d.Key, d.Editions[0].Name)
	}
	// Output:
	// owid-cereals 2020
	// owid-conflicts 17.2
	// owid-energy-imports 2017-05
}

func FuzzFields(f *testing.F) {
	read := owid.All()[0].Layouts[1].Read
	f.Add(about("A"))
	f.Add(`{"resources": [{"schema": {"fields": [{"owidDisplaySettings": "{"}]}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Bytes("x", []byte(text), source.DefaultLimits())
		if err != nil {
			return
		}
		if r, err := read(file); err == nil {
			r.Close()
		}
	})
}
