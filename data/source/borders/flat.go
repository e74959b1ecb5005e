package borders

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// read makes rows of the JSON form: a row a country, a column a path.
func read(f *source.File) (source.Records, error) {
	var countries []map[string]any
	if err := source.DecodeJSON(f, &countries); err != nil {
		return nil, err
	}
	named := map[string]bool{}
	flat := make([]map[string]string, len(countries))
	for i, c := range countries {
		flat[i] = map[string]string{}
		for _, key := range slices.Sorted(maps.Keys(c)) {
			flatten(flat[i], key, c[key])
		}
		for path := range flat[i] {
			named[path] = true
		}
	}
	header := slices.Sorted(maps.Keys(named))
	rows := make([][]string, len(flat))
	for i, c := range flat {
		rows[i] = make([]string, len(header))
		for j, path := range header {
			rows[i][j] = c[path]
		}
	}
	return source.NewRecords(header, rows), nil
}

// flatten writes a value under its path. Of currencies the CSV keeps the codes
// and of languages the names; names in a country's own languages, which differ
// in path from country to country, stay as they are written.
func flatten(row map[string]string, path string, v any) {
	inner, ok := v.(map[string]any)
	if !ok {
		row[path] = text(v)
		return
	}
	keys := slices.Sorted(maps.Keys(inner))
	switch path {
	case "currencies":
		row[path] = strings.Join(keys, ",")
	case "languages":
		var names []string
		for _, k := range keys {
			names = append(names, text(inner[k]))
		}
		row[path] = strings.Join(names, ",")
	case "name.native":
		row[path] = text(v)
	default:
		for _, k := range keys {
			flatten(row, path+"."+k, inner[k])
		}
	}
}

// text is a value as the CSV writes it.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		if v {
			return "1"
		}
		return "0"
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = text(e)
		}
		return strings.Join(parts, ",")
	}
	b, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(b)
}
