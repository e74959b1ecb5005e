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
	return known(s, published, all)
}

// known is Known where every manifest has been read.
func known(s *store.Store, published []source.Dataset, all []store.Manifest) ([]source.Dataset, error) {
	out := slices.Clone(published)
	first := len(out)
	for _, m := range all {
		if !m.Own() {
			continue
		}
		d, err := declared(m)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(out[first:], func(have source.Dataset) bool { return have.Key == d.Key })
		if i < 0 {
			out = append(out, d)
			continue
		}
		have := &out[first+i]
		d.Editions = append(have.Editions, d.Editions...)
		*have = d
	}
	own := out[first:]
	current, err := s.CurrentOf(all, own)
	if err != nil {
		return nil, err
	}
	for _, m := range current {
		d, err := declared(m)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(own, func(d source.Dataset) bool { return d.Key == m.Dataset })
		own[i].Series, own[i].Layouts = d.Series, d.Layouts
	}
	return out, nil
}

// declared is the dataset that the mapping in a manifest declares.
func declared(m store.Manifest) (source.Dataset, error) {
	mapping, err := user.ParseMapping(m.Dataset+" "+m.Edition, []byte(m.Mapping), user.Rules{})
	if err != nil {
		return source.Dataset{}, fmt.Errorf("dataset: the mapping that %s %s was imported with: %w", m.Dataset, m.Edition, err)
	}
	return mapping.Declare(), nil
}
