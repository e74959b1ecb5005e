package api

import (
	"context"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/desk"
)

// version names the program that answers.
type version struct {
	Schema  string `json:"schema"`
	Version string `json:"version"`
}

// health says that the program answers.
type health struct {
	Status string `json:"status" enum:"ok"`
}

func (s *server) versions() {
	read[struct{}, version](s, route{path: "/version", id: "version", tag: "about", en: "The version of the program", ko: "프로그램 버전"},
		func(context.Context, *struct{}) (desk.Answer, error) {
			return desk.Answer{JSON: version{"shatterbelt/version/1", shatterbelt.Version}, Command: "shatterbelt version"}, nil
		})
	read[struct{}, health](s, route{path: "/health", id: "health", tag: "about", en: "Whether the program answers", ko: "프로그램 응답 여부"},
		func(context.Context, *struct{}) (desk.Answer, error) {
			return desk.Answer{JSON: health{"ok"}}, nil
		})
}
