package source_test

import (
	"errors"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
)

func TestDecodeJSONSaysWhere(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		line       int // 0 where it is read
	}{
		{"whole", "\ufeff{\"a\": 1.50}\n", 0},
		{"cut off", "{\n\"a\": 1,\n", 3},
		{"misspelt", "{\n\"a\": @}", 2},
		{"another type", "{\n\"a\": 1,\n\"b\": \"x\"}", 3},
		{"two values", "{\"a\": 1}\n{}", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := source.Bytes("x.json", []byte(tt.text), source.DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			var v struct {
				A any
				B int
			}
			err = source.DecodeJSON(f, &v)
			var at *source.FileError
			switch {
			case tt.line == 0 && err != nil:
				t.Errorf("err = %v", err)
			case tt.line != 0 && (!errors.As(err, &at) || at.Line != tt.line):
				t.Errorf("err = %v; want line %d", err, tt.line)
			}
		})
	}
}
