package dataset_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

const (
	rollCalls = "rcid,session,importantvote,date,unres,amend,para,short,descr\n" +
		"1,74,0,2019-01-05,R/1,0,0,a,b\n2,74,0,2019-02-05,R/2,0,1,a,b\n3,74,0,2019-03-05,R/3,,,a,b\n4,75,0,2020-03-05,R/4,,,a,b\n"
	ballots = "rcid,country,country_code,vote\n" +
		"1,South Korea,KR,yes\n1,United States,US,no\n1,France,FR,yes\n2,South Korea,KR,no\n3,South Korea,KR,abstain\n" +
		"4,China,CN,yes\n4,Nowhere,,yes\n"
)

func imported(t testing.TB, files map[string]string) *store.Store {
	t.Helper()
	dir := t.TempDir()
	s := store.Open(filepath.Join(dir, "store"))
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) > 0 {
		o := store.Options{Datasets: []source.Dataset{unga.Votes()}, Version: "1", Limits: source.DefaultLimits()}
		if _, err := s.Import(context.Background(), []string{dir}, o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// The paragraph vote of 2019 is no roll call of its own; France is no state of the
// base; a state that did not vote is known not to have.
func TestReadVotes(t *testing.T) {
	codes := base(t).Codes()
	s := imported(t, map[string]string{"un_votes.csv": ballots, "un_roll_calls.csv": rollCalls})
	v, ok, err := dataset.ReadVotes(context.Background(), s, []source.Dataset{unga.Votes()}, codes)
	if err != nil || !ok || len(v.Years) != 2 {
		t.Fatalf("%+v, %v, %v; want two years", v, ok, err)
	}
	first := v.Years[0]
	if first.Year != 2019 || !slices.Equal(first.States, []ir.CCode{usa, kor}) {
		t.Fatalf("%+v", first)
	}
	if !slices.Equal(first.Votes[0], []int8{0, -1}) || !slices.Equal(first.Votes[1], []int8{2, 1}) {
		t.Errorf("votes %v; want no and none, yes and an abstention", first.Votes)
	}
	if v.Used.Rows != 4 || v.Used.Verified || v.Sources[0].Cite != "voeten2009" {
		t.Errorf("used %+v, sources %+v", v.Used, v.Sources)
	}
}

func TestReadVotesWithoutAny(t *testing.T) {
	for name, files := range map[string]map[string]string{"nothing": nil, "votes alone": {"un_votes.csv": ballots}} {
		if v, ok, err := dataset.ReadVotes(context.Background(), imported(t, files), []source.Dataset{unga.Votes()}, base(t).Codes()); ok || err != nil {
			t.Errorf("%s: %+v, %v, %v", name, v, ok, err)
		}
	}
}

func BenchmarkReadVotes(b *testing.B) {
	s := store.Open(b.TempDir())
	dir := filepath.Join(testkit.Data(b), "unga")
	o := store.Options{Datasets: []source.Dataset{unga.Votes()}, Limits: source.DefaultLimits()}
	if _, err := s.Import(context.Background(), []string{filepath.Join(dir, "un_votes.csv.gz"), filepath.Join(dir, "un_roll_calls.csv")}, o); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := dataset.ReadVotes(context.Background(), s, []source.Dataset{unga.Votes()}, base(b).Codes()); err != nil {
			b.Fatal(err)
		}
	}
}
