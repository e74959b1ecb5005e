package between_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Five fictional states: powers 991 and 992, 993 between them, 994 an ally and
// host of 991, and 995 far from all.
const (
	west, east, middle, host, far ir.CCode = 991, 992, 993, 994, 995
)

// invented is a snapshot of those five in 2000 and 2001, changed by more.
func invented(t testing.TB, more ...panel.Row) *panel.Snapshot {
	t.Helper()
	var states []ir.State
	for c := west; c <= far; c++ {
		states = append(states, ir.State{CCode: c, GW: ir.GWCode(c), ISO: fmt.Sprintf("X%02d", c-900), NameEN: fmt.Sprint(c), NameKO: fmt.Sprint(c)})
	}
	codes, err := ir.NewCodes(states)
	if err != nil {
		t.Fatal(err)
	}
	rows := more
	for y := ir.Year(2000); y <= 2001; y++ {
		for i, v := range []float64{40, 20, 4, 2, 1} {
			rows = append(rows, stated("milex_constant", "US$ 2021", west+ir.CCode(i), ir.World, y, v))
		}
		rows = append(rows, stated("milex_constant", "US$ 2021", ir.World, ir.World, y, 100))
	}
	km := func(a, b ir.CCode, capital, land float64) {
		rows = append(rows, stated("distance_capital", "km", a, b, 2000, capital), stated("distance_capital", "km", b, a, 2000, capital),
			stated("distance_territory", "km", a, b, 2000, land), stated("distance_territory", "km", b, a, 2000, land))
	}
	km(west, east, 6000, 5000)
	km(west, middle, 3000, 2000)
	km(east, middle, 3000, 900)
	km(host, middle, 1500, 1200)
	km(host, west, 4500, 3900)
	km(host, east, 4500, 3900)
	for _, c := range []ir.CCode{west, east, middle, host} {
		km(far, c, 15000, 14000)
	}
	rows = append(
		rows,
		stated("defence_pact", "", west, host, 2000, 1), stated("rivalry", "", west, east, 2000, 1), stated("rivalry", "", east, west, 2000, 1),
		stated("troops_hosted", "persons", west, host, 2000, 5000),
	)
	s, err := panel.New(codes, []prov.Source{{Key: "made", Publisher: "nobody", Title: "invented"}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func stated(indicator, unit string, from, to ir.CCode, y ir.Year, v float64) panel.Row {
	return panel.Row{Indicator: indicator, Unit: unit, State: from, Partner: to, Year: y, Value: v, Low: v, High: v, Source: "made"}
}

func defaults() between.Settings {
	set := param.Default[between.Settings]()
	set.HalfDistance, set.BaseShare, set.RemoteStake, set.NearDistance, set.Floor = 3000, 0.5, 0.3, 1000, 0.01
	set.PowerShare = 0.05
	return set
}

// What a power brings to the middle, worked by hand for each form of distance,
// capability and gradient.
func TestReach(t *testing.T) {
	f := between.NewRecord(invented(t)).Field(2001, defaults(), between.Basis{})
	at, _ := f.Index(middle)
	tests := []struct {
		name   string
		change func(*between.Settings)
		west   float64 // the larger of home and base
		via    ir.CCode
		east   float64
	}{
		// From home 0.4 / 2 = 0.2, from the host 0.5 x 0.4 / sqrt(2) = 0.141.
		{"capitals", func(*between.Settings) {}, 0.2, west, 0.1},
		// All of it from the host: 0.4 / sqrt(2).
		{"bases", func(s *between.Settings) { s.BaseShare = 1 }, 0.4 / math.Sqrt2, host, 0.1},
		{"no garrison is that large", func(s *between.Settings) { s.BaseShare, s.MinTroops = 1, 5001 }, 0.2, west, 0.1},
		{"territories", func(s *between.Settings) { s.Territory = true }, 0.4 * math.Exp2(-2./3), west, 0.2 * math.Exp2(-0.3)},
		// Level spending of two years makes a stock of spending over depreciation, so
		// shares stay.
		{"stock", func(s *between.Settings) { s.Stock = true }, 0.2, west, 0.1},
		{"by days", func(s *between.Settings) { s.Projected = true }, byDays(0.4, 3000), west, byDays(0.2, 3000)},
		// By days the host is closer, but half of the capability is worth less.
		{"by days, bases", func(s *between.Settings) { s.Projected, s.BaseShare = true, 1 }, byDays(0.4, 1500), host, byDays(0.2, 3000)},
	}
	for _, tt := range tests {
		set := defaults()
		tt.change(&set)
		e := between.NewEvaluator(f)
		e.Set(set)
		reach, via := e.Reach(0, at)
		if !testkit.Near(reach, tt.west, 1e-12) || f.States[via] != tt.via {
			t.Errorf("%s: west brings %v via %d; want %v via %d", tt.name, reach, f.States[via], tt.west, tt.via)
		}
		if got, _ := e.Reach(1, at); !testkit.Near(got, tt.east, 1e-12) {
			t.Errorf("%s: east brings %v; want %v", tt.name, got, tt.east)
		}
		if got := e.ReachOf(0, at); got != reach {
			t.Errorf("%s: ReachOf gives %v, Reach %v", tt.name, got, reach)
		}
	}
}

// byDays is what share c brings over km at 500 miles a day.
func byDays(c, km float64) float64 {
	return math.Pow(c, math.Log10(km/1.609344/500+10-math.E))
}

// West is 2,000 km from the middle and no ally, so its stake is 0.3; east is 900
// km away. Rivals squeeze it by 2 min(0.3 x 0.2, 0.1) = 0.12, and tightness is
// 0.12 / (0.04 + 0.06 + 0.1 + 0.01).
func TestSqueezeOfField(t *testing.T) {
	f := between.NewRecord(invented(t)).Field(2001, defaults(), between.Basis{})
	e := between.NewEvaluator(f)
	at, _ := f.Index(middle)
	got := e.Squeeze(defaults())[at]
	if !testkit.Near(got.Squeeze, 0.12, 1e-12) || !testkit.Near(got.Tightness, 0.12/0.21, 1e-12) {
		t.Errorf("squeeze %+v; want 0.12 and %v", got, 0.12/0.21)
	}
	if pair, ok := e.Pair(got); !ok || f.States[pair[0]] != west || f.States[pair[1]] != east {
		t.Errorf("pair %v, %v", pair, ok)
	}
	// Over 15,000 km a thirty-second part arrives, three tenths of it at stake.
	remote, _ := f.Index(far)
	if got := e.Squeeze(defaults())[remote].Squeeze; !testkit.Near(got, 2*0.3*0.2/32, 1e-12) {
		t.Errorf("far from all: %v; want %v", got, 2*0.3*0.2/32)
	}
}

// A neighbour, an ally, a host and one with a dispute on record are at stake as
// a whole; others by the remote stake.
func TestStake(t *testing.T) {
	quarrel := stated("dispute_onset", "", west, middle, 1990, 1)
	fence := stated("land_border", "", east, far, 2000, 1)
	f := between.NewRecord(invented(t, quarrel, fence)).Field(2001, defaults(), between.Basis{})
	set := defaults()
	index := func(c ir.CCode) int { i, _ := f.Index(c); return i }
	for _, tt := range []struct {
		power, state ir.CCode
		want         float64
	}{
		{west, middle, 1}, // the dispute of 1990
		{west, host, 1},   // ally and host
		{west, east, 1},   // rival
		{east, middle, 1}, // 900 km
		{east, far, 1},    // border
		{west, far, 0.3}, {east, host, 0.3},
	} {
		if got := f.Stake(index(tt.power), index(tt.state), set); got != tt.want {
			t.Errorf("stake of %d in %d is %v; want %v", tt.power, tt.state, got, tt.want)
		}
	}
	set.Window = 10
	late := between.NewRecord(invented(t, quarrel)).Field(2001, set, between.Basis{})
	if got := late.Stake(index(west), index(middle), set); got != 0.3 {
		t.Errorf("a dispute of eleven years ago counts within ten: %v", got)
	}
}

// The powers are those above the threshold, and a major of record below it.
func TestPowersOfField(t *testing.T) {
	record := between.NewRecord(invented(t, stated("major_power", "", host, ir.World, 2000, 1)))
	f := record.Field(2001, defaults(), between.Basis{})
	var got []ir.CCode
	for _, i := range f.Powers(defaults().Powers) {
		got = append(got, f.States[i])
	}
	if fmt.Sprint(got) != "[991 992 994]" {
		t.Errorf("powers %v; want both above a twentieth and the major of record", got)
	}
}

// A user's own table names the states, and nothing else of capability is read:
// 993 and 995 have none and are not placed, 994 is a power.
func TestGivenTable(t *testing.T) {
	f := between.NewRecord(invented(t)).Field(2001, defaults(), between.Basis{Shares: map[ir.CCode]float64{west: 0.5, east: 0.2, host: 0.3}})
	if fmt.Sprint(f.States) != "[991 992 994]" || fmt.Sprint(f.Spending) != "[0.5 0.2 0.3]" || fmt.Sprint(f.Stock) != "[0.5 0.2 0.3]" {
		t.Fatalf("states %v, capability %v and %v", f.States, f.Spending, f.Stock)
	}
	if got := f.Powers(defaults().Powers); fmt.Sprint(got) != "[0 2 1]" {
		t.Errorf("powers %v; want the largest first", got)
	}
}

// On a basis that is for majors of record, these are the powers and nobody else,
// however large.
func TestMajorsAlone(t *testing.T) {
	shares := map[ir.CCode]float64{west: 0.5, east: 0.2, host: 0.2, far: 0.1}
	s := invented(t, stated("major_power", "0 or 1", west, ir.World, 2000, 1), stated("major_power", "0 or 1", far, ir.World, 2000, 1))
	f := between.NewRecord(s).Field(2001, defaults(), between.Basis{Shares: shares, Majors: true})
	var got []ir.CCode
	for _, i := range f.Powers(defaults().Powers) {
		got = append(got, f.States[i])
	}
	if fmt.Sprint(got) != "[991 995]" {
		t.Errorf("powers %v; want the majors of record", got)
	}
}

// Where no distance between territories is on record, that between capitals
// stands in for all.
func TestCapitalsStandInForTerritories(t *testing.T) {
	var rows []panel.Row
	for _, r := range invented(t).Rows() {
		if r.Indicator != "distance_territory" {
			rows = append(rows, r)
		}
	}
	s, err := panel.New(invented(t).Codes(), invented(t).Sources(), rows)
	if err != nil {
		t.Fatal(err)
	}
	f := between.NewRecord(s).Field(2001, defaults(), between.Basis{})
	for i := range f.States {
		for j := range f.States {
			if a, b := f.Distance(i, j, true), f.Distance(i, j, false); i != j && a != b && !(math.IsNaN(a) && math.IsNaN(b)) {
				t.Errorf("from %d to %d: %v by territory, %v by capital", f.States[i], f.States[j], a, b)
			}
		}
	}
}

// After a first round the evaluator makes no garbage.
func TestEvaluatorDoesNotAllocate(t *testing.T) {
	f := between.NewRecord(invented(t)).Field(2001, defaults(), between.Basis{})
	e := between.NewEvaluator(f)
	e.Squeeze(defaults())
	few := testing.AllocsPerRun(100, func() { e.Squeeze(defaults()) })
	wide := defaults()
	wide.Projected, wide.Territory, wide.Stock = true, true, true
	many := testing.AllocsPerRun(100, func() { e.Squeeze(wide) })
	if few > 0 || many > 0 {
		t.Errorf("%v allocations a round, %v under other settings", few, many)
	}
}

// Every unit of spending gives the same squeeze, since shares are taken.
func TestUnitsDoNotMatter(t *testing.T) {
	s := invented(t)
	rows := s.Rows()
	for i := range rows {
		if rows[i].Indicator == "milex_constant" {
			rows[i].Value *= 1300
			rows[i].Low, rows[i].High = rows[i].Value, rows[i].Value
		}
	}
	won, err := panel.New(s.Codes(), s.Sources(), rows)
	if err != nil {
		t.Fatal(err)
	}
	a := between.NewEvaluator(between.NewRecord(s).Field(2001, defaults(), between.Basis{})).Squeeze(defaults())
	b := between.NewEvaluator(between.NewRecord(won).Field(2001, defaults(), between.Basis{})).Squeeze(defaults())
	for i := range a {
		if !testkit.Near(a[i].Squeeze, b[i].Squeeze, 1e-12) || !testkit.Near(a[i].Tightness, b[i].Tightness, 1e-12) {
			t.Errorf("state %d: %+v, in another unit %+v", i, a[i], b[i])
		}
	}
}

// With no two powers that are rivals or strangers, nobody is squeezed.
func TestNoRivalPowers(t *testing.T) {
	peace := invented(t, stated("defence_pact", "", east, west, 2000, 1))
	e := between.NewEvaluator(between.NewRecord(peace).Field(2001, defaults(), between.Basis{}))
	for i, s := range e.Squeeze(defaults()) {
		if s.Squeeze != 0 || s.Total != 0 || s.Tightness != 0 || s.G != -1 {
			t.Errorf("state %d: %+v", i, s)
		}
	}
}

func BenchmarkEvaluator(b *testing.B) {
	e := between.NewEvaluator(between.NewRecord(invented(b)).Field(2001, defaults(), between.Basis{}))
	for b.Loop() {
		e.Squeeze(defaults())
	}
}
