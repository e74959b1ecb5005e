package source_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// workbook is the least that is a workbook: one sheet with rows given as XML.
func workbook(rows string) []byte {
	return archive(map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			`<sheets><sheet name="Data" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>ccode</t></si><si><r><t>ye</t></r><r><t>ar</t></r></si><si><t>v</t><rPh><t>no</t></rPh></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}

const bookHeader = `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="inlineStr"><is><t>name</t></is></c></row>`

func TestWorkbook(t *testing.T) {
	titled := tiny(func(l *source.Layout) { l.HeaderAt = "ccode"; l.Sheet = "data" })
	rows := `<row r="1"><c r="A1" t="inlineStr"><is><t>A title</t></is></c></row>` + bookHeader +
		`<row r="4"><c r="A4"><v>991</v></c><c r="B4"><v>1990.0</v></c><c r="D4" t="str"><v>gap &amp; all</v></c></row>` +
		`<row r="5"/><row r="7"><c r="A7"><v>992</v></c><c r="B7"><v>1991</v></c><c r="C7"><v>2.5E3</v></c></row>`
	got, err := read(titled, "b.xlsx", workbook(rows), source.DefaultLimits())
	if want := []string{"991 1990 NaN gap & all", "992 1991 2500 "}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	for name, tt := range map[string]struct{ rows, want string }{
		"a wrong cell":       {bookHeader + `<row r="9"><c r="A9"><v>991</v></c><c r="B9"><v>x</v></c></row>`, `b.xlsx[Data]:9:2: year is "x"`},
		"no such text":       {bookHeader + `<row r="9"><c r="A9" t="s"><v>99</v></c></row>`, "shared text"},
		"a far column":       {`<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>`, "a cell named"},
		"cut off":            {bookHeader + `<row r="9"><c r="A9"><v>9`, "sheet \"Data\""},
		"no header anywhere": {`<row r="1"><c r="A1"><v>1</v></c></row>`, "not recognised"},
	} {
		if _, err := read(titled, "b.xlsx", workbook(tt.rows), source.DefaultLimits()); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want %q", name, err, tt.want)
		}
	}
}

// stataFile is a .dta of release 118 with three observations, the second with
// missing values.
func stataFile() []byte {
	var b bytes.Buffer
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) }
	b.WriteString("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>")
	put(uint16(4))
	b.WriteString("</K><N>")
	put(uint64(3))
	b.WriteString("</N><label>")
	put(uint16(0))
	b.WriteString("</label><timestamp>")
	b.WriteByte(0)
	b.WriteString("</timestamp></header><map>")
	b.Write(make([]byte, 14*8))
	b.WriteString("</map><variable_types>")
	for _, v := range []uint16{65529, 65528, 65526, 6} {
		put(v)
	}
	b.WriteString("</variable_types><varnames>")
	for _, n := range []string{"ccode", "year", "v", "name"} {
		name := make([]byte, 129)
		copy(name, n)
		b.Write(name)
	}
	b.WriteString("</varnames><sortlist></sortlist><data>")
	put(int16(991))
	put(int32(1990))
	put(0.1)
	b.WriteString("Älph\x00")
	put(int16(992))
	put(int32(1991))
	put(math.Float64frombits(0x7fe0000000000000)) // the least missing value
	b.WriteString("Beta\x00\x00")
	put(int16(32741)) // missing
	put(int32(1992))
	put(-2.0)
	b.WriteString("\x00\x00\x00\x00\x00\x00")
	b.WriteString("</data><strls></strls><value_labels></value_labels></stata_dta>")
	return b.Bytes()
}

func TestStata(t *testing.T) {
	got, err := read(tiny(), "t.dta", stataFile(), source.DefaultLimits())
	if want := []string{"991 1990 0.1 Älph", "992 1991 NaN Beta", "0 1992 -2 "}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	for n := 20; n < len(stataFile())-70; n += 13 {
		if _, err := read(tiny(), "t.dta", stataFile()[:n], source.DefaultLimits()); err == nil {
			t.Errorf("a file cut at byte %d was read", n)
		}
	}
}

// An independent reader and writer: what pandas writes, in every release it
// can, is read here as it was written.
func TestStataByPandas(t *testing.T) {
	python := testkit.Python(t, "pandas")
	dir := t.TempDir()
	script := `
import pandas as pd, sys
d = pd.DataFrame({"ccode": pd.Series([991, 992, 993], dtype="int16"), "year": pd.Series([1990, 1991, 1992], dtype="int32"),
  "v": [0.1, None, -2.5e300], "small": pd.Series([1, -100, 100], dtype="int8"), "f": pd.Series([0.5, 1.25, -3], dtype="float32"), "name": ["Alpha", "", "x" * 300]})
for v in (114, 117, 118, 119):
  d.to_stata(sys.argv[1] + "/%d.dta" % v, version=v, write_index=False, convert_strl=["name"] if v > 114 else None)
` + "\n"
	script = strings.Replace(script, `"x" * 300]`, `"x" * 200]`, 1)
	if out, err := exec.Command(python, "-c", script, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, release := range []int{114, 117, 118, 119} {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.dta", release)))
		if err != nil {
			t.Fatal(err)
		}
		got, err := read(tiny(), "t.dta", data, source.DefaultLimits())
		want := []string{"991 1990 0.1 Alpha", "992 1991 NaN ", "993 1992 -2.5e+300 " + strings.Repeat("x", 200)}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("release %d: %q, %v", release, got, err)
		}
	}
}

// The published .dta, cell by cell: what is read here is what pandas reads.
func TestPublishedStataByPandas(t *testing.T) {
	python := testkit.Python(t, "pandas")
	path := filepath.Join(testkit.Data(t), "unga", "IdealpointsJuly2025.dta")
	script := `
