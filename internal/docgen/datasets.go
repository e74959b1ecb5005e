package docgen

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	datasource "github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// dataFolder holds the pages on data, and dataIndex lists them.
const (
	dataFolder = "docs/data"
	dataIndex  = dataFolder + "/README.md"
)

// marker ends what is written by hand on a page and names the datasets that it
// is about; what follows is generated.
var marker = regexp.MustCompile(`(?m)^<!-- datasets: ([a-z0-9, -]+); make docs writes what follows -->\n`)

// A MarkerError says what is wrong with the markers of the pages on data.
type MarkerError struct{ Page, Problem string }

func (e *MarkerError) Error() string { return fmt.Sprintf("docgen: %s: %s", e.Page, e.Problem) }

// datasetPages writes the generated part of every page on data that lies below
// root, and the index of all. Each dataset must be on one page.
func datasetPages(root string, all []datasource.Dataset) (map[string][]byte, error) {
	files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(dataFolder), "*.md"))
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	on := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		page := dataFolder + "/" + filepath.Base(file)
		m := marker.FindSubmatchIndex(text)
		if m == nil {
			continue
		}
		var b strings.Builder
		b.Write(text[:m[1]])
		for _, key := range strings.Split(string(text[m[2]:m[3]]), ", ") {
			i := slices.IndexFunc(all, func(d datasource.Dataset) bool { return d.Key == key })
			if i < 0 || on[key] != "" {
				return nil, &MarkerError{page, fmt.Sprintf("dataset %q is none, or on %s already", key, on[key])}
			}
			on[key] = page
			describe(&b, all[i])
		}
		out[page] = []byte(b.String())
	}
	for _, d := range all {
		if on[d.Key] == "" {
			return nil, &MarkerError{dataFolder, fmt.Sprintf("no page names the dataset %q in its marker", d.Key)}
		}
	}
	out[dataIndex] = index(all, on)
	return out, nil
}

// index lists every dataset with its page, what it covers and how to get it.
func index(all []datasource.Dataset, on map[string]string) []byte {
	var b strings.Builder
	b.WriteString("# Data\n\nThe [core](core.md) comes with the program ([inventory](inventory.md)). " +
		"These datasets are imported from their published files by `shatterbelt data import`, " +
		"and where an address is known fetched by `shatterbelt data pull`. Written by `make docs` from the declarations. " +
		"A table of your own is imported by a [mapping](user.md).\n\n")
	line(&b, []string{"Dataset", "Title", "Newest edition", "Years", "States", "To get it"})
	line(&b, slices.Repeat([]string{"---"}, 6))
	for _, d := range all {
		e := d.Editions[len(d.Editions)-1]
		how := "by hand"
		if pulled(e) {
			how = "`data pull " + d.Key + "`"
		}
		name := fmt.Sprintf("[`%s`](%s)", d.Key, filepath.Base(on[d.Key]))
		line(&b, []string{name, d.Title, e.Name, years(e.First, e.Last), count(e.States), how})
	}
	return []byte(b.String())
}

func pulled(e datasource.Edition) bool {
	return slices.ContainsFunc(e.Files, func(k datasource.Known) bool { return k.URL != "" })
}

