package param

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// A layout is what the tags of one struct type say. Fields whose numbers cannot
// be read are left out of fields and reported in malformed.
type layout struct {
	fields    []Field
	untagged  []string // exported float64 fields without a tag
	unknown   []error  // tag keys that no one reads
	malformed error
}

var layouts sync.Map // reflect.Type to *layout

func layoutOf(t reflect.Type) *layout {
	if l, ok := layouts.Load(t); ok {
		return l.(*layout)
	}
	l := &layout{}
	l.walk(t, nil)
	kept, _ := layouts.LoadOrStore(t, l)
	return kept.(*layout)
}

// walk reads the fields of a struct type that stands at index in the outermost.
func (l *layout) walk(t reflect.Type, index []int) {
	for i := range t.NumField() {
		sf := t.Field(i)
		at := append(append([]int(nil), index...), i)
		where := t.String() + "." + sf.Name
		switch {
		case sf.Tag.Get("param") == "-":
		case tagged(sf.Tag):
			f, err := parse(t, sf)
			l.malformed = errors.Join(l.malformed, err)
			if err == nil {
				f.Index = at
				l.fields = append(l.fields, f)
			}
			l.unknown = append(l.unknown, unknownKeys(where, sf.Tag)...)
		case sf.Type.Kind() == reflect.Struct && sf.IsExported():
			l.walk(sf.Type, at)
		case sf.Type.Kind() == reflect.Float64 && sf.IsExported():
			l.untagged = append(l.untagged, where)
		}
	}
}

// tagged reports whether a field means to be a parameter.
func tagged(tag reflect.StructTag) bool {
	for _, key := range []string{"name", "ref", "default", "min", "max"} {
		if _, ok := tag.Lookup(key); ok {
			return true
		}
	}
	return false
}

// parse reads one field. Only what cannot be read is an error here; what is
// read but wrong is left to Check.
func parse(t reflect.Type, sf reflect.StructField) (Field, error) {
	where := t.String() + "." + sf.Name
	if sf.Type.Kind() != reflect.Float64 || !sf.IsExported() {
		return Field{}, fmt.Errorf("param: %s is %s; want an exported float64", where, sf.Type)
	}
	f := Field{
		Struct: t.String(), GoName: sf.Name,
		Name: sf.Tag.Get("name"), Unit: sf.Tag.Get("unit"),
		Ref: sf.Tag.Get("ref"), Why: sf.Tag.Get("why"), Scale: sf.Tag.Get("scale"),
		EN: sf.Tag.Get("en"), KO: sf.Tag.Get("ko"),
		FreeSign: sf.Tag.Get("sign") == "free",
		Options:  listed(sf.Tag, "options"), OptionsEN: listed(sf.Tag, "options_en"), OptionsKO: listed(sf.Tag, "options_ko"),
	}
	var errs []error
	for _, n := range []struct {
		key string
		to  *float64
	}{{"min", &f.Min}, {"max", &f.Max}, {"default", &f.Default}} {
		v, err := number(sf.Tag, n.key)
		if err != nil {
			errs = append(errs, fmt.Errorf("param: %s: %w", where, err))
		}
		*n.to = v
	}
	return f, errors.Join(errs...)
}

// listed reads the parts of a tag between bars; none where the tag is missing.
func listed(tag reflect.StructTag, key string) []string {
	text, ok := tag.Lookup(key)
	if !ok {
		return nil
	}
	return strings.Split(text, "|")
}

// number reads a finite number from a tag.
func number(tag reflect.StructTag, key string) (float64, error) {
	text, ok := tag.Lookup(key)
	if !ok {
		return 0, fmt.Errorf("tag %s is missing; give a number", key)
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, fmt.Errorf("tag %s is %q; want a finite number", key, text)
	}
	return v, nil
}
