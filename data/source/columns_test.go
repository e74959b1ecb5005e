package source_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
)

func TestColumns(t *testing.T) {
	got := source.Columns(source.Int, "days", []string{"-9"}, "mindur", "maxdur")
	if len(got) != 2 || got[1].Name != "maxdur" || got[1].Unit != "days" || got[1].Type != source.Int || got[1].Missing[0] != "-9" {
		t.Errorf("Columns = %+v", got)
	}
	for code, want := range map[source.Code]source.Type{source.COW: source.Int, source.GW: source.Int, source.ISO3: source.Text, source.COWAbb: source.Text} {
		if c := source.StateColumns(code, "state")[0]; c.Type != want || c.Code != code {
			t.Errorf("StateColumns(%s) = %+v", code, c)
		}
	}
	if got := source.OptionalColumns(got); !got[0].Optional || !got[1].Optional {
		t.Errorf("OptionalColumns = %+v", got)
	}
	if got[0].Optional {
		t.Error("OptionalColumns changed its argument")
	}
}

func TestEditionBy(t *testing.T) {
	of := source.EditionBy("version", map[string]string{"5": "5.0"})
	head := func(v string) source.Head { return source.Head{Rows: [][]string{{"ccode", "Version"}, {"991", v}}} }
	if got := of(head("5")); got != "5.0" {
		t.Errorf("version 5 is edition %q", got)
	}
	if got := of(head("6")); got != "" {
		t.Errorf("an unknown version is edition %q", got)
	}
	if got := of(source.Head{Rows: [][]string{{"ccode"}, {"991"}}}); got != "" {
		t.Errorf("no version is edition %q", got)
	}
}

func TestExcept(t *testing.T) {
	match := source.Except("aa", "bb")
	if match(source.Head{SHA256: "bb"}) || !match(source.Head{SHA256: "cc"}) {
		t.Error("want all but the hashes named")
	}
}
