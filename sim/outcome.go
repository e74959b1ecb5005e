package sim

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// The outcomes of a run at one horizon, as indexes. The first [Headline] are the
// interests a strategy is judged by; the others explain them.
const (
	Security = iota
	Territory
	Lives
	Peace
	Prosperity
	Autonomy
	NationalGoal
	Disputes
	Wars
	Concessions
	Abandonments
	Entrapments
	Coercions
	Swings
	Fights
	numOutcomes

	// Headline is the number of outcomes that are interests.
	Headline = Autonomy + 1
)

// Horizons are the years at which outcomes are reported, the last first.
var Horizons = [...]int{Horizon, 2, 5, 10}

// At is the index of an outcome at one of the [Horizons].
func At(outcome, horizon int) int { return horizon*numOutcomes + outcome }

var outcomes = [numOutcomes]rdm.Outcome{
	{Name: "security", Unit: "", Higher: true},
	{Name: "territory", Unit: "share", Higher: true},
	{Name: "lives", Unit: "deaths per million", Higher: false},
	{Name: "peace", Unit: "share of years", Higher: true},
	{Name: "prosperity", Unit: "ratio", Higher: true},
	{Name: "autonomy", Unit: "", Higher: true},
	{Name: "goal", Unit: "", Higher: true},
	{Name: "disputes", Unit: "disputes"},
	{Name: "wars", Unit: "wars"},
	{Name: "concessions", Unit: "concessions"},
	{Name: "abandonments", Unit: "wars"},
	{Name: "entrapments", Unit: "wars"},
	{Name: "coercions", Unit: "cases"},
	{Name: "swings", Unit: ""},
	{Name: "fights", Unit: "fights"},
}

// Outcomes lists what a run reports: every outcome at the end of the run, and
// then at the earlier horizons.
func Outcomes() []rdm.Outcome {
	var out []rdm.Outcome
	for h, years := range Horizons {
		for _, o := range outcomes {
			if h > 0 {
				o.Name = fmt.Sprintf("%s_%dy", o.Name, years)
			}
			out = append(out, o)
		}
	}
	return out
}

// Label is an outcome in words.
type Label struct{ EN, KO, SayEN, SayKO string }

// Labels describes the headline outcomes, in order.
func Labels() []Label {
	return []Label{
		{"security", "안보", "1 less the severity of the worst fight on own soil: 1 is none, 0 a war lost",
			"자국 영토에서 겪은 최악의 충돌의 심각도를 1에서 뺀 값. 1은 충돌 없음, 0은 패전"},
		{"territory", "영토", "the share of today's territory still held",
			"현재 영토 중 유지한 비율"},
		{"lives", "인명", "deaths in fights on own soil, per million people",
			"자국 영토의 충돌로 인한 인구 100만 명당 사망자"},
		{"peace", "평화", "the share of years without a militarised dispute",
			"군사 분쟁이 없는 해의 비율"},
		{"prosperity", "번영", "consumption against the same future on today's budget and without political losses",
			"정치적 손실이 없고 예산이 현재와 같은 동일한 미래에 견준 소비"},
		{"autonomy", "자율성", "freedom from concessions and one-sided dependence, on average over the years",
			"양보와 일방적 의존으로부터의 자유, 연평균"},
	}
}

// tally gathers the outcomes of a run.
type tally struct {
	worst, deaths, autonomy, consumed, unhurt, goal float64
	quiet                                           int
	disputes, wars, concessions, abandonments       float64
	entrapped, coerced, swung, powerWars, fights    float64
}

// report writes the outcomes of the years so far at one of the horizons.
func (l *state) report(s *Setup, out []float64, horizon, years int) {
	const million = 1e6
	t, at := &l.tally, out[At(0, horizon):]
	n := float64(years)
	at[Security], at[Territory], at[Lives] = 1-t.worst, l.land, t.deaths*million
	at[Peace] = float64(t.quiet) / n
	at[Prosperity] = t.consumed / t.unhurt
	at[Autonomy] = t.autonomy / n
	at[NationalGoal] = t.goal
	if s.Goal == StatusQuo || s.Goal == Belonging {
		at[NationalGoal] = t.goal / n
	}
	at[Disputes], at[Wars] = t.disputes, t.wars
	at[Concessions], at[Abandonments] = t.concessions, t.abandonments
	at[Entrapments], at[Coercions], at[Swings] = t.entrapped, t.coerced, t.swung
	at[Fights] = t.fights
}
