package similarity_test

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
)

// records reads a published CSV file, compressed or not, row by row.
func records(t testing.TB, path string, each func(row map[string]string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	r := csv.NewReader(in)
	r.ReuseRecord = true
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	head = append([]string(nil), head...)
	row := map[string]string{}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range head {
			row[name] = cells[i]
		}
		each(row)
	}
}

func number(t testing.TB, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// roll is one roll call as South Korea and others voted.
type roll struct {
	year  int
	votes map[string]similarity.Rating
}

func rolls(t testing.TB, dir string) map[string]*roll {
	t.Helper()
	out := map[string]*roll{}
	records(t, filepath.Join(dir, "unga", "un_roll_calls.csv"), func(row map[string]string) {
		if row["para"] == "1" || row["amend"] == "1" {
			return
		}
		out[row["rcid"]] = &roll{int(number(t, row["date"][:4])), map[string]similarity.Rating{}}
	})
	ratings := map[string]similarity.Rating{"no": similarity.No, "abstain": similarity.Abstain, "yes": similarity.Yes}
	records(t, filepath.Join(dir, "unga", "un_votes.csv.gz"), func(row map[string]string) {
		if r := out[row["rcid"]]; r != nil && r.year >= 1991 {
			r.votes[row["country_code"]] = ratings[row["vote"]]
		}
	})
	return out
}

// Miller's stevedata carries, of South Korea and every other state, the share of
// roll calls on which they agreed and Cohen's kappa after Häge (2011). It was made
// from a later edition of the votes, without those on amendments and paragraphs.
// From 1991 to 1996, 2014, 2015 and 2018 the two editions hold the same roll calls,
// and the figures are the same to the last digit. In other years up to 2019 this
// edition has votes on parts of resolutions that it does not mark as such: agreement
// is then off by at most 0.042 and kappa by at most 0.091.
func TestMillerKoreaKappa(t *testing.T) {
	dir := testkit.Data(t)
	names := map[string]string{"2": "US", "710": "CN", "740": "JP", "200": "GB", "365": "RU", "255": "DE", "750": "IN"}
	same := []int{1991, 1992, 1993, 1994, 1995, 1996, 2014, 2015, 2018}
	all := rolls(t, dir)
	n := 0
	records(t, filepath.Join(dir, "unga", "rok_unga.csv"), func(row map[string]string) {
		iso, year := names[row["ccode2"]], int(number(t, row["year"]))
		if iso == "" || year > 2019 {
			return
		}
		offKappa, offAgree := 0.091, 0.042
		if slices.Contains(same, year) {
			offKappa, offAgree = 1e-12, 1e-12
		}
		j := similarity.Joint{Levels: similarity.VoteLevels}
		for _, r := range all {
			x, ok := r.votes["KR"]
			y, also := r.votes[iso]
			if r.year == year && ok && also {
				j.Weight[x][y]++
			}
		}
		n++
		if got, want := similarity.Kappa(&j), number(t, row["kappa"]); !testkit.Near(got, want, offKappa) {
			t.Errorf("%s %d: kappa %v; published %v", iso, year, got, want)
		}
		if got, want := similarity.Agreement(&j), number(t, row["agree"]); !testkit.Near(got, want, offAgree) {
			t.Errorf("%s %d: agreement %v; published %v", iso, year, got, want)
		}
	})
	if want := len(names) * 29; n != want {
		t.Errorf("%d figures compared; want %d", n, want)
	}
}
