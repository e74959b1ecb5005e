package claim

import (
	_ "embed" // of the verdicts that make claims writes
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

//go:embed verdicts.csv
var verdicts string

// Published is the verdict on a claim of the founding paper over the embedded
// figures, as make claims wrote it.
type Published struct {
	Claim   Claim
	Year    ir.Year
	Verdict Verdict
	// Digest is the SHA-256 of the embedded figures it was computed from.
	Digest string
}

// Verdicts are the published verdicts, in order of the claims.
func Verdicts() []Published {
	rows, err := csv.NewReader(strings.NewReader(verdicts)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("claim: verdicts.csv: %v", err)) // the file is ours
	}
	all := Rules()
	var out []Published
	for _, row := range rows[1:] {
		year, err := strconv.Atoi(row[1])
		i := slices.IndexFunc(all, func(c Claim) bool { return c.ID == row[0] })
		if err != nil || i < 0 || row[4] != RulesCommit {
			panic(fmt.Sprintf("claim: verdicts.csv: %v", row))
		}
		out = append(out, Published{all[i], ir.Year(year), Verdict(row[2]), row[3]})
	}
	return out
}

// WriteVerdicts writes the verdicts of findings, computed from figures of a
// digest, as the table that the program embeds.
func WriteVerdicts(w io.Writer, found []Finding, digest string) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"claim", "year", "verdict", "figures", "rules"}}
	for _, f := range found {
		rows = append(rows, []string{f.Claim.ID, fmt.Sprint(f.Year), string(f.Verdict), digest, RulesCommit})
	}
	return out.WriteAll(rows)
}

// Bears reports whether a claim is about a state: whether a part of it names the
// state, by itself or in a list.
func (c *Claim) Bears(iso string) bool {
	for _, p := range c.Parts {
		for _, choice := range slices.Concat(p.With, p.Settings) {
			if slices.Contains(choice.Values, iso) {
				return true
			}
		}
	}
	return false
}
