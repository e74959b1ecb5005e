package game_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
)

// A solved game answers itself; the same choices a little off do not.
func TestResidual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := game.Payoffs{StatusQuo: rapid.Float64Range(-1, 2).Draw(t, "quo"), Patrons: rapid.IntRange(0, game.MaxPatrons).Draw(t, "patrons")}
		draw := func(name string) float64 { return rapid.Float64Range(-2, 2).Draw(t, name) }
		for j := range p.Branches {
			b := &p.Branches[j]
			b.Open, b.ConcedeC, b.ConcedeT, b.BackDownC, b.BackDownT = draw("open"), draw("cc"), draw("ct"), draw("bc"), draw("bt")
			for set := range b.FightC {
				b.FightC[set], b.FightT[set] = draw("fc"), draw("ft")
			}
			for k := range b.Come {
				x, behind := draw("come"), draw("behind")
				if k == 0 {
					behind = 0
				}
				b.Come[k] = [2]float64{x - behind, x + behind}
			}
		}
		lambda := rapid.Float64Range(0.5, 8).Draw(t, "lambda")
		var e game.Equilibrium
		game.Solve(&p, lambda, &e)
		if r := game.Residual(&p, lambda, &e); r > 1e-10 {
			t.Fatalf("residual %v", r)
		}
		if resist := &e.Paths[game.Seizure].Resist; *resist > 0.5 {
			*resist -= 0.25
		} else {
			*resist += 0.25
		}
		if r := game.Residual(&p, lambda, &e); r < 1e-6 {
			t.Fatalf("residual %v of choices that answer nothing", r)
		}
	})
}
