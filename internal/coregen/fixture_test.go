package coregen

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
)

// fictional is three invented states, one of which has unlike numbers in the
// two lists of states, and the two that the trade and troop files are about.
const fictional = `iso3,ccode,gwcode,natural_earth,name_en,name_ko,aliases,capital_en,capital_ko,capital_lat,capital_lon,capital_source,ddf,owid,sipri,imts,troops
XAA,991,981,901,Alpha,알파,A|Alphaland,Aton,아톤,,,,,Alpha,Alpha Rep.,"Alpha, Republic of",991|1991
XBB,992,992,902,Beta,베타,,Bton,비톤,,,,,Beta,Beta,Beta,992
XCC,993,993,903,Gamma,감마,,Cton,씨톤,,,,,Gamma,Gamma,Gamma,993
CHN,710,710,156,China,중국,,Beijing,베이징,,,,,China,China,"China, People's Republic of",710
USA,2,2,840,United States,미국,,Washington,워싱턴,,,,,United States,United States of America,United States,2
`

// given returns a generator over files written for one test. A name that ends
// in .gz is packed.
func given(t *testing.T, files map[string]string) *generator {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		data := []byte(text)
		if strings.HasSuffix(name, ".gz") {
			data = packed(t, data)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	members, err := readMembers([]byte(fictional))
	if err != nil {
		t.Fatal(err)
	}
	indicators, err := readIndicators(indicatorsTable)
	if err != nil {
		t.Fatal(err)
	}
	return &generator{folder: newFolder(dir), members: members, indicators: indicators}
}

func packed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// book packs the parts of a workbook.
func book(t testing.TB, parts map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// find returns the figure of an indicator, dyad and year.
func (g *generator) find(indicator, state, partner string, y ir.Year) (Figure, bool) {
	i := slices.IndexFunc(g.figures, func(f Figure) bool {
		return compare(f, Figure{Indicator: indicator, State: state, Partner: partner, Year: y}) == 0
	})
	if i < 0 {
		return Figure{}, false
	}
	return g.figures[i], true
}

// A want is what a figure should be; absent when value is NaN.
type want struct {
	indicator, state, partner string
	year                      ir.Year
	value                     float64
}

func (g *generator) expect(t *testing.T, wants ...want) {
	t.Helper()
	for _, w := range wants {
		f, ok := g.find(w.indicator, w.state, w.partner, w.year)
		switch {
		case math.IsNaN(w.value) && ok:
			t.Errorf("%s of %s %s in %d is %v; want none", w.indicator, w.state, w.partner, w.year, f.Value)
		case math.IsNaN(w.value):
		case !ok:
			t.Errorf("no %s of %s %s in %d; want %v", w.indicator, w.state, w.partner, w.year, w.value)
		case math.Abs(f.Value-w.value) > 1e-6*math.Abs(w.value):
			t.Errorf("%s of %s %s in %d is %v; want %v", w.indicator, w.state, w.partner, w.year, f.Value, w.value)
		}
	}
}

// none marks a figure that must be absent.
var none = math.NaN()

// ok fails the test where a step reported an error.
func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fails checks that an error has each of the parts a reader needs.
func fails(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; want one with %q", parts)
	}
	for _, p := range parts {
		if !strings.Contains(err.Error(), p) {
			t.Errorf("error is %q; want it to say %q", err, p)
		}
	}
}
