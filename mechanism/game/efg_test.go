package game_test

import (
	"bufio"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
)

// A tree is a game as a file states it.
type tree struct {
	player, set int
	name        string
	actions     []string
	next        []*tree
	ends        []float64
}

var (
	decision = regexp.MustCompile(`^p "" (\d+) (\d+) "([^"]*)" \{ (.*) \} 0$`)
	terminal = regexp.MustCompile(`^t "" \d+ "[^"]*" \{ (.*) \}$`)
	quoted   = regexp.MustCompile(`"([^"]*)"`)
)

// reporter is what helpers need of a test or a property.
type reporter interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// read parses the part of the format that the program writes, in the order of
// the file: a node, then what follows each of its actions.
func read(t reporter, s *bufio.Scanner) *tree {
	t.Helper()
	if !s.Scan() {
		t.Fatal("the file ends inside the tree")
	}
	line := s.Text()
	if m := terminal.FindStringSubmatch(line); m != nil {
		n := &tree{}
		for _, text := range strings.Split(m[1], ", ") {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			n.ends = append(n.ends, v)
		}
		return n
	}
	m := decision.FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("not a node: %s", line)
	}
	n := &tree{name: m[3]}
	n.player, _ = strconv.Atoi(m[1])
	n.set, _ = strconv.Atoi(m[2])
	for _, a := range quoted.FindAllStringSubmatch(m[4], -1) {
		n.actions = append(n.actions, a[1])
	}
	for range n.actions {
		n.next = append(n.next, read(t, s))
	}
	return n
}

func parse(t reporter, file []byte) *tree {
	t.Helper()
	s := bufio.NewScanner(strings.NewReader(string(file)))
	for range 3 { // the head, the comment and a blank
		s.Scan()
	}
	root := read(t, s)
	if s.Scan() {
		t.Fatalf("more after the tree: %s", s.Text())
	}
	return root
}

// A solver is a second way to the same equilibrium: it knows nothing of the
// model, follows the tree, and takes choices at an information set once.
type solver struct {
	lambda float64
	chosen map[string][]float64
}

func (s *solver) value(n *tree) []float64 {
	if n.ends != nil {
		return n.ends
	}
	values := make([][]float64, len(n.next))
	for i, next := range n.next {
		values[i] = s.value(next)
	}
	p := s.choose(n, values)
	out := make([]float64, len(values[0]))
	for i := range values {
		for k := range out {
			out[k] += p[i] * values[i][k]
		}
	}
	return out
}

func (s *solver) choose(n *tree, values [][]float64) []float64 {
	p := make([]float64, len(values))
	sum := 0.0
	for i := range values {
		p[i] = math.Exp(s.lambda * (values[i][n.player-1] - values[0][n.player-1]))
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	key := fmt.Sprintf("%d/%d", n.player, n.set)
	if before, ok := s.chosen[key]; ok {
		for i := range p {
			if math.Abs(p[i]-before[i]) > 1e-9 {
				panic(fmt.Sprintf("the choice at %s (%s) differs within one information set", key, n.name))
			}
		}
	}
	s.chosen[key] = p
	return p
}

// The file holds exactly the game solved: solved from the file alone, in another
// way, it has the same equilibrium, and the residual is that of rounding.
func TestEFGHoldsTheGame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms, sit := drawn(t)
		p, e := solve(terms, sit)
		terms.StatusAt(&p, e.Value, game.Logit(0.05))
		game.Solve(&p, terms.Lambda, &e)
		file := game.EFG("invented", game.Names{Challenger: "C", Target: "T", Patrons: []string{"P", "Q", "R"}}, &p)
		s := solver{terms.Lambda, map[string][]float64{}}
		s.value(parse(t, file))
		root := s.chosen["1/1"]
		check := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-6 {
				t.Fatalf("%s is %v from the file; want %v\n%s", what, got, want, file)
			}
		}
		check("start", 1-root[game.Instruments], e.Start)
		for j, path := range e.Paths {
			check("instrument", root[j], e.Start*path.Chosen)
			check("resist", s.chosen[fmt.Sprintf("2/%d", j+1)][0], path.Resist)
			check("attack", s.chosen[fmt.Sprintf("1/%d", j+2)][0], path.Attack)
			for k := range sit.Patrons {
				if k == 0 {
					check("leader", s.chosen[fmt.Sprintf("3/%d", 2*j+1)][0], path.Come[0])
					continue
				}
				check("follower alone", s.chosen[fmt.Sprintf("%d/%d", 3+k, 2*j+1)][0], path.After[k][0])
				check("follower led", s.chosen[fmt.Sprintf("%d/%d", 3+k, 2*j+2)][0], path.After[k][1])
			}
		}
	})
}
