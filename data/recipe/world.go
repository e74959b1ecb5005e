package recipe

import (
	"context"
	"slices"
	"strconv"
)

// embeddedList is what a record calls the list of states that the program
// carries, the Correlates of War's of 2016.
const embeddedList = "embedded-states"

// statesNeed is the imported list, which is used in place of the embedded one.
var statesNeed = need{"cow-states", "states"}

// open reads who was a member when.
func (l *loader) open(ctx context.Context, r Recipe) (*world, error) {
	w := &world{system: r.System}
	var err error
	carry := r.Carry || r.System == GW
	if l.imported(r) {
		w.cow, err = l.listed(ctx, carry)
	} else {
		l.note(Datum{Dataset: embeddedList, Edition: strconv.Itoa(int(listEnds)), Table: "states", Verified: true})
		w.cow, err = embedded(carry)
	}
	w.members = w.cow
	if err == nil && r.System == GW {
		t, e := l.table(gwNeed)
		if e != nil {
			return nil, e
		}
		defer func() { _ = t.Close() }()
		w.members, err = gwMembers(ctx, t, r.Carry)
	}
	if err == nil {
		w.part()
	}
	l.world = w
	return w, err
}

// imported reports whether the list of states is an imported one: as recorded,
// or as the store has it.
func (l *loader) imported(r Recipe) bool {
	if len(r.Data) > 0 {
		return !slices.ContainsFunc(r.Data, func(d Datum) bool { return d.Dataset == embeddedList })
	}
	return l.has(statesNeed)
}

func (l *loader) listed(ctx context.Context, carry bool) (*members, error) {
	if !l.has(statesNeed) {
		return nil, &DataError{Missing: []Missing{l.missing(statesNeed, "")}}
	}
	t, err := l.table(statesNeed)
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.Close() }()
	return cowMembers(ctx, t, carry)
}
