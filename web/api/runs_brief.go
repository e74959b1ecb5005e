package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt/desk"
)

// documentAsked asks for a finished brief.
type documentAsked struct {
	RunID
	Lang     string `query:"lang" enum:"en,ko" default:"en" doc:"language of the document"`
	Format   string `query:"format" enum:"html,md,json,pdf" default:"html" doc:"form of the document"`
	Download bool   `query:"download" doc:"offer it to be saved, not shown"`
}

// Resolve lets printing take its time.
func (in *documentAsked) Resolve(ctx huma.Context) []error {
	if _, w := humago.Unwrap(ctx); in.Format == "pdf" {
		lasts(w, 2*desk.PrintTime)
	}
	return nil
}

// documentTypes are the media types of documents.
var documentTypes = map[string]string{
	"html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8", "json": "application/json", "pdf": "application/pdf",
}

// documentPolicy lets a brief show itself: its style stands in the page, and
// it needs nothing else, no script least of all.
const documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups"

// document is a brief.
type document struct {
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Policy      string `header:"Content-Security-Policy"`
	Command     string `header:"Shatterbelt-Command"`
	Body        []byte
}

func (s *server) briefRoutes() {
	op := s.operation(route{path: "/runs/{id}/brief", id: "run-brief", tag: runTag,
		en: "A finished brief as a document", ko: "완성된 보고서 문서"})
	content := map[string]*huma.MediaType{}
	for _, t := range documentTypes {
		content[strings.TrimSuffix(t, "; charset=utf-8")] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	}
	op.Parameters = nil
	op.Responses = map[string]*huma.Response{"200": {Description: "The document.", Content: content}}
	register(s, op, s.document)
}

func (s *server) document(ctx context.Context, in *documentAsked) (*document, error) {
	v, err := s.jobs.View(in.ID)
	if err != nil {
		return nil, jobFault(in.ID, err)
	}
	var body []byte
	if in.Format == "pdf" {
		body, err = s.jobs.Print(ctx, in.ID, in.Lang)
	} else {
		body, err = s.jobs.Document(in.ID, in.Lang, in.Format)
	}
	var browser *desk.BrowserError
	if errors.As(err, &browser) {
		detail := strings.ReplaceAll(err.Error(), "--format ", "")
		return nil, problem(http.StatusServiceUnavailable, detail, field("query.format", in.Format, detail))
	}
	if err != nil {
		return nil, jobFault(in.ID, err)
	}
	how := "inline"
	if in.Download {
		how = "attachment"
	}
	out := &document{
		Type: documentTypes[in.Format], Command: v.Command + " --lang " + in.Lang + " --format " + in.Format, Body: body, Policy: policy,
		Disposition: fmt.Sprintf("%s; filename=%q", how, fmt.Sprintf("brief-%s-%s.%s", v.Recipe.State, in.Lang, in.Format)),
	}
	if in.Format == "html" {
		out.Policy = documentPolicy
	}
	return out, nil
}
