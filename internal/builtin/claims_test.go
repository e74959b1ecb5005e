package builtin_test

import (
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
)

// Every dataset that a claim asks for can be imported.
func TestClaimsNameDatasets(t *testing.T) {
	var known []string
	for _, d := range builtin.Datasets() {
		known = append(known, d.Key)
	}
	for _, c := range claim.Rules() {
		for _, p := range c.Parts {
			for _, key := range p.Data {
				if !slices.Contains(known, key) {
					t.Errorf("%s %s asks for the dataset %q, which there is not", c.ID, p.Name, key)
				}
			}
		}
	}
}

// Every state that a claim names is covered.
func TestClaimsNameStates(t *testing.T) {
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range claim.Rules() {
		for _, p := range c.Parts {
			for _, key := range []string{"state", "other", "power", "pair", "states", "narrow", "wide"} {
				if key == "other" && p.Study != "contrast" {
					continue
				}
				for _, v := range p.Values(key) {
					if _, err := s.Codes().Find(v); err != nil {
						t.Errorf("%s %s: %v", c.ID, p.Name, err)
					}
				}
			}
		}
	}
}
