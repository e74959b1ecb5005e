package sim

import "github.com/shatterbelt/shatterbelt/rdm"

// The outcomes of a run, as indexes. The first [Headline] are the interests a
// strategy is judged by; the others explain them.
const (
	Security = iota
	Peace
	Prosperity
	Autonomy
	Disputes
	Wars
	Concessions
	Abandonments
	numOutcomes

	// Headline is the number of outcomes that are interests.
	Headline = Autonomy + 1
)

// Outcomes lists what a run reports.
func Outcomes() []rdm.Outcome {
	return []rdm.Outcome{
		{Name: "security", Unit: "", Higher: true},
		{Name: "peace", Unit: "share of years", Higher: true},
		{Name: "prosperity", Unit: "ratio", Higher: true},
		{Name: "autonomy", Unit: "", Higher: true},
		{Name: "disputes", Unit: "disputes"},
		{Name: "wars", Unit: "wars"},
		{Name: "concessions", Unit: "concessions"},
		{Name: "abandonments", Unit: "wars"},
	}
}

// Label is an outcome in words.
type Label struct{ EN, KO, SayEN, SayKO string }

// Labels describes the headline outcomes, in order.
func Labels() []Label {
	return []Label{
		{"security", "안보", "1 less the severity of the worst war on own soil: 1 is no war, 0 a war lost",
			"자국 영토에서 겪은 최악의 전쟁의 심각도를 1에서 뺀 값. 1은 전쟁 없음, 0은 패전"},
		{"peace", "평화", "the share of years without a militarised dispute",
			"군사 분쟁이 없는 해의 비율"},
		{"prosperity", "번영", "consumption over 25 years against the same future on today's budget and without political losses",
			"정치적 손실이 없고 예산이 현재와 같은 동일한 미래에 견준 25년간의 소비"},
		{"autonomy", "자율성", "freedom from concessions and one-sided dependence, on average over the years",
			"양보와 일방적 의존으로부터의 자유, 연평균"},
	}
}
