package source_test

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// small are limits that a fuzzing run stays within.
func small() source.Limits {
	l := source.DefaultLimits()
	l.Content, l.Free, l.Memory, l.Nested, l.Rows, l.Record, l.Columns = 1<<22, 1<<20, 1<<20, 1<<20, 1e5, 1<<16, 1000
	return l
}

// placed wants an error of a file to say where and what to do.
func placed(t *testing.T, err error) {
	t.Helper()
	var file *source.FileError
	if errors.As(err, &file) && (file.Line < 0 || file.Column < 0 || file.Remedy == "" || file.File == "") {
		t.Errorf("%+v", file)
	}
	var cell *source.CellError
	if errors.As(err, &cell) && (cell.Line < 1 || cell.Column < 1 || cell.Name == "" || cell.Want == "") {
		t.Errorf("%+v", cell)
	}
}

// FuzzText reads any text as a table, in both encodings and with and without
// stray quotation marks: what is read is UTF-8 and of the width of the header.
func FuzzText(f *testing.F) {
	f.Add([]byte(table), false, false)
	f.Add([]byte("ccode;year;v\r991;1990;C\xf4te\r"), true, false)
	f.Add([]byte("ccode\tyear\tv\tname\n991\t1990\t1\tthe \"best\"\n"), false, true)
	f.Add(wide(table, true), false, false)
	f.Fuzz(func(t *testing.T, data []byte, western, lazy bool) {
		d := tiny(func(l *source.Layout) { l.Western, l.Lazy = western, lazy })
		got, err := read(d, "t", data, small())
		placed(t, err)
		for _, row := range got {
			if !utf8.ValidString(row) {
				t.Errorf("%q is no UTF-8", row)
			}
		}
	})
}

// FuzzSheet reads any rows and shared texts as those of a workbook.
func FuzzSheet(f *testing.F) {
	f.Add(tableRows, "ccode", "worksheets/sheet1.xml")
	f.Add(bookHeader+`<row r="9"><c r="A9" t="s"><v>99</v></c></row>`, "year", "/xl/worksheets/sheet1.xml")
	f.Add(`<row r="-1"><c r="ZZZ1" t="inlineStr"><is><t>x</t></is></c></row>`, "<rPh><t>", "../../x")
	f.Fuzz(func(t *testing.T, rows, shared, target string) {
		book := archive(map[string]string{
			"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
				`<sheets><sheet name="Data" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="` + target + `"/></Relationships>`,
			"xl/sharedStrings.xml":       `<sst><si><t>` + shared + `</t></si><si><t>year</t></si><si><t>v</t></si></sst>`,
			"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
		})
		_, err := read(tiny(), "b.xlsx", book, small())
		placed(t, err)
	})
}

// FuzzStata reads any bytes after the marks of each release.
func FuzzStata(f *testing.F) {
	f.Add(stataFile())
	f.Add([]byte(strings.Replace(string(stataFile()), "<release>118", "<release>117", 1)))
	f.Add(append([]byte{114, 2, 1, 0, 1, 0, 1, 0, 0, 0}, make([]byte, 400)...))
	f.Add(append([]byte{113, 1, 1, 0, 0, 1, 0, 0, 0, 1}, make([]byte, 400)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := read(tiny(), "t.dta", data, small())
		placed(t, err)
	})
}

// FuzzArchive reads any bytes as gzip and as an archive, and lists the hashes of
// what is in it.
func FuzzArchive(f *testing.F) {
	f.Add(packed(table))
	f.Add(archive(map[string]string{"a/t.csv": table, "b.zip": string(archive(map[string]string{"t.csv": table}))}))
	f.Add(archive(map[string]string{"../t.csv": table}))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := source.Bytes("t", data, small())
		if err != nil {
			return
		}
		sums, err := file.Sums()
		placed(t, err)
		if err == nil && (len(sums) < 2 || sums[0] != file.SHA256) {
			t.Errorf("sums %v of %s", sums, file.SHA256)
		}
		_, err = read(tiny(), "t", data, small())
		placed(t, err)
	})
}

// FuzzYears finds years in any text and name of a column.
func FuzzYears(f *testing.F) {
	for _, seed := range []string{"1990", "19900801", "8/1/1990", "1990 [YR1990]", "x1990", "P1494", "-1990", "９９９９"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if y, ok := source.YearIn(text); ok && (y < 1000 || y > 9999 || !strings.Contains(text, strconv.Itoa(int(y)))) {
			t.Errorf("%q has the year %d", text, y)
		}
		if y, ok := source.YearName(text); ok && (y < 1000 || y > 9999 || !strings.Contains(text, strconv.Itoa(int(y)))) {
			t.Errorf("the column %q is of the year %d", text, y)
		}
	})
}

// FuzzResolve asks for any code or name: a match is a state of the list, the
// same in any case, and what is none has no number.
func FuzzResolve(f *testing.F) {
	for i, seed := range []string{"255", "260", "DEU", "de", "276", "GMY", "DDR", "818", "Côte d’Ivoire", "한국", "St. Lucia", "0255.0", "Zimbabwe (Rhodesia)", "x*"} {
		f.Add(seed, i%10, 1990)
	}
	members := map[ir.CCode]bool{}
	for _, m := range source.Members() {
		members[m.CCode] = true
	}
	f.Fuzz(func(t *testing.T, text string, system, year int) {
		if system < 0 || system > int(source.Name) || year < 0 || year > 3000 {
			return
		}
		c, v := source.Resolve(source.Code(system), text, ir.Year(year))
		if (v == source.Matched) != (c != 0) || c != 0 && !members[c] {
			t.Errorf("%q is %d (%d)", text, c, v)
		}
		if up, again := source.Resolve(source.Code(system), " "+text+" ", ir.Year(year)); up != c || again != v {
			t.Errorf("%q between blanks is %d (%d); without %d (%d)", text, up, again, c, v)
		}
	})
}

// FuzzTable reads any text as a small table with named columns.
func FuzzTable(f *testing.F) {
	f.Add([]byte("a,b\n1,2\n"))
	f.Add([]byte("\xef\xbb\xbfA;b\r\n\"x\";\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := source.OpenTable("t", data, "a")
		if err != nil {
			placed(t, err)
			return
		}
		for table.Next() {
			_, _ = table.Number("b")
			if table.Line() < 1 {
				t.Errorf("line %d", table.Line())
			}
		}
		if err := table.Err(); err != nil && !errors.Is(err, io.EOF) {
			placed(t, err)
		}
	})
}
