package owid

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// description is what lies beside a table: where it is from, and its fields.
type description struct {
	Title   string `json:"title"`
	Sources []struct {
		Name string `json:"name"`
		Link string `json:"link"`
		Date string `json:"retrievedDate"`
	} `json:"sources"`
	Resources []struct {
		Schema struct {
			Fields []struct {
				Name        string          `json:"name"`
				Type        string          `json:"type"`
				Description string          `json:"description"`
				Display     json.RawMessage `json:"owidDisplaySettings"`
			} `json:"fields"`
		} `json:"schema"`
	} `json:"resources"`
}

// display is how the publisher shows a field. Some files hold it as an object
// and some as a text that holds the object.
type display struct {
	Unit   string      `json:"unit"`
	Factor json.Number `json:"conversionFactor"`
}

var fieldColumns = []string{"field", "type", "unit", "factor", "description", "source", "link", "retrieved"}

// describing is the layout of the description of one table. factor is what a
// value is multiplied by to be in unit, where it is not 1.
func describing(title string) source.Layout {
	return source.Layout{
		Table: fields,
		Match: func(h source.Head) bool {
			var d description
			return h.Form == source.JSON && json.Unmarshal([]byte(h.Start), &d) == nil && d.Title == title
		},
		Read: readFields,
	}
}

func readFields(f *source.File) (source.Records, error) {
	var d description
	if err := source.DecodeJSON(f, &d); err != nil {
		return nil, err
	}
	var names, links, dates []string
	for _, s := range d.Sources {
		names, links, dates = append(names, s.Name), append(links, s.Link), append(dates, s.Date)
	}
	var rows [][]string
	for _, r := range d.Resources {
		for _, field := range r.Schema.Fields {
			show, err := shown(field.Display)
			if err != nil {
				return nil, damaged(f, err)
			}
			rows = append(rows, []string{
				field.Name, field.Type, show.Unit, show.Factor.String(), field.Description,
				strings.Join(names, "; "), strings.Join(links, "; "), strings.Join(dates, "; "),
			})
		}
	}
	return source.NewRecords(fieldColumns, rows), nil
}

// shown opens the settings of a field, whichever way they are held.
func shown(raw json.RawMessage) (d display, err error) {
	if len(raw) == 0 {
		return d, nil
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		if text == "" {
			return d, nil
		}
		raw = json.RawMessage(text)
	}
	return d, json.Unmarshal(raw, &d)
}

func damaged(f *source.File, err error) error {
	return &source.FileError{File: f.Name, Line: 1, Column: 1, Problem: fmt.Sprintf("the settings of a field are no JSON: %v", err), Remedy: "fetch the file again"}
}
