package source_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// A form of state after the name is dropped, save where it tells two states
// apart.
func TestFormsOfState(t *testing.T) {
	for text, want := range map[string]ir.CCode{
		"Kazakhstan, Republic of": 705, "Poland, Republic of": 290, "Egypt, Arab Republic of": 651, "Comoros, Union of the": 581, "Eritrea, The State of": 531,
		"Ethiopia, The Federal Democratic Republic of": 530, "Venezuela, República Bolivariana de": 101, "São Tomé and Príncipe, Democratic Republic of": 403,
		"Korea, Republic of": 732, "Korea, Democratic People's Republic of": 731, "Korea Democratic People's Republic of (North Korea)": 731,
		"Congo, Republic of": 484, "Congo, Democratic Republic of the": 490, "Democratic The Congo": 490, "China, People's Republic of": 710, "Yemen, Republic of": 679,
		"Tanzania United Republic of": 510, "Nigaragua": 93, "Portual": 235, "Dominica Republic": 42, "Dominica": 54, "Inde": 750, "Tajkistan": 702, "Ethiopia PDR": 530,
	} {
		if c, v := source.Resolve(source.Name, text, 2010); c != want || v != source.Matched {
			t.Errorf("%q is %d, verdict %d; want %d", text, c, v, want)
		}
	}
	for _, text := range []string{
		"Aruba, Kingdom of the Netherlands", "Montserrat, United Kingdom-British Overseas Territory", "Advanced Economies", "Holy See (Vatican City State)",
		"Hong Kong Special Administrative Region, People's Republic of China", "European External Action Service", "Europe not specified",
	} {
		if c, v := source.Resolve(source.Name, text, 2010); v != source.Other {
			t.Errorf("%q is %d, verdict %d; want a region or territory", text, c, v)
		}
	}
	if _, v := source.Resolve(source.Name, "Atlantis, Republic of", 2010); v != source.Unknown {
		t.Errorf("an invented republic has verdict %d", v)
	}
}

func TestCodesOfSomePublishers(t *testing.T) {
	for _, tt := range []struct {
		system source.Code
		text   string
		year   ir.Year
		state  ir.CCode
		want   source.Verdict
	}{
		{source.ISO3, "ussr", 1980, 365, source.Matched}, {source.ISO3, "ussr", 2000, 0, source.Other}, {source.ISO3, "cheslo", 1985, 315, source.Matched},
		{source.ISO3, "nld_curacao", 2010, 0, source.Other}, {source.VDem, "SAX", 1810, 0, source.Other}, {source.VDem, "SXN", 1850, 269, source.Matched},
		{source.COW, "1008", 2010, 0, source.Other}, {source.GW, "10100", 2025, 0, source.Other}, {source.COW, "999", 2010, 0, source.Unknown},
		{source.COW, "529", 2024, 530, source.Matched}, {source.GW, "751", 1948, 0, source.Other},
	} {
		if c, v := source.Resolve(tt.system, tt.text, tt.year); c != tt.state || v != tt.want {
			t.Errorf("%s %q in %d is %d, verdict %d; want %d, %d", tt.system, tt.text, tt.year, c, v, tt.state, tt.want)
		}
	}
}

// Every state of the list has a Korean name that no other state of its time
// bears.
func TestEveryStateHasAKoreanName(t *testing.T) {
	bearers := map[string][]source.Member{}
	for _, m := range source.Members() {
		en, ko := m.Names()
		if en == "" || !strings.ContainsFunc(ko, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
			t.Errorf("%d is %q, %q", m.CCode, en, ko)
		}
		bearers[ko] = append(bearers[ko], m)
	}
	for name, list := range bearers {
		for y := ir.Year(1816); y <= 2016 && len(list) > 1; y++ {
			n := 0
			for _, m := range list {
				if source.IsMember(m.CCode, y) {
					n++
				}
			}
			if n > 1 {
				t.Errorf("%d states are called %s in %d", n, name, y)
				break
			}
		}
	}
	for c, want := range map[ir.CCode]string{101: "베네수엘라", 145: "볼리비아", 300: "오스트리아-헝가리", 490: "콩고-킨샤사", 560: "남아프리카"} {
		m, ok := source.MemberOf(c)
		if _, ko := m.Names(); !ok || !strings.HasPrefix(ko, want) {
			t.Errorf("%d is %q; want %s", c, ko, want)
		}
	}
}

// A state that went by another name is called by that.
func TestNamesIn(t *testing.T) {
	for _, tt := range []struct {
		c      ir.CCode
		y      ir.Year
		en, ko string
	}{{365, 1938, "Soviet Union", "소련"}, {365, 1914, "", ""}, {345, 1938, "Yugoslavia", "유고슬라비아"}, {255, 1850, "Prussia", "프로이센"}, {345, 2016, "", ""}} {
		if en, ko, _ := source.NamesIn(tt.c, tt.y); en != tt.en || ko != tt.ko {
			t.Errorf("%d in %d is %q, %q; want %q, %q", tt.c, tt.y, en, ko, tt.en, tt.ko)
		}
	}
}
