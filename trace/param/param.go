package param

import (
	"fmt"
	"math"
	"reflect"
	"slices"
)

// Assumed is the ref of a parameter that no published work settles.
const Assumed = "assumed"

// Log is the scale of a parameter whose ratios matter, not its differences.
const Log = "log"

// Field is one parameter: its place in the Go struct and the facts in its tags.
type Field struct {
	Struct string // type that declares it, such as "capability.Gradient"
	GoName string // such as "HalfDistance"

	Name, Unit        string
	Min, Max, Default float64
	Ref, Why          string
	Scale             string // "" linear, "log" logarithmic
	EN, KO            string // labels
	FreeSign          bool   // schools dispute the sign

	// Options names the values of a choice between forms: value k is the option
	// of that index. None for a quantity. OptionsEN and OptionsKO label them.
	Options, OptionsEN, OptionsKO []string

	Index []int // path for reflect.Value.FieldByIndex
}

// Path names the field in Go, such as "capability.Gradient.HalfDistance".
func (f Field) Path() string { return f.Struct + "." + f.GoName }

// Fields lists the parameters of v, a struct or a pointer to one, in the order
// of declaration, those of nested structs in their place. It panics when a tag
// cannot be read, since that is a bug in the struct; [Check] reports the same
// as an error.
func Fields(v any) []Field {
	fields := slices.Clone(mustLayout(typeOf(v)).fields)
	for i := range fields {
		fields[i].Index = slices.Clone(fields[i].Index)
	}
	return fields
}

// Default returns a T with every parameter at its default and everything else
// at its zero value.
func Default[T any]() T {
	var v T
	at := reflect.ValueOf(&v).Elem()
	for _, f := range mustLayout(at.Type()).fields {
		at.FieldByIndex(f.Index).SetFloat(f.Default)
	}
	return v
}

// Values returns the parameters of v in the order of [Fields].
func Values(v any) []float64 {
	at := structOf(v)
	fields := mustLayout(at.Type()).fields
	values := make([]float64, len(fields))
	for i, f := range fields {
		values[i] = at.FieldByIndex(f.Index).Float()
	}
	return values
}

// Set gives the parameters of the struct that ptr points to the values, in the
// order of [Fields]. A number of values other than that of the fields is a bug
// in the caller and panics. Ranges are not tested; see [Validate].
func Set(ptr any, values []float64) {
	at := reflect.ValueOf(ptr)
	if at.Kind() != reflect.Pointer || at.IsNil() {
		panic(fmt.Sprintf("param: Set needs a pointer to a struct, not %T", ptr))
	}
	at = structOf(ptr)
	fields := mustLayout(at.Type()).fields
	if len(values) != len(fields) {
		panic(fmt.Sprintf("param: %d values for the %d parameters of %s", len(values), len(fields), at.Type()))
	}
	for i, f := range fields {
		at.FieldByIndex(f.Index).SetFloat(values[i])
	}
}

// RangeError says that a parameter lies outside its range.
type RangeError struct {
	Field Field
	Value float64
}

func (e *RangeError) Error() string {
	unit := ""
	if e.Field.Unit != "" {
		unit = " " + e.Field.Unit
	}
	return fmt.Sprintf("parameter %s is %v; want %v to %v%s", e.Field.Name, e.Value, e.Field.Min, e.Field.Max, unit)
}

// Validate reports the first parameter of v that lies outside its range, or is
// NaN, as a [*RangeError].
func Validate(v any) error {
	at := structOf(v)
	for _, f := range mustLayout(at.Type()).fields {
		if err := f.Validate(at.FieldByIndex(f.Index).Float()); err != nil {
			return err
		}
	}
	return nil
}

// Validate reports a value outside the range of the field, or NaN, as a
// [*RangeError].
func (f Field) Validate(value float64) error {
	if math.IsNaN(value) || value < f.Min || value > f.Max {
		return &RangeError{Field: f, Value: value}
	}
	return nil
}

func mustLayout(t reflect.Type) *layout {
	l := layoutOf(t)
	if l.malformed != nil {
		panic(l.malformed)
	}
	return l
}

// typeOf returns the struct type of v, a struct or a pointer to one.
func typeOf(v any) reflect.Type {
	t := reflect.TypeOf(v)
	if t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		panic(fmt.Sprintf("param: want a struct or a pointer to one, not %T", v))
	}
	return t
}

func structOf(v any) reflect.Value {
	typeOf(v)
	return reflect.Indirect(reflect.ValueOf(v))
}
