package docgen

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// module is the path that package paths begin with.
const module = "github.com/shatterbelt/shatterbelt/"

// A Table is one parameter struct as a page shows it.
type Table struct {
	Name   string // as in Go, such as "game.Terms"
	Folder string // of its package, such as "mechanism/game"
	Doc    string // the struct's doc comment
	Rows   []Row
}

// A Row is one parameter and its doc comment.
type Row struct {
	param.Field
	Doc string
}

// Tables describes the structs that declare the parameters of values, each
// once, in order: a struct inside another has a table of its own. Root is the
// folder of the module, where the doc comments are read.
func Tables(root string, values []any) ([]Table, error) {
	s, err := parse(root)
	if err != nil {
		return nil, err
	}
	said := s.comments()
	var tables []Table
	place := map[reflect.Type]int{}
	type declared struct {
		in   reflect.Type
		name string
	}
	done := map[declared]bool{}
	for _, v := range values {
		outer := reflect.TypeOf(v)
		for _, f := range param.Fields(v) {
			t := declarer(outer, f.Index)
			folder := strings.TrimPrefix(t.PkgPath(), module)
			c, ok := said[folder+"."+t.Name()]
			if !ok {
				return nil, fmt.Errorf("docgen: no source of %s in %s; run from the module's folder", t, folder)
			}
			if _, ok := place[t]; !ok {
				place[t] = len(tables)
				tables = append(tables, Table{Name: t.String(), Folder: folder, Doc: c.doc})
			}
			if done[declared{t, f.GoName}] {
				continue
			}
			done[declared{t, f.GoName}] = true
			table := &tables[place[t]]
			table.Rows = append(table.Rows, Row{f, c.fields[f.GoName]})
		}
	}
	return tables, nil
}

// declarer is the struct type in which the field at index is written.
func declarer(outer reflect.Type, index []int) reflect.Type {
	if len(index) == 1 {
		return outer
	}
	return outer.FieldByIndex(index[:len(index)-1]).Type
}
