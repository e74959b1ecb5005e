package rdm

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// TagError reports a field of a declared model that cannot be read.
type TagError struct {
	Field  string // such as "lake.Uncertain.B"
	Reason string
}

func (e *TagError) Error() string { return fmt.Sprintf("rdm: %s: %s", e.Field, e.Reason) }

// slot is one number of a tagged struct: a field, or an element of one.
type slot struct {
	index   []int
	element int // of an array; -1 for a plain field
	dim     Dim
	outcome Outcome
}

// reader reads the tag of one field into a slot.
type reader func(sf reflect.StructField, s *slot) (reason string)

// readTags lists the numbers of a struct in the order of declaration.
func readTags(t reflect.Type, read reader) ([]slot, error) {
	if t.Kind() != reflect.Struct {
		return nil, &TagError{t.String(), "is no struct; declare one with tagged fields"}
	}
	var out []slot
	for i := range t.NumField() {
		sf := t.Field(i)
		if _, named := sf.Tag.Lookup("name"); !named {
			if sf.Type.Kind() != reflect.Struct || !sf.IsExported() {
				continue
			}
			inner, err := readTags(sf.Type, read)
			if err != nil {
				return nil, err
			}
			for _, s := range inner {
				s.index = append([]int{i}, s.index...)
				out = append(out, s)
			}
			continue
		}
		slots, reason := readField(sf, read)
		if reason != "" {
			return nil, &TagError{t.String() + "." + sf.Name, reason}
		}
		for _, s := range slots {
			s.index = []int{i}
			out = append(out, s)
		}
	}
	return out, nil
}

func readField(sf reflect.StructField, read reader) ([]slot, string) {
	if !sf.IsExported() {
		return nil, "is not exported"
	}
	s := slot{element: -1}
	if reason := read(sf, &s); reason != "" {
		return nil, reason
	}
	if sf.Type.Kind() != reflect.Array {
		return []slot{s}, ""
	}
	out := make([]slot, sf.Type.Len())
	for k := range out {
		out[k] = s
		out[k].element = k
		out[k].dim.Name = fmt.Sprintf("%s_%d", s.dim.Name, k+1)
		out[k].outcome.Name = fmt.Sprintf("%s_%d", s.outcome.Name, k+1)
	}
	return out, ""
}

// dimKeys and outcomeKeys are the tags that are read; another is a slip of the
// pen.
var (
	dimKeys     = []string{"name", "unit", "min", "max", "default", "scale", "shape", "sd", "options", "options_en", "options_ko", "ref", "why", "sign", "en", "ko", "json", "yaml"}
	outcomeKeys = []string{"name", "unit", "want", "en", "ko", "json", "yaml"}
)

func readDim(sf reflect.StructField, s *slot) string {
	if key := strangeKey(sf.Tag, dimKeys); key != "" {
		return fmt.Sprintf("tag %s is not known; want some of %s", key, strings.Join(dimKeys, ", "))
	}
	tag := sf.Tag
	s.dim = Dim{
		Name: tag.Get("name"), Unit: tag.Get("unit"), Log: tag.Get("scale") == "log", Shape: Shape(tag.Get("shape")),
		EN: tag.Get("en"), KO: tag.Get("ko"), Ref: tag.Get("ref"), FreeSign: tag.Get("sign") == "free",
	}
	if scale := tag.Get("scale"); scale != "" && scale != "log" {
		return fmt.Sprintf("tag scale is %q; want log, or none", scale)
	}
	kind := sf.Type.Kind()
	switch {
	case kind == reflect.Float64 && tag.Get("options") != "":
		s.dim.Options = strings.Split(tag.Get("options"), "|")
		return readRange(tag, &s.dim)
	case kind == reflect.Float64, kind == reflect.Array && sf.Type.Elem().Kind() == reflect.Float64:
		return readRange(tag, &s.dim)
	case sf.Type.ConvertibleTo(reflect.TypeFor[int]()) && reflect.Int <= kind && kind <= reflect.Int64:
		return readOptions(tag, &s.dim)
	}
	return fmt.Sprintf("is %s; want float64, an array of float64, or an integer with options", sf.Type)
}

func readRange(tag reflect.StructTag, d *Dim) string {
	for _, n := range []struct {
		key string
		to  *float64
	}{{"min", &d.Min}, {"max", &d.Max}, {"default", &d.Default}, {"sd", &d.SD}} {
		text, ok := tag.Lookup(n.key)
		if !ok && n.key == "sd" {
			continue
		}
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Sprintf("tag %s is %q; want a finite number", n.key, text)
		}
		*n.to = v
	}
	return ""
}

func readOptions(tag reflect.StructTag, d *Dim) string {
	if tag.Get("options") == "" {
		return "is an integer without a tag options; name its values with bars between"
	}
	d.Options = strings.Split(tag.Get("options"), "|")
	at := slices.Index(d.Options, tag.Get("default"))
	if at < 0 {
		return fmt.Sprintf("tag default is %q; want one of %s", tag.Get("default"), strings.Join(d.Options, ", "))
	}
	d.Default, d.Max = float64(at), float64(len(d.Options)-1)
	return ""
}

func readOutcome(sf reflect.StructField, s *slot) string {
	if key := strangeKey(sf.Tag, outcomeKeys); key != "" {
		return fmt.Sprintf("tag %s is not known; want some of %s", key, strings.Join(outcomeKeys, ", "))
	}
	if sf.Type.Kind() != reflect.Float64 {
		return fmt.Sprintf("is %s; want float64", sf.Type)
	}
	want := sf.Tag.Get("want")
	if want != "more" && want != "less" {
		return fmt.Sprintf("tag want is %q; want more or less", want)
	}
	s.outcome = Outcome{
		Name: sf.Tag.Get("name"), Unit: sf.Tag.Get("unit"), Higher: want == "more",
		EN: sf.Tag.Get("en"), KO: sf.Tag.Get("ko"),
	}
	return ""
}

// strangeKey returns the first key of a conventional tag that is not allowed.
func strangeKey(tag reflect.StructTag, allowed []string) string {
	rest := string(tag)
	for rest != "" {
		key, after, ok := strings.Cut(strings.TrimSpace(rest), `:"`)
		if !ok {
			return rest
		}
		if !slices.Contains(allowed, key) {
			return key
		}
		end := 0
		for end < len(after) && after[end] != '"' {
			if after[end] == '\\' {
				end++
			}
			end++
		}
		rest = after[min(end+1, len(after)):]
	}
	return ""
}

func dimsOf(slots []slot) []Dim {
	out := make([]Dim, len(slots))
	for i, s := range slots {
		out[i] = s.dim
	}
	return out
}

// cell is where the number of a slot is kept.
type cell struct {
	number *float64
	choice reflect.Value // where number is nil
}

func (c *cell) set(v float64) {
	if c.number != nil {
		*c.number = v
		return
	}
	c.choice.SetInt(int64(v))
}

func (c *cell) get() float64 {
	if c.number != nil {
		return *c.number
	}
	return float64(c.choice.Int())
}

// bind finds the cells of an addressable struct whose tags were read before.
func bind(v reflect.Value, read reader) []cell {
	slots, err := readTags(v.Type(), read)
	if err != nil {
		panic(err) // Declare has read them
	}
	out := make([]cell, len(slots))
	for i, s := range slots {
		field := v.FieldByIndex(s.index)
		if s.element >= 0 {
			field = field.Index(s.element)
		}
		if field.Kind() == reflect.Float64 {
			out[i].number = field.Addr().Interface().(*float64)
		} else {
			out[i].choice = field
		}
	}
	return out
}
