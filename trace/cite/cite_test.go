package cite_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/trace/cite"
)

func TestEveryWorkIsComplete(t *testing.T) {
	key := regexp.MustCompile(`^[a-z]+[0-9]*[a-z]*$`)
	year := regexp.MustCompile(`^[0-9]{4}$`)
	for _, w := range cite.All() {
		if w.Author == "" && w.Editor == "" && w.Organization == "" {
			t.Errorf("%s: no author, editor or organization", w.Key)
		}
		if w.Title == "" || !year.MatchString(w.Year) {
			t.Errorf("%s: title %q, year %q", w.Key, w.Title, w.Year)
		}
		if !key.MatchString(w.Key) {
			t.Errorf("%s: a key is lower-case letters, then a year", w.Key)
		}
	}
}

func TestAllIsSortedAndFound(t *testing.T) {
	all := cite.All()
	if !slices.IsSortedFunc(all, func(a, b cite.Work) int {
		if a.Key < b.Key {
			return -1
		}
		return 1
	}) {
		t.Error("All is not in order of key")
	}
	for _, w := range all {
		if got, ok := cite.Lookup(w.Key); !ok || got != w {
			t.Errorf("Lookup(%q) = %v, %v", w.Key, got, ok)
		}
	}
	if _, ok := cite.Lookup("nobody1900"); ok {
		t.Error("Lookup found a work that is not there")
	}
}

// One work under two keys would be cited twice in one list.
func TestNoWorkTwice(t *testing.T) {
	dois, titles := map[string]string{}, map[string]string{}
	for _, w := range cite.All() {
		if other, twice := dois[w.DOI]; twice && w.DOI != "" {
			t.Errorf("%s and %s share the DOI %s", w.Key, other, w.DOI)
		}
		if other, twice := titles[w.Title]; twice {
			t.Errorf("%s and %s share the title %s", w.Key, other, w.Title)
		}
		dois[w.DOI], titles[w.Title] = w.Key, w.Key
	}
}

func TestBibTeXReadsBack(t *testing.T) {
	for _, w := range cite.All() {
		back, err := cite.Parse([]byte(w.BibTeX()))
		if err != nil || len(back) != 1 || back[0] != w {
			t.Errorf("%s reads back as %v, %v", w.Key, back, err)
		}
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, file string
		want       []cite.Work
	}{
		{"empty", "", nil},
		{"braces", "@book{a1, title = {The {War} Trap}, year = {1981}}",
			[]cite.Work{{Key: "a1", Type: "book", Title: "The {War} Trap", Year: "1981"}}},
		{"quotes", `@Book{a1, Title = "A {"}quoted{"} word", year = "1981",}`,
			[]cite.Work{{Key: "a1", Type: "book", Title: `A {"}quoted{"} word`, Year: "1981"}}},
		{"bare number", "@book{a1, year = 1981}", []cite.Work{{Key: "a1", Type: "book", Year: "1981"}}},
		{"space is one", "@book{a1,title={Two\n   lines}}", []cite.Work{{Key: "a1", Type: "book", Title: "Two lines"}}},
		{"comments", "% no @book{here}\nplain text\n@comment{@book{nor here}}\n@book{a1}", []cite.Work{{Key: "a1", Type: "book"}}},
		{"percent in a value", "@book{a1, title = {50% off}}", []cite.Work{{Key: "a1", Type: "book", Title: "50% off"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := cite.Parse([]byte(tt.file))
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("Parse = %+v, %v; want %+v", got, err, tt.want)
			}
		})
	}
}

func TestParseNamesTheLine(t *testing.T) {
	tests := []struct {
		name, file string
		line       int
	}{
		{"no type", "\n@{a}", 2},
		{"no key", "@book{, title={x}}", 1},
		{"macro", "@string{a = {b}}", 1},
		{"open brace", "\n@book{a1,\n title = {never closed\n\n", 3},
		{"open quote", "@book{a1,\n title = \"never closed\n", 2},
		{"no comma", "@book{a1,\n title = {x}\n year = {1}}", 3},
		{"no value", "@book{a1,\n title = ,}", 2},
		{"unknown field", "@book{a1,\n\n titel = {x}}", 3},
		{"field twice", "@book{a1,\n title = {x},\n title = {y}}", 3},
		{"key twice", "@book{a1}\n\n@book{a1}", 3},
		{"stray brace", "@book{a1,\n title = \"x}\"}", 2},
		{"ends early", "@book{a1,\n", 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := cite.Parse([]byte(tt.file))
			var syntax *cite.SyntaxError
			if !errors.As(err, &syntax) || syntax.Line != tt.line {
				t.Errorf("error %v; want one in line %d", err, tt.line)
			}
		})
	}
}

func TestText(t *testing.T) {
	tests := []struct{ key, want string }{
		{"powell2006", "Powell, Robert (2006). War as a Commitment Problem. International Organization 60(1), 169–203. https://doi.org/10.1017/S0020818306060061"},
		{"tullock1980", "Tullock, Gordon (1980). Efficient Rent Seeking. In Toward a Theory of the Rent-Seeking Society, ed. Buchanan, James M., Tollison, Robert D. and Tullock, Gordon, 97–112, Texas A&M University Press, College Station."},
		{"worldbankwdi", "World Bank (2026). World Development Indicators. Continuously revised; the edition read stands with each figure. https://databank.worldbank.org/source/world-development-indicators"},
		{"allison2017", "Allison, Graham (2017). Destined for War: Can America and China Escape Thucydides's Trap? Houghton Mifflin Harcourt, Boston."},
	}
	for _, tt := range tests {
		if w, _ := cite.Lookup(tt.key); w.Text() != tt.want {
			t.Errorf("%s reads\n%s\nwant\n%s", tt.key, w.Text(), tt.want)
		}
	}
}

// What is read must be written and read back the same, whatever the file.
func FuzzParse(f *testing.F) {
	f.Add([]byte("@book{a1, title = {The {War} Trap}, year = 1981} % end"))
	f.Add([]byte(`@misc{b:2, author = "A and B", note = "{"}"}`))
	f.Add([]byte("@comment{{}} @article{x,journal={}}"))
	f.Fuzz(func(t *testing.T, file []byte) {
		works, err := cite.Parse(file)
		if err != nil {
			var syntax *cite.SyntaxError
			if !errors.As(err, &syntax) || syntax.Line < 1 {
				t.Fatalf("error %v names no line", err)
			}
			return
		}
		for _, w := range works {
			back, err := cite.Parse([]byte(w.BibTeX()))
			if err != nil || len(back) != 1 || back[0] != w {
				t.Fatalf("%q\nreads back as %+v, %v", w.BibTeX(), back, err)
			}
			_ = w.Text()
		}
	})
}

func ExampleLookup() {
	w, ok := cite.Lookup("buenodemesquita1981")
	fmt.Println(ok, w.Text())
	// Output: true Bueno de Mesquita, Bruce (1981). The War Trap. Yale University Press, New Haven.
}
