package identity

// Facts are what the rules ask about a state in one year. NaN is missing. A
// question of yes or no is 1 or 0.
type Facts struct {
	GDPShare   float64 // of world output, at market rates
	MilexShare float64 // of world military spending
	Tightness  float64 // of the squeeze between hostile powers, in [0, 1]
	Trade      float64 // exports and imports of goods over output

	Divided    float64 // 1 where the nation has another state, see [Division]
	Warheads   float64 // own
	Hosting    float64 // 1 where another state keeps nuclear weapons there
	Guaranteed float64 // 1 where a state with nuclear weapons is bound to defend it

	LandNeighbours float64 // states it shares a land border with
	Landlocked     float64 // 1 where it has no coast on an ocean

	// Patron is 1 where a power that has a rival is bound to the state by a
	// defence pact, and Front the distance in km from the state to the nearest
	// opponent of such a power: its rival, or a state bound to that rival. Front
	// means nothing where Patron is 0.
	Patron, Front float64

	EnergyImports float64 // net, in percent of energy use; negative for an exporter
	Polyarchy     float64 // electoral democracy, in [0, 1]
}

// Input is one fact as a rule used it.
type Input struct {
	Name  string // snake_case
	Value float64
	Unit  string
}

func (f Facts) size() []Input {
	return []Input{{"gdp_share", f.GDPShare, "share of world"}, {"milex_share", f.MilexShare, "share of world"}}
}

// front leaves the distance out where there is no patron to have a front for.
func (f Facts) front() []Input {
	patron := Input{"patron", f.Patron, "0 or 1"}
	if f.Patron == 0 {
		return []Input{patron}
	}
	return []Input{patron, {"front_distance", f.Front, "km"}}
}
