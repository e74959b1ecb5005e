package source_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// The states whose number changed with time, by every system that names them.
func TestResolveByCodeAndDate(t *testing.T) {
	type want map[ir.Year]ir.CCode // 0: no state then
	tests := []struct {
		system source.Code
		text   string
		want   want
	}{
		{source.ISO3, "DEU", want{1914: 255, 1970: 260, 1989: 260, 1990: 255, 2020: 255, source.AnyYear: 255}},
		{source.GW, "260", want{1955: 260, 1989: 260, 1990: 255, 2020: 255}},
		{source.GW, "255", want{1914: 255}},
		{source.VDem, "DDR", want{1970: 265}},
		{source.Name, "독일", want{1970: 260, 2000: 255}},
		{source.Name, "West Germany", want{1970: 260}},
		{source.ISO3, "kor", want{1900: 730, 1950: 732, 2020: 732}},
		{source.Name, "Korea, Rep.", want{2020: 732}},
		{source.Name, "북한", want{2020: 731}},
		{source.COWAbb, "KOR", want{1900: 730}},
		{source.COWAbb, "ROK", want{2000: 732}},
		{source.ISO3, "VNM", want{1960: 816, 2000: 816}},
		{source.VDem, "VDR", want{1940: 0, 1960: 817}},
		{source.Polity, "818", want{1990: 816}},
		{source.Name, "South Vietnam", want{1970: 817}},
		{source.GW, "678", want{1970: 678, 1990: 679, 2010: 679}},
		{source.ISO3, "YEM", want{1970: 678, 1995: 679}},
		{source.ISO3, "YMD", want{1980: 680}},
		{source.Name, "Yemen", want{1970: 678, 2000: 679}},
		{source.ISO3, "YUG", want{1980: 345, 2010: 345}},
		{source.ISO3, "SRB", want{2010: 345}},
		{source.GW, "340", want{1900: 345, 2010: 345}},
		{source.GW, "345", want{1970: 345}},
		{source.Polity, "342", want{1900: 345}},
		{source.Polity, "348", want{2010: 341}},
		{source.Polity, "341", want{2010: 347}},
		{source.ISO3, "XKX", want{2015: 347}},
		{source.ISO3, "SUN", want{1980: 365, 2000: 0}},
		{source.ISO3, "RUS", want{1980: 365, 2000: 365}},
		{source.Polity, "364", want{1980: 365}},
		{source.ISO3, "TWN", want{1980: 713}},
		{source.Name, "대만", want{2000: 713}},
		{source.Name, "Taiwan, Province of China", want{2000: 713}},
		{source.ISONum, "158", want{2000: 713}},
		{source.ISO2, "TW", want{2000: 713}},
		{source.ISO3, "CSK", want{1980: 315, 2000: 0}},
		{source.VDem, "CZE", want{1980: 315, 2000: 316}},
		{source.GW, "970", want{2005: 946}},
		{source.COW, "970", want{2005: 970}},
		{source.COW, "002", want{2005: 2}},
		{source.COW, "2.0", want{2005: 2}},
		{source.Name, "  CÔTE d’Ivoire ", want{2000: 437}},
		{source.Name, "St. Lucia", want{2000: 56}},
		{source.Name, "Bosnia & Herzegovina", want{2000: 346}},
		{source.Name, "Zimbabwe (Rhodesia)", want{1980: 552}},
		{source.Name, "Korea Democratic People's Republic of (North Korea)", want{2000: 731}},
		{source.Name, "Tanzania United Republic of", want{2000: 510}},
		{source.ISO3, "ussr", want{1980: 365, 2000: 0}},
	}
	for _, tt := range tests {
		for y, c := range tt.want {
			got, verdict := source.Resolve(tt.system, tt.text, y)
			if got != c || (verdict == source.Matched) != (c != 0) {
				t.Errorf("%s %q in %d is %d (%d); want %d", tt.system, tt.text, y, got, verdict, c)
			}
		}
	}
}

