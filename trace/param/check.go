package param

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/cite"
)

// known are the tag keys a parameter may carry: ours, and those of the usual
// encodings.
var known = []string{
	"name", "unit", "min", "max", "default", "ref", "why", "scale", "en", "ko", "sign", "param",
	"options", "options_en", "options_ko",
	"json", "yaml",
}

// Check reports everything wrong with the tags of v, a struct or a pointer to
// one: tags missing, misspelt or contradictory, a default out of range, a ref
// that is not in the bibliography, two parameters of one name, a number without
// tags. Each error names the field and the tag.
func Check(v any) error {
	l := layoutOf(typeOf(v))
	errs := []error{l.malformed}
	errs = append(errs, l.unknown...)
	for _, where := range l.untagged {
		errs = append(errs, fmt.Errorf(`param: %s has no tags; tag it, or say param:"-" if it is no parameter`, where))
	}
	seen := map[string]Field{}
	for _, f := range l.fields {
		if other, twice := seen[f.Name]; twice {
			errs = append(errs, fmt.Errorf("param: %s: tag name is %q, as is that of %s", f.Path(), f.Name, other.Path()))
		}
		seen[f.Name] = f
		errs = append(errs, f.check(typeOf(v)))
	}
	return errors.Join(errs...)
}

func (f Field) check(outer reflect.Type) error {
	tag := outer.FieldByIndex(f.Index).Tag
	var errs []error
	fault := func(bad bool, key, want string) {
		if bad {
			errs = append(errs, fmt.Errorf("param: %s: tag %s is %q; want %s", f.Path(), key, tag.Get(key), want))
		}
	}
	_, hasUnit := tag.Lookup("unit")
	fault(!hasUnit, "unit", `one, or unit:"" for a pure degree`)
	fault(!snake(f.Name), "name", "lower-case words joined by underscores")
	fault(f.Min >= f.Max, "max", "more than min")
	fault(f.Default < f.Min || f.Default > f.Max, "default", fmt.Sprintf("%v to %v", f.Min, f.Max))
	fault(f.Scale != "" && f.Scale != Log, "scale", `log, or none for linear`)
	fault(f.Scale == Log && f.Min <= 0, "min", "more than 0 on a log scale")
	fault(f.EN == "", "en", "a label in English")
	fault(f.KO == "", "ko", "a label in Korean")
	sign, signed := tag.Lookup("sign")
	fault(signed && sign != "free", "sign", `"free", or no such tag`)
	fault(f.FreeSign && (f.Min >= 0 || f.Max <= 0), "sign", "a range that spans 0 beside it")
	for key, reason := range f.choiceFaults() {
		fault(true, key, reason)
	}
	switch _, cited := cite.Lookup(f.Ref); {
	case f.Ref == Assumed:
		fault(f.Why == "", "why", "a sentence that owns up to the assumption")
	default:
		fault(!cited, "ref", "a key of trace/cite/references.bib, or assumed")
	}
	return errors.Join(errs...)
}

// choiceFaults lists what is wrong with the tags of a choice, by tag.
func (f Field) choiceFaults() map[string]string {
	faults := map[string]string{}
	n := len(f.Options)
	if n == 0 {
		if len(f.OptionsEN)+len(f.OptionsKO) > 0 {
			faults["options"] = "the names that the labels are of"
		}
		return faults
	}
	for _, o := range f.Options {
		if !snake(o) {
			faults["options"] = "lower-case words joined by underscores, with bars between options"
		}
	}
	if n < 2 {
		faults["options"] = "at least two options"
	}
	if f.Min != 0 || f.Max != float64(n-1) {
		faults["max"] = fmt.Sprintf("%d, and a min of 0: the number of the last option", n-1)
	}
	if f.Default != math.Trunc(f.Default) {
		faults["default"] = "the number of an option"
	}
	if f.Scale != "" {
		faults["scale"] = "none for a choice"
	}
	if len(f.OptionsEN) != n || slices.Contains(f.OptionsEN, "") {
		faults["options_en"] = "a label for each option, with bars between"
	}
	if len(f.OptionsKO) != n || slices.Contains(f.OptionsKO, "") {
		faults["options_ko"] = "a label for each option, with bars between"
	}
	return faults
}

// snake reports whether a name is lower-case words joined by single underscores.
func snake(name string) bool {
	after := byte('_')
	for i := range len(name) {
		c := name[i]
		switch {
		case 'a' <= c && c <= 'z':
		case '0' <= c && c <= '9' && i > 0:
		case c == '_' && after != '_':
		default:
			return false
		}
		after = c
	}
	return after != '_'
}

// unknownKeys reports the keys of a tag that nobody reads, which are slips of
// the pen more often than not.
func unknownKeys(where string, tag reflect.StructTag) []error {
	var errs []error
	for _, key := range keys(string(tag)) {
		if !slices.Contains(known, key) {
			errs = append(errs, fmt.Errorf("param: %s: tag %s is not known; see the package comment for those that are", where, key))
		}
	}
	return errs
}

// keys lists the keys of a struct tag in conventional format.
func keys(tag string) []string {
	var found []string
	key, quoted := "", false
	for i := 0; i < len(tag); i++ {
		switch c := tag[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			if quoted = !quoted; quoted {
				found = append(found, key)
			}
			key = ""
		case quoted || c == ' ' || c == ':':
		default:
			key += string(c)
		}
	}
	return found
}
