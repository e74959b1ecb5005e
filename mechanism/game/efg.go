package game

import (
	"bytes"
	"fmt"
	"strconv"
)

// EFG writes the game as a Gambit extensive-form file, format EFG 2: the tree,
// the players' names and exactly the payoffs that [Solve] uses.
func EFG(title string, players [Players]string, p *Payoffs) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "EFG 2 R %s { %s %s %s }\n\"\"\n\n", strconv.Quote(title),
		strconv.Quote(players[Challenger]), strconv.Quote(players[Target]), strconv.Quote(players[Patron]))
	node := func(player, set int, name, yes, no string) {
		fmt.Fprintf(&b, "p \"\" %d %d %q { %q %q } 0\n", player+1, set, name, yes, no)
	}
	leaf := func(n int, name string, v [Players]float64) {
		fmt.Fprintf(&b, "t \"\" %d %q { %s, %s, %s }\n", n, name, num(v[0]), num(v[1]), num(v[2]))
	}
	node(Challenger, 1, "demand", "demand", "status quo")
	node(Target, 1, "answer", "resist", "concede")
	node(Challenger, 2, "escalate", "attack", "back down")
	node(Patron, 1, "commitment", "intervene", "abandon")
	leaf(1, "war, patron in", p.Joined)
	leaf(2, "war, patron out", p.Alone)
	leaf(3, "back down", p.BackDown)
	leaf(4, "concession", p.Concede)
	leaf(5, "status quo", p.StatusQuo)
	return b.Bytes()
}

func num(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