// Each of the states that changed number, in a year of its own, by the code or
// name that each system and both languages have for it.
func TestStatesThatChangedNumber(t *testing.T) {
	type codes map[source.Code]string // several are parted by a bar
	for _, tt := range []struct {
		state ir.CCode
		year  ir.Year
		codes codes
	}{
		{255, 1914, codes{source.COW: "255", source.COWAbb: "GMY", source.GW: "255", source.ISO3: "DEU", source.ISO2: "DE", source.ISONum: "276", source.VDem: "DEU", source.Polity: "255", source.Name: "Germany|독일|Prussia"}},
		{260, 1970, codes{source.COW: "260", source.COWAbb: "GFR", source.GW: "260", source.ISO3: "DEU", source.ISO2: "DE", source.ISONum: "276|280", source.VDem: "DEU", source.Polity: "260", source.Name: "West Germany|German Federal Republic|Germany|서독|독일"}},
		{265, 1970, codes{source.COW: "265", source.COWAbb: "GDR", source.GW: "265", source.ISO3: "DDR", source.ISO2: "DD", source.ISONum: "278", source.VDem: "DDR", source.Polity: "265", source.Name: "East Germany|German Democratic Republic|동독"}},
		{255, 1991, codes{source.COW: "255", source.GW: "260", source.ISO3: "DEU", source.ISO2: "DE", source.ISONum: "276", source.VDem: "DEU", source.Polity: "255", source.Name: "Germany|독일"}},
		{730, 1900, codes{source.COW: "730", source.COWAbb: "KOR", source.GW: "730", source.ISO3: "KOR", source.ISO2: "KR", source.ISONum: "410", source.VDem: "KOR", source.Polity: "730", source.Name: "Korea|조선|대한제국"}},
		{731, 1970, codes{source.COW: "731", source.COWAbb: "PRK", source.GW: "731", source.ISO3: "PRK", source.ISO2: "KP", source.ISONum: "408", source.VDem: "PRK", source.Polity: "731", source.Name: "North Korea|Democratic People's Republic of Korea|북한|조선민주주의인민공화국"}},
		{732, 1970, codes{source.COW: "732", source.COWAbb: "ROK", source.GW: "732", source.ISO3: "KOR", source.ISO2: "KR", source.ISONum: "410", source.VDem: "KOR", source.Polity: "732", source.Name: "South Korea|Republic of Korea|Korea|대한민국|한국"}},
		{816, 1965, codes{source.COW: "816", source.COWAbb: "DRV", source.GW: "816", source.ISO3: "VNM|VDR", source.ISO2: "VN|VD", source.ISONum: "704", source.VDem: "VNM", source.Polity: "816", source.Name: "North Vietnam|Democratic Republic of Vietnam|북베트남|월맹"}},
		{817, 1965, codes{source.COW: "817", source.COWAbb: "RVN", source.GW: "817", source.ISO3: "RVN", source.VDem: "VDR", source.Polity: "817", source.Name: "South Vietnam|Republic of Vietnam|남베트남|월남"}},
		{816, 1990, codes{source.COW: "816", source.GW: "816", source.ISO3: "VNM", source.ISO2: "VN", source.ISONum: "704", source.VDem: "VNM", source.Polity: "818", source.Name: "Vietnam|Viet Nam|Socialist Republic of Vietnam|베트남|월남"}},
		{678, 1980, codes{source.COW: "678", source.COWAbb: "YAR", source.GW: "678", source.ISO3: "YEM|YAR", source.ISO2: "YE", source.ISONum: "886|887", source.VDem: "YEM", source.Polity: "678", source.Name: "North Yemen|Yemen Arab Republic|Yemen|북예멘|예멘"}},
		{680, 1980, codes{source.COW: "680", source.COWAbb: "YPR", source.GW: "680", source.ISO3: "YMD", source.ISO2: "YD", source.ISONum: "720", source.VDem: "YMD", source.Polity: "680", source.Name: "South Yemen|Yemen People's Republic|남예멘"}},
		{679, 1990, codes{source.COW: "679", source.COWAbb: "YEM", source.GW: "678", source.ISO3: "YEM", source.ISO2: "YE", source.ISONum: "887", source.VDem: "YEM", source.Polity: "679", source.Name: "Yemen|Yemen, Rep.|예멘"}},
		{345, 1900, codes{source.COW: "345", source.GW: "340", source.ISO3: "SRB", source.VDem: "SRB", source.Polity: "342", source.Name: "Serbia|세르비아"}},
		{345, 1970, codes{source.COW: "345", source.COWAbb: "YUG", source.GW: "345", source.ISO3: "YUG|SRB", source.ISO2: "YU", source.ISONum: "890", source.VDem: "SRB|YUG", source.Polity: "345", source.Name: "Yugoslavia|유고슬라비아|유고"}},
		{345, 2000, codes{source.COW: "345", source.GW: "345", source.ISO3: "SCG|YUG", source.ISO2: "CS|YU", source.ISONum: "891", source.VDem: "SRB", source.Polity: "347", source.Name: "Serbia and Montenegro|Federal Republic of Yugoslavia|세르비아 몬테네그로|신유고연방"}},
		{345, 2010, codes{source.COW: "345", source.GW: "340", source.ISO3: "SRB", source.ISO2: "RS", source.ISONum: "688", source.VDem: "SRB", source.Polity: "342", source.Name: "Serbia|세르비아"}},
		{365, 1980, codes{source.COW: "365", source.COWAbb: "RUS", source.GW: "365", source.ISO3: "SUN|RUS", source.ISO2: "SU|RU", source.ISONum: "810|643", source.VDem: "RUS", source.Polity: "364|365", source.Name: "Soviet Union|USSR|Russia (Soviet Union)|소련|소비에트 연방"}},
		{365, 2000, codes{source.COW: "365", source.GW: "365", source.ISO3: "RUS", source.ISO2: "RU", source.ISONum: "643", source.VDem: "RUS", source.Polity: "365", source.Name: "Russia|Russian Federation|러시아"}},
		{713, 2000, codes{source.COW: "713", source.COWAbb: "TAW", source.GW: "713", source.ISO3: "TWN", source.ISO2: "TW", source.ISONum: "158", source.VDem: "TWN", source.Polity: "713", source.Name: "Taiwan|Taiwan, Province of China|Chinese Taipei|대만|타이완|중화민국"}},
	} {
		for system, texts := range tt.codes {
			for text := range strings.SplitSeq(texts, "|") {
				if c, v := source.Resolve(system, text, tt.year); c != tt.state || v != source.Matched {
					t.Errorf("%s %q in %d is %d (%d); want %d", system, text, tt.year, c, v, tt.state)
				}
			}
		}
		if !source.IsMember(tt.state, tt.year) {
			t.Errorf("state %d is no member in %d", tt.state, tt.year)
		}
	}
}

