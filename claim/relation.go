package claim

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/sim"
)

// Relation is one of the ways in which what a government does may act on others,
// as coefficients of the simulation held at one value. Schools disagree about
// them; a claim about levers is judged under each.
type Relation struct {
	Name   string
	EN, KO string
	Fixed  []sim.Fixed
}

// Each value lies two thirds of the way from none to the end of the range swept,
// and foresight at its ends, so that no school is judged at a caricature.
var relations = []Relation{
	{
		"spiral", "aimed alliances and arms provoke", "겨냥한 동맹과 군비가 적대를 키움",
		[]sim.Fixed{{Name: "tie_effect", Value: 1}, {Name: "strength_effect", Value: 0.67}},
	},
	{
		"deterrence", "aimed alliances and arms calm", "겨냥한 동맹과 군비가 적대를 누름",
		[]sim.Fixed{{Name: "tie_effect", Value: -1}, {Name: "strength_effect", Value: -0.67}},
	},
	{
		"leverage", "economic partnership gives the partner leverage", "경제 협력이 상대의 지렛대가 됨",
		[]sim.Fixed{{Name: "partner_effect", Value: 1}},
	},
	{
		"hedging-costs", "closeness to the rival costs the patron's commitment", "경쟁국과 가까워지면 후견국의 공약이 약해짐",
		[]sim.Fixed{{Name: "hedge_price", Value: 1}},
	},
	{
		"myopic", "challengers do not look ahead", "도전국이 앞을 내다보지 않음",
		[]sim.Fixed{{Name: "foresight", Value: 0}},
	},
	{
		"forward-looking", "challengers look ahead", "도전국이 앞을 내다봄",
		[]sim.Fixed{{Name: "foresight", Value: 1}},
	},
}

// Relations returns the relations under which claims about levers are judged.
func Relations() []Relation { return slices.Clone(relations) }

func relationNames() []string {
	out := make([]string, len(relations))
	for i, r := range relations {
		out[i] = r.Name
	}
	return out
}
