package source_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"testing"

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
		{source.Name, "소련", want{}},
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

func TestResolveTellsRegionsFromNonsense(t *testing.T) {
	for text, system := range map[string]source.Code{
		"World": source.Name, "Hong Kong": source.Name, "East Asia & Pacific (excluding high income)": source.Name, "Hamas (Palestine)*": source.Name,
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