// The days on which those states came and went, by the list of 2016.
func TestDaysOfStatesThatChanged(t *testing.T) {
	want := map[ir.CCode]string{
		255: "1816-01-01/1945-05-08 1990-10-03/", 260: "1955-05-05/1990-10-02", 265: "1954-03-25/1990-10-02",
		730: "1887-01-01/1905-11-17", 731: "1948-09-09/", 732: "1949-06-29/", 816: "1954-07-21/", 817: "1954-06-04/1975-04-30",
		678: "1926-09-02/1990-05-21", 679: "1990-05-22/", 680: "1967-11-30/1990-05-21",
		345: "1878-07-13/1941-04-20 1944-10-20/", 365: "1816-01-01/", 713: "1949-12-08/",
	}
	for _, m := range source.Members() {
		var spells []string
		for _, s := range m.Spells {
			text := s.Start.Format(time.DateOnly) + "/"
			if !s.Open() {
				text += s.End.Format(time.DateOnly)
			}
			spells = append(spells, text)
		}
		if got := strings.Join(spells, " "); want[m.CCode] != "" && got != want[m.CCode] {
			t.Errorf("state %d: %s; want %s", m.CCode, got, want[m.CCode])
		}
		delete(want, m.CCode)
	}
	if len(want) > 0 {
		t.Errorf("not on the list: %v", want)
	}
}

