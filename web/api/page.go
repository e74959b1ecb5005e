package api

import (
	"fmt"
	"net/url"
	"strconv"
)

// Page asks for a part of the rows; all of them unless it says otherwise, so
// that a program that reads the address gets the whole table.
type Page struct {
	Limit  int `query:"limit" minimum:"0" maximum:"1000000" doc:"how many rows at most (default: all); the Link header leads on"`
	Offset int `query:"offset" minimum:"0" maximum:"1000000000" doc:"how many rows are passed over"`
}

// cut is the part of the rows that is asked for.
func cut[T any](rows []T, p Page) []T {
	rows = rows[min(p.Offset, len(rows)):]
	if p.Limit > 0 {
		rows = rows[:min(p.Limit, len(rows))]
	}
	return rows
}

// links leads from one part of the rows to the others (RFC 8288).
func links(address url.URL, total int) string {
	query := address.Query()
	limit, _ := strconv.Atoi(query.Get("limit"))
	offset, _ := strconv.Atoi(query.Get("offset"))
	if limit <= 0 {
		return ""
	}
	out := ""
	link := func(at int, rel string) {
		query.Set("offset", strconv.Itoa(at))
		if out != "" {
			out += ", "
		}
		out += fmt.Sprintf("<%s?%s>; rel=%q", address.EscapedPath(), query.Encode(), rel)
	}
	if offset > 0 {
		link(0, "first")
		link(max(0, offset-limit), "prev")
	}
	if offset+limit < total {
		link(offset+limit, "next")
		link((total-1)/limit*limit, "last")
	}
	return out
}
