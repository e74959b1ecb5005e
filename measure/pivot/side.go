package pivot

// Side is where a state stands between two blocs.
type Side int

// The blocs have no names here; the caller says which powers lead them.
const (
	Neither Side = iota
	A
	B
)

// across reports whether two sides are the two blocs, in either order.
func across(s, t Side) bool { return s == A && t == B || s == B && t == A }