import pandas as pd, sys
d = pd.read_stata(sys.argv[1], convert_categoricals=False, convert_dates=False)
print("\t".join(d.columns))
for row in d.itertuples(index=False):
  print("\t".join("" if v != v else v if isinstance(v, str) else repr(float(v)) for v in row))
`
	out, err := exec.Command(python, "-c", script, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := strings.Split(strings.TrimRight(string(out), "\n"), "\n")
	// Every column as it stands, without a type.
	d := source.Dataset{Key: "raw", Layouts: []source.Layout{{Table: "raw", Columns: []source.Column{{Name: strings.Split(want[0], "\t")[0]}}}}}
	f, err := source.Open(context.Background(), path, source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	parts, _, err := f.Parts()
	if err != nil {
		t.Fatal(err)
	}
	m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], "")
	if err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	rows, err := m.Read(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	cells, numbers := 0, 0
	err = rows.Each(context.Background(), func(row []source.Value) error {
		line := strings.Split(want[rows.Count()], "\t")
		for i, v := range row {
			cells++
			a, errA := strconv.ParseFloat(v.Text, 64)
			b, errB := strconv.ParseFloat(line[i], 64)
			if errA == nil && errB == nil {
				numbers++
			}
			if v.Text != line[i] && (errA != nil || errB != nil || math.Float64bits(a) != math.Float64bits(b)) {
				return fmt.Errorf("row %d, %s is %q; pandas reads %q", rows.Count(), rows.Columns()[i].Name, v.Text, line[i])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if rows.Count() != int64(len(want)-1) || rows.Count() < 10000 || numbers < cells/2 {
		t.Errorf("%d rows, %d cells, %d numbers; pandas has %d rows", rows.Count(), cells, numbers, len(want)-1)
	}
	t.Logf("%d cells of %d rows agree", cells, rows.Count())
}

func TestYears(t *testing.T) {
	for text, want := range map[string]int{"1990": 1990, "19900801": 1990, "1990-08-01": 1990, "8/1/1990": 1990, "12": 0, "": 0, "0001": 0} {
		if y, ok := source.YearIn(text); int(y) != want && ok {
			t.Errorf("year in %q is %d", text, y)
		}
	}
	for name, want := range map[string]bool{"1990": true, "1990.0": true, "x1990": true, "1990 [YR1990]": true, "year": false, "19901": false, "0990": false} {
		if _, ok := source.YearName(name); ok != want {
			t.Errorf("%q names a year: %v", name, ok)
		}
	}
}
