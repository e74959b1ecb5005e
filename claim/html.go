package claim

import (
	"html/template"
	"io"
)

// page is one self-contained document.
var page = template.Must(template.New("claims").Parse(`<!doctype html>
<html lang="{{.Lang}}"><head><meta charset="utf-8"><title>{{.Title}}</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
h2{margin-top:2rem}h3{font-size:1rem;margin-top:1.5rem}figure{margin:1rem 0}dt{font-weight:600}
</style></head><body><h1>{{.Title}}</h1>{{if .Rules}}<p>{{.Rules}}</p>{{end}}
<table><thead><tr>{{range .Head}}<th>{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Rows}}<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>
{{end}}</tbody></table>
{{range .Sections}}<h2>{{.Title}}</h2><p>{{.Statement}}</p><dl>
{{range .Lines}}<dt>{{index . 0}}</dt><dd>{{index . 1}}</dd>
{{end}}</dl>
{{range .Pictures}}<figure>{{.}}</figure>
{{end}}{{range .Tables}}<h3>{{.Title}}</h3>
{{if .Rows}}<table><thead><tr>{{range .Head}}<th>{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Rows}}<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>
{{end}}</tbody></table>
{{end}}{{end}}{{end}}</body></html>
`))

type pageSection struct {
	ID, Title, Statement string
	Lines                [][2]string
	Tables               []TextTable
	Parts                []*PartFinding
	Pictures             []template.HTML
}

// Draw makes a picture of a part as inline SVG under an id of its own, or "" where
// there is none.
type Draw func(id string, p *PartFinding, lang string) template.HTML

// HTML writes findings as one self-contained page, with what [Markdown] says and
// a picture of every part that draw makes one of.
func HTML(w io.Writer, views [][]Finding, rules, lang string, draw Draw) error {
	o := outline(views, rules, lang)
	for i := range o.Sections {
		s := &o.Sections[i]
		for _, p := range s.Parts {
			if picture := draw(s.ID+"-"+p.Part.Name, p, lang); picture != "" {
				s.Pictures = append(s.Pictures, picture)
			}
		}
	}
	return page.Execute(w, o)
}
