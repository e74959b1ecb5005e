package study

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
)

// NationalGoal is what a state is taken to strive for beside its interests: a
// labelled assumption, reported apart from the scores.
type NationalGoal struct {
	State  ir.CCode
	Kind   sim.Goal
	EN, KO string
}

// goals are the national goals taken for granted in the debates of the states
// themselves; a state that is not listed has none.
var goals = []NationalGoal{
	{732, sim.Settlement, "a settlement with North Korea and unification", "북한과의 평화 정착과 통일"},
	{731, sim.Settlement, "a settlement with South Korea", "한국과의 관계 정착"},
	{713, sim.StatusQuo, "that the status quo across the strait holds", "양안 현상 유지"},
	{369, sim.Restoration, "restoration of its territory, and accession", "영토 회복과 서방 기구 가입"},
	{372, sim.Restoration, "restoration of its territory", "영토 회복"},
	{359, sim.Restoration, "restoration of its territory", "영토 회복"},
	{373, sim.StatusQuo, "that the territory regained is kept", "수복한 영토 유지"},
	{371, sim.Settlement, "a settlement with Azerbaijan and Turkey", "아제르바이잔·튀르키예와의 관계 정착"},
	{347, sim.Belonging, "recognition, and membership of Western institutions", "국가 승인과 서방 기구 가입"},
	{345, sim.Settlement, "a settlement over Kosovo", "코소보 문제의 타결"},
	{375, sim.StatusQuo, "that no war comes to its soil", "자국 영토의 평화 유지"},
	{290, sim.StatusQuo, "that no war comes to its soil", "자국 영토의 평화 유지"},
}

// GoalOf is a state's national goal, of kind [sim.NoGoal] where it has none.
func GoalOf(state ir.CCode) NationalGoal {
	for _, g := range goals {
		if g.State == state {
			return g
		}
	}
	return NationalGoal{State: state}
}
