package capability

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// WeightsSchema is what a file of weights says it is, on its schema line.
const WeightsSchema = "shatterbelt/weights/1"

// What a file of weights may hold.
const (
	maxWeightsBytes = 1 << 18
	maxWeights      = 50   // composites, components or indicators in one list
	maxWeight       = 1000 // of one of them
	maxTitle        = 200  // bytes
)

// ParseWeights reads composites from a file of weights; file is its name, for
// errors only. Known, unless nil, lists the indicators that exist; others are
// then refused. A component that lists no indicators takes the built-in ones of
// its name.
//
// Whatever is wrong is reported as one or more joined [*yamlfile.Error], and no
// weights are returned.
func ParseWeights(file string, data []byte, known []string) ([]Weights, error) {
	return parseWeights(file, data, known, Presets()[0].Components)
}

// parseWeights reads weights whose components may leave their indicators to
// those of table; where it is nil, to those of the first composite of the file.
func parseWeights(file string, data []byte, known []string, table []Component) ([]Weights, error) {
	r := weightsReader{
		Reader: &yamlfile.Reader{
			File: file, Kind: "file of weights", MaxBytes: maxWeightsBytes,
			Empty: "start with schema: " + WeightsSchema + " and a list under weights:",
		},
		known: known, table: table,
	}
	var found []Weights
	if root, ok := r.Read(data); ok {
		found = r.document(root)
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

// weightsReader turns YAML into weights.
type weightsReader struct {
	*yamlfile.Reader
	known []string    // indicators; nil for any
	table []Component // whose indicators stand in for those a file leaves out
}

func (r *weightsReader) document(root ast.Node) []Weights {
	if r.Newer(root, WeightsSchema) {
		return nil
	}
	top := r.Entries(root, "the file", []string{"schema", "weights"})
	r.Need(root, "the file", top, "schema", "weights")
	var found []Weights
	for _, e := range top {
		if e.Key == "schema" {
			r.Schema(e.Value, WeightsSchema)
			continue
		}
		for _, n := range r.list(e.Value, "weights", "a composite") {
			w := r.composite(n)
			if r.table == nil {
				r.table = w.Components
			}
			if slices.ContainsFunc(found, func(o Weights) bool { return o.Name == w.Name }) {
				r.Fail(n, fmt.Sprintf("name %q comes twice", w.Name), "give each its own name")
			}
			found = append(found, w)
		}
	}
	return found
}

// list returns the items of a list that must hold something and not too much.
func (r *weightsReader) list(n ast.Node, what, item string) []ast.Node {
	before := r.Problems()
	items := r.Items(n, what)
	switch {
	case len(items) == 0 && r.Problems() == before:
		r.Fail(n, what+" is empty", "add "+item)
	case len(items) > maxWeights:
		r.Fail(items[maxWeights], fmt.Sprintf("%d items under %s, and a list may have %d", len(items), what, maxWeights),
			"keep those that matter")
		return nil
	}
	return items
}

func (r *weightsReader) composite(n ast.Node) Weights {
	found := r.Entries(n, "a composite", []string{"name", "title", "components"})
	r.Need(n, "the composite", found, "name", "title", "components")
	var w Weights
	for _, e := range found {
		switch e.Key {
		case "name":
			w.Name = r.name(e.Value)
		case "title":
			titles := r.Entries(e.Value, "title", []string{"en", "ko"})
			r.Need(e.Value, "title", titles, "en", "ko")
			for _, t := range titles {
				if text := r.title(t.Value); t.Key == "en" {
					w.EN = text
				} else {
					w.KO = text
				}
			}
		case "components":
			w.Components = r.components(e.Value)
		}
	}
	return w
}

func (r *weightsReader) title(n ast.Node) string {
	text, ok := r.Word(n, "title", "text")
	if ok && (text == "" || len(text) > maxTitle) {
		r.Fail(n, fmt.Sprintf("title is %d bytes long", len(text)), fmt.Sprintf("want 1 to %d", maxTitle))
	}
	return text
}

var weightName = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func (r *weightsReader) name(n ast.Node) string {
	const want = "lower-case words joined by underscores, such as economic_capability"
	text, ok := r.Word(n, "name", want)
	if ok && (!weightName.MatchString(text) || len(text) > 64) {
		r.Fail(n, fmt.Sprintf("name is %q", yamlfile.Short(text)), "want "+want)
	}
	return text
}

func (r *weightsReader) weight(n ast.Node) float64 {
	v, _ := r.Within(n, "weight", 0, maxWeight)
	return v
}
