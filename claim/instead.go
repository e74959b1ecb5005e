package claim

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// subject is the state that the claims of the founding paper are about.
const subject = "KOR"

// elsewhere are the studies whose question can be asked of another state as it
// stands. The others name things of South Korea besides, such as Japan as its
// model.
var elsewhere = []string{"rank", "worth", "swing", "strategies"}

// Instead returns a claim asked of another state in the place of South Korea,
// between the two powers that the other is most caught between. Only parts that
// ask about South Korea are kept; ok is false where there is none. The rule is
// that of the claim, but it was written for South Korea, and its words say so.
func (b *Bench) Instead(c Claim, st ir.State) (moved Claim, ok bool, err error) {
	parts := c.Parts
	c.Parts = nil
	for _, p := range parts {
		if p.Value("state") != subject || !slices.Contains(elsewhere, p.Study) {
			continue
		}
		p.With = slices.Clone(p.With)
		for i := range p.With {
			with, err := b.fixed(p.With[i], st)
			if err != nil {
				return c, false, err
			}
			p.With[i] = with
		}
		c.Parts = append(c.Parts, p)
	}
	en, ko := fmt.Sprintf(" [Asked of %s in the place of South Korea.]", st.NameEN), fmt.Sprintf(" [한국 대신 %s에 대해 물음.]", st.NameKO)
	c.Statement = Text{c.Statement.EN + en, c.Statement.KO + ko}
	return c, len(c.Parts) > 0, nil
}

// fixed is what a part fixes, for another state.
func (b *Bench) fixed(w Choice, st ir.State) (Choice, error) {
	if w.Name != "state" && w.Name != "pair" && w.Name != "power" {
		return w, nil
	}
	if w.Name == "state" {
		return Choice{w.Name, []string{st.ISO}}, nil
	}
	x, err := b.at(b.Year)
	if err != nil {
		return w, err
	}
	pair, err := x.PairOf(st.CCode)
	if err != nil {
		return w, err
	}
	var names []string
	for _, c := range []ir.CCode{pair.A, pair.B} {
		one, ok := b.Figures.Codes().State(c)
		if !ok {
			return w, fmt.Errorf("claim: no state %d", c)
		}
		names = append(names, one.ISO)
	}
	if w.Name == "power" {
		names = names[:1]
	}
	return Choice{w.Name, names}, nil
}
