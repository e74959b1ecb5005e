package study_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/study"
)

// The page of scores says what the code computes.
func TestSkillPageIsCurrent(t *testing.T) {
	page, err := os.ReadFile("../docs/models/skill.md")
	if err != nil {
		t.Fatal(err)
	}
	s := figures(t)
	for _, skill := range []func(*panel.Snapshot) (study.Score, bool){study.HazardSkill, study.WarSkill} {
		got, ok := skill(s)
		if !ok {
			t.Fatal("no score")
		}
		for _, want := range []string{
			fmt.Sprintf("| %d directed dyad-years, %d to %d | %d | %.5f | %.5f | %.3f |",
				got.N, got.From, got.To, got.Events, got.Value, got.Baseline, got.Skill),
			got.Model, got.BaselineN,
		} {
			if !strings.Contains(string(page), want) {
				t.Errorf("docs/models/skill.md lacks %q", want)
			}
		}
	}
}
