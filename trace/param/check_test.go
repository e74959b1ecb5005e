package param_test

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestCheckPassesGoodTags(t *testing.T) {
	if err := param.Check(&Outer{}); err != nil {
		t.Error(err)
	}
}

// Each struct has one fault. The message must name the field and the tag.
func TestCheck(t *testing.T) {
	tests := []struct {
		fault string
		v     any
	}{
		{"tag name", struct {
			A float64 `unit:"" min:"0" max:"1" default:"0" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag name", struct {
			A float64 `name:"halfDistance" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag unit", struct {
			A float64 `name:"a" min:"0" max:"1" default:"0" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag min", struct {
			A float64 `name:"a" unit:"" max:"1" default:"0" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag min", struct {
			A float64 `name:"a" unit:"" min:"NaN" max:"1" default:"0" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag min", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" scale:"log" en:"a" ko:"가"`
		}{}},
		{"tag max", struct {
			A float64 `name:"a" unit:"" min:"1" max:"1" default:"1" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag default", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"2" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag default", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"1,5" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag ref", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"nobody1900" en:"a" ko:"가"`
		}{}},
		{"tag ref", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" en:"a" ko:"가"`
		}{}},
		{"tag why", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"assumed" en:"a" ko:"가"`
		}{}},
		{"tag scale", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" scale:"cubic" en:"a" ko:"가"`
		}{}},
		{"tag en", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" ko:"가"`
		}{}},
		{"tag ko", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" en:"a"`
		}{}},
		{"tag sign", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" ref:"levy1987" sign:"free" en:"a" ko:"가"`
		}{}},
		{"tag sign", struct {
			A float64 `name:"a" unit:"" min:"-1" max:"1" default:"0" ref:"levy1987" sign:"any" en:"a" ko:"가"`
		}{}},
		{"tag sgin", struct {
			A float64 `name:"a" unit:"" min:"-1" max:"1" default:"0" ref:"levy1987" sgin:"free" en:"a" ko:"가"`
		}{}},
		{"tag options", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" options:"one|Two" options_en:"1|2" options_ko:"일|이" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag options", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" options_en:"1|2" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag options_en", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" options:"one|two" options_en:"1" options_ko:"일|이" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag options_ko", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0" options:"one|two" options_en:"1|2" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag max", struct {
			A float64 `name:"a" unit:"" min:"0" max:"2" default:"0" options:"one|two" options_en:"1|2" options_ko:"일|이" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"tag default", struct {
			A float64 `name:"a" unit:"" min:"0" max:"1" default:"0.5" options:"one|two" options_en:"1|2" options_ko:"일|이" ref:"levy1987" en:"a" ko:"가"`
		}{}},
		{"has no tags", struct{ A float64 }{}},
		{"exported float64", struct {
			A int `name:"a" unit:"" min:"-1" max:"1" default:"0" ref:"levy1987" en:"a" ko:"가"`
		}{}},
	}
	for _, tt := range tests {
		t.Run(tt.fault, func(t *testing.T) {
			err := param.Check(tt.v)
			if err == nil {
				t.Fatal("Check found nothing")
			}
			if lines := strings.Split(err.Error(), "\n"); len(lines) != 1 || !strings.Contains(lines[0], tt.fault) || !strings.Contains(lines[0], ".A") {
				t.Errorf("Check says\n%v\nwant one line about field A, %s", err, tt.fault)
			}
		})
	}
}

func TestCheckFindsTwins(t *testing.T) {
	type twins struct{ One, Two Reach }
	err := param.Check(twins{})
	if err == nil || strings.Count(err.Error(), "tag name") != 2 {
		t.Errorf("Check says %v; want both names told", err)
	}
}
