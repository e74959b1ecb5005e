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
h2{margin-top:2rem}dt{font-weight:600}
</style></head><body><h1>{{.Title}}</h1>{{if .Rules}}<p>{{.Rules}}</p>{{end}}
<table><thead><tr>{{range .Head}}<th>{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Rows}}<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>
{{end}}</tbody></table>
{{range .Sections}}<h2>{{.Title}}</h2><p>{{.Statement}}</p><dl>
{{range .Lines}}<dt>{{index . 0}}</dt><dd>{{index . 1}}</dd>
{{end}}</dl>
{{end}}</body></html>
`))

type pageSection struct {
	Title, Statement string
	Lines            [][2]string
}

// HTML writes findings as one self-contained page, with what [Markdown] says.
func HTML(w io.Writer, views [][]Finding, rules, lang string) error {
	o := outline(views, rules, lang)
	return page.Execute(w, o)
}
