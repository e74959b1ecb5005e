package yamlfile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// sizes reads a format of one mapping from words to numbers of 0 to 9.
func sizes(data string) (map[string]float64, error) {
	r := yamlfile.Reader{File: "sizes.yaml", Kind: "file of sizes", MaxBytes: 100, Empty: "write one size"}
	found := map[string]float64{}
	if root, ok := r.Read([]byte(data)); ok {
		for _, e := range r.Entries(root, "the file", []string{"width", "height"}) {
			if v, ok := r.Within(e.Value, e.Key, 0, 9); ok {
				found[e.Key] = v
			}
		}
		r.Need(root, "the file", r.Entries(root, "the file", []string{"width", "height"}), "width")
	}
	return found, r.Err()
}

func TestErrorsNameThePlaceAndTheRemedy(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"a slip", "width: 1\nheigth: 2", `sizes.yaml:2:1: unknown key "heigth"; did you mean "height"?`},
		{"out of bounds", "width: 12", "sizes.yaml:1:8: width is 12, out of bounds; want a number from 0 to 9"},
		{"not a number", "width: wide", `sizes.yaml:1:8: width is "wide"; want a number from 0 to 9`},
		{"quoted", `width: "3"`, "sizes.yaml:1:8: width is text; take the quotes away; want a number from 0 to 9"},
		{"twice", "width: 1\nwidth: 2", `sizes.yaml:2:1: key "width" comes twice, first on line 1; keep one of them`},
		{"missing", "height: 1", "sizes.yaml:1:1: the file has no width; add width:"},
		{"empty", "", "sizes.yaml: empty file; write one size"},
		{"too long", strings.Repeat("#", 101), "sizes.yaml: 101 bytes long, and a file of sizes may have 100; check that it is the right file, or split it"},
		{"an alias", "width: &a 1\nheight: *a", "sizes.yaml:1:8: an anchor (&) cannot be used in a file of sizes; write the value out, in quotes if it is text"},
		{"no text", "width: \x01", "sizes.yaml:1:8: byte 7: character U+0001 is not text; check that it is a text file in UTF-8"},
		{"a list", "- 1", "sizes.yaml:1:1: the file is a list; want keys and values: width, height"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := sizes(tt.data)
			var e *yamlfile.Error
			if !errors.As(err, &e) || e.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestErrorsComeInOrderAndNotTooMany(t *testing.T) {
	var b strings.Builder
	for range 25 {
		b.WriteString("a: 1\n")
	}
	r := yamlfile.Reader{File: "f", Kind: "file", MaxBytes: 1000}
	root, ok := r.Read([]byte(b.String()))
	if !ok {
		t.Fatal(r.Err())
	}
	r.FailAt(30, 1, "last", "")
	r.Entries(root, "the file", []string{"width"})
	lines := strings.Split(r.Err().Error(), "\n")
	if r.Problems() != 26 || len(lines) != 20 || !strings.HasPrefix(lines[0], "f:1:1:") {
		t.Errorf("%d problems, %d reported, first %s", r.Problems(), len(lines), lines[0])
	}
}

func ExampleReader() {
	got, err := sizes("width: 3\nheight: 4.5")
	fmt.Println(got["width"], got["height"], err)
	// Output: 3 4.5 <nil>
}

func FuzzReader(f *testing.F) {
	f.Add("width: 3")
	f.Add("width: {a: [1, 2]}")
	f.Fuzz(func(t *testing.T, data string) {
		found, err := sizes(data)
		if err == nil && len(found) == 0 {
			t.Errorf("%q: neither a size nor an error", data)
		}
	})
}
