package openbases

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Dataset declares the list as the map's script holds it, with the place of each
// base in words, and as a table made from it, without.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "open-base-map", Title: "Open Base Map", Publisher: "Interactive Maps", Licence: "none stated", Cite: "openbasemap2024",
		URL:  "https://github.com/InteractiveMaps/Open-Base-Map",
		Note: "hand-kept from open sources and not reviewed; the host is not coded, only told in words; a mark after a name is the map's footnote",
		Get:  "the file is open_base_map_data.js of the repository",
		Editions: []source.Edition{{Name: "2024", States: 18, Files: []source.Known{
			{File: "open_base_map_data.js", Rows: 167, SHA256: "c46d5e43210f683b66c20f866adf555e2edd2de4541456c20458c399af54df55"},
			{File: "open_base_map.csv", Rows: 167, SHA256: "e47ffc0e3327394610a27ed7291b8570d9c06a39b89ab33163ecf4eb334ee526"},
		}}},
		Layouts: []source.Layout{
			{Table: "base", Columns: columns(scriptColumns...), Match: isScript, Read: readScript},
			{Table: "base", Exact: true, Columns: columns("owner", "base", "lat", "lon")},
		},
	}
}

// columns are those of the table, and typed so however it is written.
func columns(names ...string) []source.Column {
	var out []source.Column
	for _, n := range names {
		c := source.Column{Name: n}
		switch n {
		case "owner":
			c.Code = source.Name
		case "lat", "lon":
			c.Type, c.Unit = source.Float, "degrees"
		}
		out = append(out, c)
	}
	return out
}

var scriptColumns = []string{"owner", "base", "location", "also_used_by", "lat", "lon"}

var (
	opening = regexp.MustCompile(`^const bases *= *\[`)
	closing = regexp.MustCompile(`^\];?$`)
	textual = regexp.MustCompile(`^(country|baseName|location|alsoUsedBy) *: *"([^"]*)" *,?$`)
	placed  = regexp.MustCompile(`^coordinates *: *\[ *(-?[0-9.]+) *, *(-?[0-9.]+) *\] *,?$`)
	frame   = regexp.MustCompile(`^([{}\]],?|baseLocations *: *\[|numberOfBases *:.*)?$`)
)

func isScript(h source.Head) bool {
	return len(h.Rows) > 0 && len(h.Rows[0]) > 0 && opening.MatchString(strings.TrimSpace(h.Rows[0][0]))
}

// script is the state of reading line by line; a base is complete at its
// coordinates, which come last.
type script struct {
	file *source.File
	line int
	rows [][]string
	now  map[string]string
}

// readScript reads the list of bases, which is JavaScript and no JSON: names of
// fields are bare and commas stand after the last of a list. What follows the
// list, the map's own references, is left alone.
func readScript(f *source.File) (source.Records, error) {
	data, err := f.Text()
	if err != nil {
		return nil, err
	}
	s := &script{file: f, now: map[string]string{}}
	for line := range bytes.Lines(data) {
		s.line++
		text := strings.TrimRight(string(line), "\r\n")
		if s.line > 1 && closing.MatchString(text) {
			return source.NewRecords(scriptColumns, s.rows), nil
		}
		if err := s.take(strings.TrimSpace(text)); err != nil {
			return nil, err
		}
	}
	return nil, s.fault("the list of bases does not end")
}

func (s *script) take(text string) error {
	switch m, at := textual.FindStringSubmatch(text), placed.FindStringSubmatch(text); {
	case s.line == 1 && opening.MatchString(text), frame.MatchString(text):
		return nil
	case m != nil:
		s.now[m[1]] = m[2]
		return nil
	case at != nil && s.now["country"] != "" && s.now["baseName"] != "":
		n := s.now
		s.rows = append(s.rows, []string{n["country"], n["baseName"], n["location"], n["alsoUsedBy"], at[1], at[2]})
		s.now = map[string]string{"country": n["country"]}
		return nil
	case at != nil:
		return s.fault("coordinates before an owner and a base")
	}
	return s.fault(fmt.Sprintf("%.80q is no part of the list", text))
}

func (s *script) fault(problem string) error {
	return &source.FileError{File: s.file.Name, Line: s.line, Column: 1, Problem: problem, Remedy: "give the script as published, or the table made from it"}
}
