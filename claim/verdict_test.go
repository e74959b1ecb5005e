package claim_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func rule() claim.Rule { return param.Default[claim.Rule]() }

// at is n readings of one value, 0.05 either way.
func at(value float64, n int) []claim.Reading {
	out := make([]claim.Reading, n)
	for i := range out {
		out[i] = claim.Reading{Value: value, Low: value - 0.05, High: value + 0.05}
	}
	return out
}

func joined(groups ...[]claim.Reading) (out []claim.Reading) {
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

// The effect is met at 0.6 and above, its mirror at 0.4 and below.
func TestJudge(t *testing.T) {
	up := claim.Effect{Unit: "share", Even: 0.5, Least: 0.1}
	down := claim.Effect{Unit: "share", Even: 0.5, Least: -0.1}
	missing := []claim.Reading{{Value: math.NaN(), Low: math.NaN(), High: math.NaN()}}
	tests := []struct {
		name     string
		effect   claim.Effect
		readings []claim.Reading
		want     claim.Verdict
		share    float64
	}{
		{"no reading", up, nil, claim.Undetermined, 0},
		{"all clear it", up, at(0.7, 5), claim.Supported, 1},
		{"four in five clear it", up, joined(at(0.7, 4), at(0.5, 1)), claim.Supported, 0.8},
		{"three in four do not suffice", up, joined(at(0.7, 3), at(0.5, 1)), claim.Undetermined, 0},
		{"the interval just clears it", up, at(0.65, 1), claim.Supported, 1},
		{"the interval does not clear it", up, at(0.64, 1), claim.Undetermined, 0},
		{"all clear the mirror", up, at(0.3, 5), claim.Contradicted, 1},
		{"between effect and mirror", up, at(0.5, 5), claim.Undetermined, 0},
		{"they disagree", up, joined(at(0.7, 3), at(0.3, 2)), claim.Mixed, 0.6},
		{"four in five outweigh one against", up, joined(at(0.7, 4), at(0.3, 1)), claim.Supported, 0.8},
		{"a missing figure is open", up, joined(at(0.7, 3), missing), claim.Undetermined, 0},
		{"low is what is argued", down, at(0.3, 5), claim.Supported, 1},
		{"and high is against it", down, at(0.7, 5), claim.Contradicted, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := rule().Judge(tt.effect, tt.readings)
			if got.Verdict != tt.want || math.Abs(got.Share()-tt.share) > 1e-12 {
				t.Errorf("Judge = %+v, share %g; want %s, %g", got, got.Share(), tt.want, tt.share)
			}
		})
	}
}

// A sign that flips between relations makes the verdict mixed, however many
// settings agree; one that merely weakens to nothing does not.
func TestFlip(t *testing.T) {
	e := claim.Effect{Even: 0, Least: 0.1}
	under := func(relation string, value float64, n int) []claim.Reading {
		out := at(value, n)
		for i := range out {
			out[i].Relation = relation
		}
		return out
	}
	flips := rule().Judge(e, joined(under("deterrence", 0.3, 9), under("spiral", -0.06, 1)))
	if flips.Verdict != claim.Mixed || !flips.Flips {
		t.Errorf("a flip gives %+v; want mixed", flips)
	}
	weakens := rule().Judge(e, joined(under("deterrence", 0.3, 9), under("spiral", -0.04, 1)))
	if weakens.Verdict != claim.Supported || weakens.Flips {
		t.Errorf("an effect that vanishes gives %+v; want supported", weakens)
	}
}

func TestJoin(t *testing.T) {
	s, c, m, u := claim.Supported, claim.Contradicted, claim.Mixed, claim.Undetermined
	tests := []struct {
		how   claim.Joining
		parts []claim.Verdict
		want  claim.Verdict
	}{
		{claim.All, nil, u},
		{claim.All, []claim.Verdict{s, s}, s},
		{claim.All, []claim.Verdict{c, c}, c},
		{claim.All, []claim.Verdict{s, c}, m},
		{claim.All, []claim.Verdict{s, m}, m},
		{claim.All, []claim.Verdict{s, u}, u},
		{claim.All, []claim.Verdict{c, u}, u},
		{claim.Any, []claim.Verdict{s, c}, s},
		{claim.Any, []claim.Verdict{c, c}, c},
		{claim.Any, []claim.Verdict{m, c}, m},
		{claim.Any, []claim.Verdict{u, c}, u},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.how, tt.parts), func(t *testing.T) {
			if got := claim.Join(tt.how, tt.parts); got != tt.want {
				t.Errorf("Join = %s; want %s", got, tt.want)
			}
		})
	}
}

// The mirror of every reading has the mirror verdict, and neither the unit nor
// the order of the settings matters.
func TestJudgeIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := claim.Effect{Even: rapid.Float64Range(-1, 1).Draw(t, "even"), Least: rapid.Float64Range(0.01, 1).Draw(t, "least")}
		var readings, mirrored []claim.Reading
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			v, half := rapid.Float64Range(-3, 3).Draw(t, "value"), rapid.Float64Range(0, 1).Draw(t, "half")
			r := claim.Reading{Value: v, Low: v - half, High: v + half}
			readings = append([]claim.Reading{r}, readings...)
			mirrored = append(mirrored, claim.Reading{Value: -v, Low: -r.High, High: -r.Low})
		}
		got := rule().Judge(e, readings)
		back := rule().Judge(claim.Effect{Even: -e.Even, Least: -e.Least}, mirrored)
		if got.Verdict != back.Verdict {
			t.Fatalf("%s upside down is %s", got.Verdict, back.Verdict)
		}
		against := rule().Judge(claim.Effect{Even: -e.Even, Least: e.Least}, mirrored)
		if opposite[got.Verdict] != against.Verdict {
			t.Fatalf("%s against the mirror is %s", got.Verdict, against.Verdict)
		}
	})
}

var opposite = map[claim.Verdict]claim.Verdict{
	claim.Supported: claim.Contradicted, claim.Contradicted: claim.Supported,
	claim.Mixed: claim.Mixed, claim.Undetermined: claim.Undetermined,
}
