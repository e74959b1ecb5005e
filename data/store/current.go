package store

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Current returns the manifest of each dataset that analyses read: the edition
// that [Store.Use] asked for, and otherwise the newest that is verified or the
// user's own. An unverified edition counts only where it was asked for.
func (s *Store) Current(datasets []source.Dataset) ([]Manifest, error) {
	all, err := s.List()
	if err != nil {
		return nil, err
	}
	return s.CurrentOf(all, datasets)
}

// CurrentOf is [Store.Current] where every manifest has been read.
func (s *Store) CurrentOf(all []Manifest, datasets []source.Dataset) ([]Manifest, error) {
	var out []Manifest
	for i := range datasets {
		d := &datasets[i]
		pin, err := s.pin(d.Key)
		if err != nil {
			return nil, err
		}
		var mine []Manifest
		for _, m := range all {
			if m.Dataset == d.Key && (m.Edition == pin || pin == "" && (m.Verified || m.Own())) {
				mine = append(mine, m)
			}
		}
		if len(mine) > 0 {
			out = append(out, slices.MaxFunc(mine, func(a, b Manifest) int { return cmp.Compare(age(d, a), age(d, b)) }))
		}
	}
	return out, nil
}

// age is the place of an edition in time, -1 where it is not known.
func age(d *source.Dataset, m Manifest) int {
	i, ok := d.Edition(m.Edition)
	if !ok {
		return -1
	}
	return i
}
