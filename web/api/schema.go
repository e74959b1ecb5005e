package api

import (
	"path"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// schemaName names the schema of a type after its package and itself, since
// packages have types of one name.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name := huma.DefaultSchemaNamer(t, hint)
	if pkg := path.Base(t.PkgPath()); pkg != "." && pkg != "api" && pkg != "desk" && pkg != "v2" {
		return huma.DefaultSchemaNamer(reflect.TypeFor[struct{}](), pkg) + name
	}
	return name
}
