package claim_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// bench is one over the embedded figures.
func bench(t testing.TB, year ir.Year) *claim.Bench {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	if year == 0 {
		year = study.NewestYear(s)
	}
	return &claim.Bench{
		Figures: s, Year: year, Seed: 1, Futures: 2000, Settings: study.Default(),
		Good: param.Default[study.GoodEnough](), Rule: rule(), Coding: param.Default[claim.Coding](),
	}
}

// The pages of verdicts are what the claims give now; make claims writes them.
func TestPagesAreCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("judges all claims; not with -short")
	}
	found, err := claim.Run(context.Background(), bench(t, 0), claim.Rules())
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := claim.WriteVerdicts(&table, found, digest(t)); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "verdicts.csv", table.Bytes())
	for lang, name := range map[string]string{"en": "claims.md", "ko": "claims.ko.md"} {
		var b bytes.Buffer
		if err := claim.Markdown(&b, [][]claim.Finding{found}, claim.RulesCommit, lang); err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, filepath.Join("..", "docs", name), b.Bytes())
	}
}

// digest is the SHA-256 of the embedded figures.
func digest(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "data", "core", "figures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}

// The verdicts that a brief shows are of the figures that are embedded now; make
// claims writes them anew.
func TestVerdictsAreOfTheFigures(t *testing.T) {
	all := claim.Verdicts()
	if len(all) != len(claim.Rules()) {
		t.Fatalf("%d verdicts of %d claims", len(all), len(claim.Rules()))
	}
	for _, v := range all {
		if v.Digest != digest(t) {
			t.Fatalf("%s is of figures %s; make claims judges them anew", v.Claim.ID, v.Digest)
		}
	}
}

func TestBears(t *testing.T) {
	about := map[string][]string{}
	for _, c := range claim.Rules() {
		for _, iso := range []string{"KOR", "UKR", "CAN"} {
			if c.Bears(iso) {
				about[iso] = append(about[iso], c.ID)
			}
		}
	}
	for iso, want := range map[string]string{"UKR": "C05 C22 C23", "CAN": ""} {
		if got := strings.Join(about[iso], " "); got != want {
			t.Errorf("%s: %s; want %s", iso, got, want)
		}
	}
	if len(about["KOR"]) < 10 {
		t.Errorf("about South Korea are %v", about["KOR"])
	}
}

// The rules are those of the commit that the program names: nothing in them has
// changed since. Skipped outside a clone with its history.
func TestRulesAreThoseOfTheCommit(t *testing.T) {
	git := func(args ...string) (string, error) {
		out, err := exec.Command("git", args...).CombinedOutput()
		return string(out), err
	}
	if _, err := git("cat-file", "-e", claim.RulesCommit+"^{commit}"); err != nil {
		t.Skip("git, or the history, is not here")
	}
	subject, err := git("log", "-1", "--format=%s", claim.RulesCommit)
	if err != nil || strings.TrimSpace(subject) != "claim: the rules of all 28 arguments" {
		t.Errorf("the commit named is %q, %v", subject, err)
	}
	files := []string{"rules/c01-c07.yaml", "rules/c08-c14.yaml", "rules/c15-c21.yaml", "rules/c22-c28.yaml", "rules/strategies.yaml", "relation.go", "verdict.go"}
	if out, err := git(append([]string{"diff", "--stat", "--exit-code", claim.RulesCommit, "--"}, files...)...); err != nil {
		t.Errorf("the rules have changed since they were fixed: %v\n%s", err, out)
	}
}
