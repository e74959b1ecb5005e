package runs_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
)

func export(t *testing.T, f *runs.Folder, s runs.Status, write func(*runs.Reader, *bytes.Buffer) error) string {
	t.Helper()
	r, err := f.Read(s)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var b bytes.Buffer
	if err := write(r, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Future 0 has no joy: nothing in CSV, null in JSON.
func TestExport(t *testing.T) {
	ctx := context.Background()
	f := runs.Open(t.TempDir())
	s := do(t, f, spec(t, 3, 7))
	csv := export(t, f, s, func(r *runs.Reader, b *bytes.Buffer) error { return r.CSV(ctx, b) })
	lines := strings.Split(csv, "\n")
	if len(lines) != 8 || lines[0] != "future,policy,rain,soil,pump,yield,joy" || !strings.HasPrefix(lines[2], "0,pump,") || !strings.HasSuffix(lines[2], ",") {
		t.Errorf("CSV\n%s", csv)
	}
	json := export(t, f, s, func(r *runs.Reader, b *bytes.Buffer) error { return r.JSON(ctx, b) })
	if strings.Count(json, "\n") != 6 || !strings.Contains(json, `"policy":"pump","rain":`) || strings.Count(json, `"joy":null`) != 2 {
		t.Errorf("JSON\n%s", json)
	}
	if whole := export(t, f, s, func(r *runs.Reader, b *bytes.Buffer) error { return r.Parquet(b) }); whole != string(bytesOf(t, f, s)) {
		t.Error("the Parquet is not the file")
	}
}

// The second run's pump is weaker by half: where it rains less than 600 mm less
// 300, the yield under it falls, and nothing else does.
func TestDiff(t *testing.T) {
	ctx := context.Background()
	f := runs.Open(t.TempDir())
	a := do(t, f, spec(t, 1200, 7))
	other := spec(t, 1200, 7)
	weak, err := rdm.Declare(func() rdm.Experiment[climate, pump, harvest] {
		return func(fu *rdm.Future, x *climate, l *pump, out *harvest) error {
			out.Yield = min(x.Rain+l.Pump/2, 600) / float64(200-100*x.Soil)
			if fu.Index%7 != 0 {
				out.Joy = fu.Stream().Uniform(1, 1, 0)
			}
			return nil
		}
	}, rdm.Setting[pump]{Name: "pump", Levers: pump{300}}, rdm.Setting[pump]{Name: "half", Levers: pump{150}})
	if err != nil {
		t.Fatal(err)
	}
	other.Model, other.Program = weak, "test 2"
	b := do(t, f, other)
	d, err := f.Diff(ctx, a, b)
	if err != nil {
		t.Fatal(err)
	}
	if d.Same || !d.Paired || !slices.Equal(d.What, []string{"the program", "the policies"}) || !slices.Equal(d.OnlyA, []string{"none"}) || !slices.Equal(d.OnlyB, []string{"half"}) {
		t.Errorf("%+v", d)
	}
	if len(d.Outcomes) != 2 {
		t.Fatalf("outcomes %+v", d.Outcomes)
	}
	yield, joy := d.Outcomes[0], d.Outcomes[1]
	// Rain is even over 200 to 800 mm and 450 mm is where half the pump is enough:
	// 250 of 600 futures change, to within a stratum.
	if yield.Policy != "pump" || yield.Compared != 1200 || math.Abs(float64(yield.Changed)-500) > 1 || yield.MeanA <= yield.MeanB || yield.Most > 1.5+1e-9 {
		t.Errorf("yield %+v", yield)
	}
	if joy.Changed != 0 || joy.Missing != 0 || joy.Compared != 1200-172 {
		t.Errorf("joy %+v", joy)
	}
	if d, err := f.Diff(ctx, a, do(t, f, spec(t, 1200, 8))); err != nil || d.Paired || d.Same || !slices.Equal(d.What, []string{"the seed"}) {
		t.Errorf("another seed: %+v, %v", d, err)
	}
	if d, err := f.Diff(ctx, a, do(t, f, spec(t, 1000, 7))); err != nil || d.Paired {
		t.Errorf("fewer futures of a Latin hypercube: %+v, %v", d, err)
	}
	if d, err := f.Diff(ctx, a, a); err != nil || !d.Same || len(d.What) != 0 {
		t.Errorf("itself: %+v, %v", d, err)
	}
}

func TestFindAndRemove(t *testing.T) {
	f := runs.Open(filepath.Join(t.TempDir(), "runs"))
	if all, err := f.List(); err != nil || len(all) != 0 {
		t.Errorf("%v, %v", all, err)
	}
	var none *runs.NotFoundError
	if _, err := f.Find("farm"); !errors.As(err, &none) {
		t.Errorf("%v; want a NotFoundError", err)
	}
	a, b := do(t, f, spec(t, 10, 1)), do(t, f, spec(t, 10, 2))
	if s := find(t, f, a.ID[len(a.ID)-8:]); s.ID != a.ID {
		t.Errorf("by its end: %s", s.ID)
	}
	if _, err := f.Find("farm"); !errors.As(err, &none) || !none.Many || len(none.Have) != 2 {
		t.Errorf("%v; want both named", err)
	}
	if err := f.Remove(a.ID); err != nil {
		t.Fatal(err)
	}
	if err := f.Remove("../" + b.ID); !errors.As(err, &none) {
		t.Errorf("%v; want a NotFoundError", err)
	}
	if all, err := f.List(); err != nil || len(all) != 1 || all[0].ID != b.ID {
		t.Errorf("%v, %v", all, err)
	}
}

func TestResumeRefusesWhatChanged(t *testing.T) {
	f := runs.Open(t.TempDir())
	s := spec(t, 10, 1)
	st := do(t, f, s)
	s.Program, s.Data = "test 2", []runs.Digest{{Dataset: "soil", SHA256: "00"}}
	_, err := f.Resume(context.Background(), st.Manifest, s, runs.Options{})
	var changed *runs.ChangedError
	if !errors.As(err, &changed) || !slices.Equal(changed.What, []string{"the program", "the data"}) {
		t.Errorf("%v; want program and data named", err)
	}
}

func TestDoRefuses(t *testing.T) {
	f := runs.Open(t.TempDir())
	none := spec(t, 0, 1)
	twice := spec(t, 10, 1)
	m := twoNames{twice.Model}
	twice.Model = m
	for name, s := range map[string]runs.Spec{"no futures": none, "a name twice": twice} {
		if _, err := f.Do(context.Background(), s, runs.Options{}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// twoNames has an outcome of the name of an uncertainty.
type twoNames struct{ rdm.Model }

func (m twoNames) Outcomes() []rdm.Outcome { return []rdm.Outcome{{Name: "rain"}, {Name: "joy"}} }

// A second program that wants the run is told so.
func TestBusy(t *testing.T) {
	f := runs.Open(t.TempDir())
	s := spec(t, 2000, 1)
	s.Model = farm(t, 300*time.Millisecond, false)
	begun := make(chan struct{})
	done := make(chan error)
	go func() {
		first := true
		_, err := f.Do(context.Background(), s, runs.Options{Workers: 1, Progress: func(int, int) {
			if first {
				close(begun)
				first = false
			}
		}})
		done <- err
	}()
	<-begun
	var busy *runs.BusyError
	if _, err := f.Do(context.Background(), s, runs.Options{}); !errors.As(err, &busy) {
		t.Errorf("%v; want a BusyError", err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestDamage(t *testing.T) {
	f := runs.Open(t.TempDir())
	s := do(t, f, spec(t, 3000, 1))
	whole := bytesOf(t, f, s)
	var damage *runs.DamageError
	for _, at := range []int{0, len(whole) / 2, len(whole) - 20} {
		bad := slices.Clone(whole)
		for k := range 16 {
			bad[at+k] ^= 0x5a
		}
		if err := os.WriteFile(f.Path(s), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := f.Read(s)
		if err == nil {
			err = r.Each(context.Background(), func([]runs.Cell) error { return nil })
			r.Close()
		}
		if at != len(whole)/2 && !errors.As(err, &damage) {
			t.Errorf("at %d: %v; want a DamageError", at, err)
		}
	}
	if err := f.Verify(s); !errors.As(err, &damage) {
		t.Errorf("%v; want a DamageError", err)
	}
	if err := os.WriteFile(f.Path(s), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.Verify(s); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(filepath.Join(f.Dir(), s.ID, "run.json"), []byte(`{"schema":"shatterbelt/run/9"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var manifest *runs.ManifestError
	if _, err := f.List(); !errors.As(err, &manifest) {
		t.Errorf("%v; want a ManifestError", err)
	}
}
