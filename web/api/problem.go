package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// problemType is the media type of a fault (RFC 9457).
const problemType = "application/problem+json"

// problem is a fault of a request, with the field it lies in where it has one.
func problem(status int, detail string, fields ...*huma.ErrorDetail) *huma.ErrorModel {
	return &huma.ErrorModel{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail, Errors: fields}
}

// field is a fault of one field: its location, such as query.year, what was
// given and what is wrong with it.
func field(location string, value any, message string) *huma.ErrorDetail {
	return &huma.ErrorDetail{Location: location, Value: value, Message: message}
}

// refuse writes a problem.
func refuse(w http.ResponseWriter, p *huma.ErrorModel) {
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		http.Error(w, p.Detail, p.Status)
		return
	}
	h := w.Header()
	h.Set("Content-Type", problemType)
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(p.Status)
	_, _ = w.Write(append(b, '\n'))
}

// fault turns an error of a library call into a problem; location is the field
// that the call was given.
func fault(location string, value any, err error) error {
	var (
		already *huma.ErrorModel
		unknown *ir.UnknownStateError
		missing *desk.UnknownError
		ask     *desk.AskError
		within  *desk.FieldError
		data    *study.DataError
		file    *yamlfile.Error
	)
	switch {
	case errors.As(err, &already):
		return already
	case errors.As(err, &within):
		return fault(inside(location, within.Field), within.Value, within.Err)
	case errors.As(err, &ask):
		return problem(http.StatusUnprocessableEntity, ask.Error(), field(inside(location, ask.Field), value, ask.Problem))
	case errors.As(err, &unknown), errors.As(err, &missing):
		return problem(http.StatusNotFound, err.Error(), field(location, value, err.Error()))
	case errors.As(err, &data), errors.As(err, &file):
		// What a flag is on a command line is a parameter here.
		text := strings.ReplaceAll(err.Error(), "--", "")
		return problem(http.StatusUnprocessableEntity, text, field(location, value, text))
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return problem(http.StatusServiceUnavailable, "the answer took too long and was given up; ask again")
	}
	return err
}

// inside is the location of a field of the part of a request that location
// names, or location itself where it names a field already.
func inside(location, name string) string {
	if name == "" || strings.Contains(location, ".") {
		return location
	}
	return location + "." + name
}
