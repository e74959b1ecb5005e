package openbases_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/openbases"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const script = `const bases = [
    {
        country:"Alpha",
        numberOfBases: "2",
        baseLocations:[
            {
                baseName:"N'Field *",
                location: "Near Town, Beta",
                alsoUsedBy: "Gamma",
                coordinates:[5.4647,-100.3831]
            },
            {
                baseName:"Pier",
                location:  "Harbour, Delta",
                coordinates:[25.0261, 55.3707]
            },

        ]
    },

]

const base_references=[
    {
        referenceType:"Data Sources",
    }
]

export {bases, base_references}`

func TestDataset(t *testing.T) {
	sourcetest.Run(t, openbases.Dataset(), map[string]string{
		"base":         "owner,base,lat,lon\nAlpha,N'Field *,5.4647,-100.3831\n",
		"base: script": script,
	})
}

// Who else uses a base is said of that base alone.
func TestScript(t *testing.T) {
	_, rows := sourcetest.Rows(t, openbases.Dataset(), script)
	if len(rows) != 2 || rows[0]["also_used_by"].Text != "Gamma" || !rows[1]["also_used_by"].Null || rows[1]["location"].Text != "Harbour, Delta" {
		t.Errorf("rows %v", rows)
	}
	if rows[1]["owner"].Text != "Alpha" || rows[0]["lon"].Float != -100.3831 {
		t.Errorf("rows %v; want owners and numbers", rows)
	}
}

// What is no part of the list is refused with its line, and so is half a list.
func TestScriptRefused(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		line int
	}{
		"half":  {script[:strings.Index(script, "baseName:\"Pier")], 13},
		"alien": {strings.Replace(script, "numberOfBases: \"2\"", "fetch(\"x\")", 1), 4},
		"early": {strings.Replace(script, "baseName:\"N'Field *\",", "", 1), 10},
	} {
		f, err := source.Bytes("x.js", []byte(test.text), source.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		var bad *source.FileError
		if _, err := openbases.Dataset().Layouts[0].Read(f); !errors.As(err, &bad) || bad.Line != test.line {
			t.Errorf("%s: %v; want a fault in line %d", name, err, test.line)
		}
	}
}

func FuzzScript(f *testing.F) {
	f.Add(script)
	f.Add("const bases = [\n]")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Bytes("x.js", []byte(text), source.DefaultLimits())
		if err != nil {
			return
		}
		r, err := openbases.Dataset().Layouts[0].Read(file)
		if err != nil {
			return
		}
		for {
			cells, err := r.Next()
			if err != nil {
				return
			}
			if len(cells) != 6 {
				t.Fatalf("%d cells", len(cells))
			}
		}
	})
}

func ExampleDataset() {
	d := openbases.Dataset()
	fmt.Println(d.Title, d.Editions[0].Name)
	// Output: Open Base Map 2024
}
