package claim

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// invasion is the year of the invasion that the record is counted up to.
const invasion = 2022

// attempts counts earlier attempts on record: the undisputed ones, up to all.
func attempts(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	trail := prov.Trail{Formula: "attempts"}
	all := Attempts()
	for _, a := range all {
		trail.Cites = append(trail.Cites, a.Cites...)
	}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		sure, either := count(all, s, b.Year)
		return float64(sure), float64(sure), float64(either), nil
	})
	return readings, prov.Merge("attempts", trail), err
}

// count is the number of disputes before a year that hold an attempt under a
// setting: those of which nothing is disputed, and all.
func count(all []Attempt, s []Chosen, year ir.Year) (sure, either int) {
	var certain, held []int
	for _, a := range all {
		if a.Year > year || a.Year >= invasion || !a.meets(s, false) {
			continue
		}
		held = append(held, a.Dispute)
		if a.meets(s, true) {
			certain = append(certain, a.Dispute)
		}
	}
	return distinct(certain), distinct(held)
}

func distinct(numbers []int) int {
	slices.Sort(numbers)
	return len(slices.Compact(numbers))
}

// Types of direct contiguity up to which neighbours count as such without
// dispute, and at all.
const (
	nearWater = 3 // 24 miles of water
	anyWater  = 5 // 400 miles of water
)

// meets reports whether an attempt is one under a setting, either at all or
// without anything disputed.
func (a Attempt) meets(s []Chosen, sure bool) bool {
	home, held := anyWater, a.Changed || a.Won
	if sure {
		home, held = nearWater, a.Changed
	}
	switch {
	case sure && (!a.War || a.AimDisputed || !a.Listed),
		chosen(s, "force") == "deaths_1000" && !a.Deadly,
		chosen(s, "actor") == "major" && !a.Major,
		chosen(s, "result") == "held" && !held,
		chosen(s, "target") == "home" && (a.Neighbours == 0 || a.Neighbours > home):
		return false
	}
	return true
}
