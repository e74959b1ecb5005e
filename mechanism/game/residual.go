package game

import "math"

// Residual is the largest gap between a probability of an equilibrium and the
// one with which its player would choose given what everybody else does: the
// logistic answer to the payoffs expected at that node, which are added up here
// over every end of the game. It is 0 in an agent quantal response equilibrium
// but for rounding [mckelvey1998].
func Residual(p *Payoffs, lambda float64, e *Equilibrium) float64 {
	worst := 0.0
	gap := func(have, better float64) {
		worst = math.Max(worst, math.Abs(have-1/(1+math.Exp(-lambda*better))))
	}
	var worth [Instruments]float64
	for j := range e.Paths {
		b, path := &p.Branches[j], &e.Paths[j]
		fightC, fightT := expectedFight(b, path, p.Patrons)
		gap(path.Attack, fightC-b.BackDownC)
		resistC := path.Attack*fightC + (1-path.Attack)*b.BackDownC
		resistT := path.Attack*fightT + (1-path.Attack)*b.BackDownT
		gap(path.Resist, resistT-b.ConcedeT)
		worth[j] = path.Resist*resistC + (1-path.Resist)*b.ConcedeC + b.Open
		for k := range p.Patrons {
			if k == 0 {
				gap(path.Come[0], b.Come[0][1])
				continue
			}
			gap(path.After[k][0], b.Come[k][0])
			gap(path.After[k][1], b.Come[k][1])
		}
	}
	return math.Max(worst, e.openingGap(worth, p.StatusQuo, lambda))
}

// expectedFight adds up what a fight is worth over every set of patrons.
func expectedFight(b *Branch, path *Path, patrons int) (c, t float64) {
	for set := range 1 << patrons {
		chance := 1.0
		for k := range patrons {
			come := path.Come[0]
			if k > 0 {
				come = path.After[k][set&1]
			}
			if set>>k&1 == 0 {
				come = 1 - come
			}
			chance *= come
		}
		c += chance * b.FightC[set]
		t += chance * b.FightT[set]
	}
	return c, t
}

// openingGap is the largest gap at the first node, where the challenger chooses
// among the instruments and doing nothing.
func (e *Equilibrium) openingGap(worth [Instruments]float64, quo, lambda float64) float64 {
	top := quo
	for _, v := range worth {
		top = math.Max(top, v)
	}
	sum := math.Exp(lambda * (quo - top))
	for _, v := range worth {
		sum += math.Exp(lambda * (v - top))
	}
	worst := math.Abs(1 - e.Start - math.Exp(lambda*(quo-top))/sum)
	for j, v := range worth {
		worst = math.Max(worst, math.Abs(e.Start*e.Paths[j].Chosen-math.Exp(lambda*(v-top))/sum))
	}
	return worst
}
