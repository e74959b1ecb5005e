package rdm_test

import (
	"context"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Three inputs decide; a box of at most two names two of them, of at most one
// the one that decides most, and no cap names all three.
func TestPrimKeepsToTheCap(t *testing.T) {
	c := planted(4000, 6, 0, 0)
	for i := range c.Y {
		c.Y[i] = c.X[0][i] < 0.3 && c.X[1][i] < 0.6 && c.X[2][i] < 0.8
	}
	p := rdm.DefaultPrim()
	p.Density = 0.99
	for limit, want := range map[int]int{0: 3, 1: 1, 2: 2, 3: 3, 6: 3} {
		p.Inputs = limit
		d, err := rdm.Discover(c, p)
		if err != nil {
			t.Fatal(err)
		}
		f := d.Found[0]
		if len(f.Limits) != want || f.Reached != (want == 3) {
			t.Errorf("at most %d inputs: limits on %d, as dense as asked %v; want %d, %v", limit, len(f.Limits), f.Reached, want, want == 3)
		}
		for k, l := range f.Limits {
			if l.Input != k {
				t.Errorf("at most %d inputs: limit %d is on input %d", limit, k, l.Input)
			}
		}
	}
}

func TestPrimRefusesANegativeCap(t *testing.T) {
	c, p := planted(100, 2, 0.9, 0.1), rdm.DefaultPrim()
	p.Inputs = -1
	if _, err := rdm.Discover(c, p); err == nil {
		t.Error("Discover accepts a cap of -1")
	}
	if _, err := rdm.Stable(context.Background(), c, p, rdm.DefaultResampling()); err == nil {
		t.Error("Stable accepts a cap of -1")
	}
}
