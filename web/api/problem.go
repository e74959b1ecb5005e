package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

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
		data    *study.DataError
		file    *yamlfile.Error
	)
	switch {
	case errors.As(err, &already):
		return already
	case errors.As(err, &unknown):
		return problem(http.StatusNotFound, err.Error(), field(location, value, err.Error()))
	case errors.As(err, &data), errors.As(err, &file):
		return problem(http.StatusUnprocessableEntity, err.Error(), field(location, value, err.Error()))
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return problem(http.StatusServiceUnavailable, "the answer took too long and was given up; ask again")
	}
	return err
}