func years(first, last ir.Year) string {
	if first == 0 && last == 0 {
		return ""
	}
	return fmt.Sprintf("%d-%d", first, last)
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// describe writes what a declaration says of a dataset.
func describe(b *strings.Builder, d datasource.Dataset) {
	fmt.Fprintf(b, "\n## Dataset `%s`\n\n%s. Publisher: %s. Licence: %s. Cite [%s].", d.Key, d.Title, d.Publisher, d.Licence, d.Cite)
	if d.Note != "" {
		fmt.Fprintf(b, " Mind: %s.", strings.TrimSuffix(d.Note, "."))
	}
	b.WriteString("\n\n### Getting and importing\n\n")
	for i := len(d.Editions) - 1; i >= 0; i-- {
		if e := d.Editions[i]; pulled(e) {
			fmt.Fprintf(b, "Edition %s: `shatterbelt data pull %s%s`. ", e.Name, d.Key, map[bool]string{false: " --version " + e.Name}[i == len(d.Editions)-1])
		}
	}
	fmt.Fprintf(b, "By hand: %s", d.URL)
	if d.Get != "" {
		fmt.Fprintf(b, " (%s)", d.Get)
	}
	b.WriteString(", then `shatterbelt data import FILE`. The name of the file does not matter.\n\n### Coverage\n\n")
	coverage(b, d)
	b.WriteString("\n### Columns\n\n")
	columns(b, d)
	b.WriteString("\n### What analyses take from it\n\n")
	indicators(b, d)
}

// coverage lists editions and their files.
func coverage(b *strings.Builder, d datasource.Dataset) {
	line(b, []string{"Edition", "Years", "States", "File", "Rows", "SHA-256", "Address"})
	line(b, slices.Repeat([]string{"---"}, 7))
	for _, e := range d.Editions {
		cells := []string{e.Name, years(e.First, e.Last), count(e.States)}
		if len(e.Files) == 0 {
			line(b, append(cells, "none looked at", "", "", ""))
		}
		for _, k := range e.Files {
			hash := "not known: imported as unverified"
			if k.SHA256 != "" {
				hash = "`" + k.SHA256 + "`"
			}
			if k.Unpacked != "" {
				hash += ", unpacked `" + k.Unpacked + "`"
			}
			line(b, append(cells, "`"+k.File+"`", count(k.Rows), hash, k.URL))
			cells = []string{"", "", ""}
		}
	}
}

// columns lists the columns of each table once, whatever the layouts it comes
// in.
func columns(b *strings.Builder, d datasource.Dataset) {
	line(b, []string{"Table", "Column", "Type", "Unit", "States by", "Missing beside the empty cell", "Note"})
	line(b, slices.Repeat([]string{"---"}, 7))
	for _, table := range d.Tables() {
		seen := map[string]bool{}
		for _, l := range d.Layouts {
			if l.Table != table {
				continue
			}
			for _, c := range l.Columns {
				if seen[datasource.Folded(c.Name)] {
					continue
				}
				seen[datasource.Folded(c.Name)] = true
				note := c.Note
				if c.Optional {
					note = strings.TrimPrefix(note+"; not in every file", "; ")
				}
				line(b, []string{"`" + table + "`", "`" + c.Name + "`", c.Type.String(), c.Unit, c.Code.String(), marks(c.Missing), note})
			}
			if l.When.Wide && !seen["each year"] {
				seen["each year"] = true
				line(b, []string{"`" + table + "`", "one a year", "float", "", "", "", ""})
			}
		}
	}
	b.WriteString("\nOther columns of a file are kept as they are, as text.\n")
}

func marks(missing []string) string {
	var out []string
	for _, m := range missing {
		if m != "" {
			out = append(out, "`"+m+"`")
		}
	}
	return strings.Join(out, ", ")
}

// indicators lists the series that the dataset gives to a panel.
func indicators(b *strings.Builder, d datasource.Dataset) {
	if len(d.Series) == 0 {
		b.WriteString("Nothing by itself. `shatterbelt data export` writes its tables for other programs.\n")
		return
	}
	line(b, []string{"Indicator", "Unit", "Of", "From", "World"})
	line(b, slices.Repeat([]string{"---"}, 5))
	for _, s := range d.Series {
		of := s.Indicator.Form.String()
		if s.Indicator.Holds != panel.Point {
			of += ", " + s.Indicator.Holds.String()
		}
		from := "`" + s.Table + "`"
		if s.Value != "" {
			from += ", `" + s.Value + "`"
		}
		line(b, []string{"`" + s.Indicator.Name + "`", s.Indicator.Unit, of, from, map[bool]string{true: "their sum"}[s.Total]})
	}
}