func TestResolveTellsRegionsFromNonsense(t *testing.T) {
	for text, system := range map[string]source.Code{
		"World": source.Name, "Hong Kong": source.Name, "East Asia & Pacific (excluding high income)": source.Name, "Hamas (Palestine)*": source.Name, "Holy See (Vatican City State)": source.Name, "nld_curacao": source.ISO3,
		"WLD": source.ISO3, "PRI": source.ISO3, "HK": source.ISO2, "PSG": source.VDem, "711": source.GW,
	} {
		if c, v := source.Resolve(system, text, 2000); v != source.Other || c != 0 {
			t.Errorf("%s %q is %d (%d); want none, but known", system, text, c, v)
		}
	}
	for text, system := range map[string]source.Code{"Atlantis": source.Name, "": source.Name, "9999": source.COW, "-9": source.COW, "QQ": source.ISO2} {
		if c, v := source.Resolve(system, text, 2000); v != source.Unknown || c != 0 {
			t.Errorf("%s %q is %d (%d); want unknown", system, text, c, v)
		}
	}
}

func TestMembership(t *testing.T) {
	for _, tt := range []struct {
		c    ir.CCode
		y    ir.Year
		want bool
	}{{255, 1944, true}, {255, 1970, false}, {255, 1990, true}, {260, 1990, true}, {260, 1991, false}, {315, 1942, false}, {713, 1949, true}, {732, 2030, true}, {999, 2000, false}} {
		if got := source.IsMember(tt.c, tt.y); got != tt.want {
			t.Errorf("state %d in %d: member %v", tt.c, tt.y, got)
		}
	}
	if n := len(source.Members()); n != 217 {
		t.Errorf("%d states", n)
	}
}

// The list agrees with what publishers themselves say of code and state, but
// for rows that are counted and explained.
func TestResolveAgreesWithPublishers(t *testing.T) {
	dir := testkit.Data(t)
	for _, tt := range []struct {
		file, code, ccode, year string
		system                  source.Code
		apart                   int
	}{
		{"unga/IdealpointsJuly2025.csv", "iso3c", "ccode", "year", source.ISO3, 23},     // YAR for South Yemen too, 1967-1989
		{"vdem/vdem_simple.csv.gz", "country_text_id", "cown", "year", source.VDem, 76}, // 316 for Czechoslovakia; 260 for Germany in 1990
		{"cow-nmc/NMC-60-abridged.csv", "stateabb", "ccode", "year", source.COWAbb, 0},  //
		{"gleditsch-ward/cw_gw_panel.csv", "gwcode", "ccode", "year", source.GW, 2},     // 1990, when two states of each number were members
	} {
		f, err := source.Open(context.Background(), filepath.Join(dir, filepath.FromSlash(tt.file)), source.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.Content()
		if err != nil {
			t.Fatal(err)
		}
		checked, wrong := agree(t, csv.NewReader(r), tt.code, tt.ccode, tt.year, tt.system)
		if checked < 1000 || wrong != tt.apart {
			t.Errorf("%s: %d of %d rows disagree; want %d", tt.file, wrong, checked, tt.apart)
		}
		f.Close()
	}
}

func agree(t *testing.T, r *csv.Reader, code, ccode, year string, system source.Code) (checked, wrong int) {
	r.LazyQuotes = true
	header, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range header {
		at[name] = i
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return checked, wrong
		}
		if err != nil {
			t.Fatal(err)
		}
		want, err := strconv.Atoi(row[at[ccode]])
		y, _ := strconv.Atoi(row[at[year]])
		if err != nil || row[at[code]] == "" || row[at[code]] == "NA" {
			continue
		}
		checked++
		if got, _ := source.Resolve(system, row[at[code]], ir.Year(y)); int(got) != want {
			if wrong++; wrong < 12 {
				t.Logf("%s %s in %d is %d; the publisher says %d", system, row[at[code]], y, got, want)
			}
		}
	}
}
