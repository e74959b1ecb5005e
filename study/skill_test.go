package study_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The page of scores says what the code computes.
func TestSkillPageIsCurrent(t *testing.T) {
	page, err := os.ReadFile("../docs/models/skill.md")
	if err != nil {
		t.Fatal(err)
	}
	s := figures(t)
	for _, got := range scores(t, s) {
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
