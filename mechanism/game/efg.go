package game

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// Names are what a file calls the players.
type Names struct {
	Challenger, Target string
	Patrons            []string // the leading one first
}

var instruments = [Instruments]string{"demand", "grey zone", "blockade", "limited attack", "invasion"}

// Instrument is the name of an instrument in files.
func Instrument(j int) string { return instruments[j] }

// EFG writes the game as a Gambit extensive-form file, format EFG 2: the tree,
// the players' names and exactly the payoffs that [Solve] uses. A patron's
// payoff is what it gains by coming, and 0 where it stays out.
func EFG(title string, names Names, p *Payoffs) []byte {
	w := &efg{p: p}
	players := []string{strconv.Quote(names.Challenger), strconv.Quote(names.Target)}
	for k := range p.Patrons {
		players = append(players, strconv.Quote(names.Patrons[k]))
	}
	fmt.Fprintf(&w.b, "EFG 2 R %s { %s }\n\"\"\n\n", strconv.Quote(title), strings.Join(players, " "))
	actions := []string{}
	for _, name := range instruments {
		actions = append(actions, name)
	}
	w.node(1, 1, "instrument", append(actions, "status quo")...)
	for j := range p.Branches {
		w.branch(j)
	}
	w.leaf("status quo", p.StatusQuo, 0, nil)
	return w.b.Bytes()
}

type efg struct {
	b    bytes.Buffer
	p    *Payoffs
	ends int
}

func (w *efg) node(player, set int, name string, actions ...string) {
	for i := range actions {
		actions[i] = strconv.Quote(actions[i])
	}
	fmt.Fprintf(&w.b, "p \"\" %d %d %q { %s } 0\n", player, set, name, strings.Join(actions, " "))
}

// leaf ends a path; came says which patrons came, in order.
func (w *efg) leaf(name string, challenger, target float64, patrons []float64) {
	w.ends++
	values := []string{num(challenger), num(target)}
	for k := range w.p.Patrons {
		v := 0.0
		if k < len(patrons) {
			v = patrons[k]
		}
		values = append(values, num(v))
	}
	fmt.Fprintf(&w.b, "t \"\" %d %q { %s }\n", w.ends, name, strings.Join(values, ", "))
}

func (w *efg) branch(j int) {
	b, name := &w.p.Branches[j], instruments[j]
	w.node(2, j+1, name+": answer", "resist", "concede")
	w.node(1, j+2, name+": carry through", "attack", "back down")
	w.patron(j, 0, 0, 0, nil)
	w.leaf(name+": backed down", b.BackDownC+b.Open, b.BackDownT, nil)
	w.leaf(name+": conceded", b.ConcedeC+b.Open, b.ConcedeT, nil)
}

// patron writes the choice of patron k and what follows, given the set of those
// that came before it and what each gained.
func (w *efg) patron(j, k, set, led int, gained []float64) {
	b := &w.p.Branches[j]
	if k == w.p.Patrons {
		w.leaf(fmt.Sprintf("%s: fought, patrons %0*b", instruments[j], max(1, w.p.Patrons), set), b.FightC[set]+b.Open, b.FightT[set], gained)
		return
	}
	after := led
	if k == 0 {
		after = 1 // the leader's own gain, the same either way
	}
	w.node(3+k, 2*j+led+1, instruments[j]+": commitment", "come", "stay out")
	came := 1
	if k > 0 {
		came = led
	}
	w.patron(j, k+1, set|1<<k, came, append(gained[:k:k], b.Come[k][after]))
	stayed := 0
	if k > 0 {
		stayed = led
	}
	w.patron(j, k+1, set, stayed, append(gained[:k:k], 0))
}

func num(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
