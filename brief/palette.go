package brief

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// pen is how a power is drawn throughout: colours told apart without colour
// vision (Okabe and Ito's set), darkened for lettering to a contrast of 4.5 to
// 1 on white, and a dash that tells them apart in grey.
type pen struct{ line, letter, dash string }

// Pens in order of use. A, B and the state have their own.
var (
	penA     = pen{"#0072B2", "#005A8D", ""}
	penB     = pen{"#D55E00", "#A84300", "7 3"}
	penState = pen{"#000000", "#000000", ""}
	penRest  = []pen{
		{"#009E73", "#00694D", "2 3"}, {"#CC79A7", "#8F3F70", "9 3 2 3"},
		{"#E69F00", "#7F5600", "5 2 1 2 1 2"}, {"#56B4E9", "#1F6A96", "1 2"},
	}
)

// palette gives every power its pen.
type palette map[ir.CCode]pen

// newPalette assigns pens: A and B first, the state, then the others in the
// order of the shares and challengers.
func newPalette(d study.Dossier) palette {
	p := palette{}
	set := func(c ir.CCode, x pen) {
		if _, ok := p[c]; !ok && c != ir.World {
			p[c] = x
		}
	}
	set(d.State, penState)
	set(d.Position.Pair.A, penA)
	set(d.Position.Pair.B, penB)
	others := []ir.CCode{}
	for _, s := range d.Structure.Shares {
		others = append(others, s.State)
	}
	for _, c := range d.Crises {
		others = append(others, c.Challenger)
	}
	next := 0
	for _, c := range others {
		if _, ok := p[c]; !ok {
			set(c, penRest[next%len(penRest)])
			next++
		}
	}
	return p
}

func (p palette) of(c ir.CCode) pen {
	if x, ok := p[c]; ok {
		return x
	}
	return pen{muted, muted, ""}
}

// shade is one hue from light (0) to dark (1), read in grey by lightness alone.
func shade(t float64) string {
	t = min(max(t, 0), 1)
	from, to := [3]float64{236, 240, 245}, [3]float64{22, 58, 99}
	var c [3]int
	for i := range c {
		c[i] = int(math.Round(from[i] + t*(to[i]-from[i])))
	}
	return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2])
}

// onShade is the lettering, black or white, that reads better on a shade; one
// of the two always reaches a contrast of 4.5 to 1.
func onShade(t float64) string {
	const crossover = 0.179 // luminance at which black and white read alike
	if luminance(shade(t)) < crossover {
		return paper
	}
	return "#000000"
}

// luminance is the relative luminance of a colour as #rrggbb, 0 to 1.
func luminance(colour string) float64 {
	var r, g, b uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return 0
	}
	linear := func(c uint8) float64 {
		v := float64(c) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
