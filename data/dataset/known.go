package dataset

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// Known lists every dataset that can be read from a store: the published ones
// given, and the user's own, whose declaration their manifests carry. Of several
// editions of one's own, the declaration is that of the one in use.
func Known(s *store.Store, published []source.Dataset) ([]source.Dataset, error) {
	all, err := s.List()
	if err != nil {
		return nil, err
	}
	out := slices.Clone(published)
	first := len(out)
	for _, m := range all {
		if !m.Own() {
			continue
		}
		mapping, err := user.ParseMapping(m.Dataset+" "+m.Edition, []byte(m.Mapping), user.Rules{})
		if err != nil {
			return nil, fmt.Errorf("dataset: the mapping that %s %s was imported with: %w", m.Dataset, m.Edition, err)
		}
		d := mapping.Declare()
		i := slices.IndexFunc(out[first:], func(have source.Dataset) bool { return have.Key == d.Key })
		if i < 0 {
			out = append(out, d)
			continue
		}
		have := &out[first+i]
		d.Editions = append(have.Editions, d.Editions...)
		*have = d
	}
	return out, pinned(s, out[first:])
}

// pinned takes the declaration of the edition in use of each of the user's own.
func pinned(s *store.Store, own []source.Dataset) error {
	current, err := s.Current(own)
	if err != nil {
		return err
	}
	for _, m := range current {
		i := slices.IndexFunc(own, func(d source.Dataset) bool { return d.Key == m.Dataset })
		mapping, err := user.ParseMapping(m.Dataset, []byte(m.Mapping), user.Rules{})
		if err != nil {
			return err
		}
		own[i].Series, own[i].Layouts = mapping.Declare().Series, mapping.Declare().Layouts
	}
	return nil
}
