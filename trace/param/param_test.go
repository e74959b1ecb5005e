package param_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Reach is invented for the tests, apart from its source.
type Reach struct {
	State string  // no parameter
	Half  float64 `name:"half" unit:"km" min:"500" max:"10000" default:"3000" ref:"assumed" why:"A guess." scale:"log" en:"half-distance" ko:"반감 거리"`
	Bend  float64 `name:"bend" unit:"" min:"-1" max:"2" default:"0.5" ref:"boulding1962" sign:"free" en:"bend" ko:"굽이"`
}

type Outer struct {
	First float64 `name:"first" unit:"years" min:"0" max:"9" default:"1" ref:"levy1987" why:"p. 82" en:"first" ko:"첫째"`
	Reach Reach
	Cache float64 `param:"-"`
	Last  float64 `name:"last" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" en:"last" ko:"끝"`
}

func TestFields(t *testing.T) {
	fields := param.Fields(Outer{})
	var names, paths []string
	for _, f := range fields {
		names, paths = append(names, f.Name), append(paths, f.Path())
	}
	if want := []string{"first", "half", "bend", "last"}; !slices.Equal(names, want) {
		t.Errorf("names %v; want %v", names, want)
	}
	if want := "param_test.Reach.Half"; paths[1] != want {
		t.Errorf("path %s; want %s", paths[1], want)
	}
	half := fields[1]
	if half.Min != 500 || half.Max != 10000 || half.Default != 3000 || half.Unit != "km" ||
		half.Scale != param.Log || half.Ref != param.Assumed || half.Why != "A guess." || half.EN != "half-distance" || half.KO != "반감 거리" {
		t.Errorf("half is %+v", half)
	}
	if !slices.Equal(half.Index, []int{1, 1}) || half.FreeSign || !fields[2].FreeSign {
		t.Errorf("half is %+v, bend %+v", half, fields[2])
	}
	if !slices.EqualFunc(fields, param.Fields(&Outer{}), func(a, b param.Field) bool { return a.Path() == b.Path() }) {
		t.Error("a pointer has other fields than its struct")
	}
}

// What a caller does to the answer must not reach the next caller.
func TestFieldsAreTheCallersOwn(t *testing.T) {
	first := param.Fields(Outer{})
	first[0].Name, first[1].Index[0] = "spoilt", 7
	if again := param.Fields(Outer{}); again[0].Name != "first" || again[1].Index[0] != 1 {
		t.Errorf("the second answer is %+v", again)
	}
}

func TestDefault(t *testing.T) {
	if got, want := param.Values(param.Default[Outer]()), []float64{1, 3000, 0.5, 0}; !slices.Equal(got, want) {
		t.Errorf("defaults %v; want %v", got, want)
	}
	if err := param.Validate(param.Default[Outer]()); err != nil {
		t.Error(err)
	}
}

func TestSetGivesValuesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Float64(), 4, 4).Draw(t, "values")
		v := Outer{Cache: 42, Reach: Reach{State: "KOR"}}
		param.Set(&v, want)
		if got := param.Values(v); !slices.Equal(got, want) {
			t.Fatalf("set %v, got %v", want, got)
		}
		if v.Cache != 42 || v.Reach.State != "KOR" {
			t.Fatalf("Set touched what is no parameter: %+v", v)
		}
	})
}

func TestValidate(t *testing.T) {
	tests := []struct {
		name   string
		values []float64
		fault  string // name of the field at fault
	}{
		{"at the edges", []float64{0, 10000, -1, 1}, ""},
		{"below", []float64{-0.001, 3000, 0, 0}, "first"},
		{"above, in a nested struct", []float64{1, 10001, 0, 0}, "half"},
		{"not a number", []float64{1, 3000, math.NaN(), 0}, "bend"},
		{"infinite", []float64{1, 3000, 0, math.Inf(1)}, "last"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var v Outer
			param.Set(&v, tt.values)
			err := param.Validate(&v)
			var out *param.RangeError
			if tt.fault == "" {
				if err != nil {
					t.Error(err)
				}
			} else if !errors.As(err, &out) || out.Field.Name != tt.fault {
				t.Errorf("error %v; want one about %s", err, tt.fault)
			}
		})
	}
}

func TestMisuseIsABug(t *testing.T) {
	type broken struct {
		A float64 `name:"a" min:"low" max:"1" default:"0"`
	}
	bugs := map[string]func(){
		"too few values":  func() { param.Set(&Outer{}, []float64{1}) },
		"not a pointer":   func() { param.Set(Outer{}, []float64{1, 2, 3, 4}) },
		"not a struct":    func() { param.Fields(3) },
		"nothing":         func() { param.Fields(nil) },
		"unreadable tags": func() { param.Fields(broken{}) },
	}
	for name, bug := range bugs {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("did not panic")
				}
			}()
			bug()
		})
	}
}

func BenchmarkValidate(b *testing.B) {
	v := param.Default[Outer]()
	b.ReportAllocs()
	for b.Loop() {
		if err := param.Validate(&v); err != nil {
			b.Fatal(err)
		}
	}
}
