package docgen

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

const root = "../.."

// The committed pages are what the source says. Run make docs when they are not.
func TestPagesAreFresh(t *testing.T) {
	pages, err := Generate(root, Structs())
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(pages)) {
		testkit.Golden(t, filepath.Join(root, filepath.FromSlash(path)), pages[path])
	}
}

func TestEveryStructPassesCheck(t *testing.T) {
	for _, v := range Structs() {
		if err := param.Check(v); err != nil {
			t.Errorf("%T:\n%v", v, err)
		}
	}
}

// Flags, files and columns call parameters by name, so names are unique.
func TestNamesAreUnique(t *testing.T) {
	tables, err := Tables(root, Structs())
	if err != nil {
		t.Fatal(err)
	}
	owner := map[string]string{}
	for _, table := range tables {
		for _, r := range table.Rows {
			if other, twice := owner[r.Name]; twice {
				t.Errorf("%s and %s share the name %s; rename one", other, r.Path(), r.Name)
			}
			owner[r.Name] = r.Path()
		}
	}
}

func TestEveryParameterIsExplained(t *testing.T) {
	tables, err := Tables(root, Structs())
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if table.Doc == "" {
			t.Errorf("%s has no doc comment", table.Name)
		}
		for _, r := range table.Rows {
			if r.Doc == "" {
				t.Errorf("%s has no doc comment", r.Path())
			}
		}
	}
}

func TestNoStructEscapes(t *testing.T) {
	tables, err := Tables(root, Structs())
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, table := range tables {
		_, name, _ := strings.Cut(table.Name, ".")
		listed = append(listed, table.Folder+"."+name)
	}
	s, err := parse(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range slices.Sorted(slices.Values(s.tagged())) {
		if !slices.Contains(listed, found) {
			t.Errorf("%s has ref tags but is not in internal/builtin/params.go; add a line there", found)
		}
	}
}

// A key in square brackets, in any comment or string, names a work.
func TestKeysInBracketsAreCited(t *testing.T) {
	s, err := parse(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, use := range s.keys() {
		if _, ok := cite.Lookup(use.key); !ok {
			t.Errorf("%s names [%s], which trace/cite/references.bib lacks", use.where, use.key)
		}
	}
}

func TestPage(t *testing.T) {
	field := param.Field{
		Struct: "game.Terms", GoName: "Bend", Name: "bend", Unit: "km", Min: -1, Max: 2000000, Default: 0.5,
		Ref: "boulding1962", Why: "either | or [levy1987]", Scale: param.Log, EN: "the bend", KO: "굽이", FreeSign: true,
	}
	tables := []Table{{Name: "game.Terms", Folder: "mechanism/game", Doc: "Terms are set.", Rows: []Row{{field, "Bend bends."}}}}
	tests := []struct {
		language language
		want     string
	}{
		{english, "| `bend` | the bend | km | 0.5 | -1 to 2000000 | log, sign disputed | [boulding1962](references.md#boulding1962) | either \\| or [levy1987](references.md#levy1987) | Bend bends. |\n"},
		{korean, "| `bend` | 굽이 | km | 0.5 | -1 ~ 2000000 | 로그, 부호 이견 | [boulding1962](references.md#boulding1962) | either \\| or [levy1987](references.md#levy1987) | Bend bends. |\n"},
	}
	for _, tt := range tests {
		if page := string(tt.language.page(tables)); !strings.HasSuffix(page, tt.want) {
			t.Errorf("page ends\n%s\nwant\n%s", page, tt.want)
		}
	}
	if page := string(references(tables)); !strings.Contains(page, "Harper, New York. Parameters: `bend`.") {
		t.Error("the bibliography does not say what rests on boulding1962")
	}
}

func TestSchemaPointsToItsDefinitions(t *testing.T) {
	text, err := schema(Structs())
	if err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	for name, ref := range d.Properties {
		if _, ok := d.Definitions[strings.TrimPrefix(ref.Ref, "#/$defs/")]; !ok {
			t.Errorf("%s points to %s, which is not there", name, ref.Ref)
		}
	}
	if len(d.Definitions) != len(Structs()) {
		t.Errorf("%d definitions for %d structs", len(d.Definitions), len(Structs()))
	}
}

func TestGenerateNeedsTheSource(t *testing.T) {
	if len(Structs()) == 0 {
		t.Skip("no structs yet")
	}
	if _, err := Generate(t.TempDir(), Structs()); err == nil {
		t.Error("no error in a folder without source")
	}
}
