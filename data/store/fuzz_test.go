package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// FuzzTable opens any bytes as the stored file of a table, and reads what opens:
// rows of the columns that the manifest says, or an error that says so.
func FuzzTable(f *testing.F) {
	ctx := context.Background()
	s := store.Open(f.TempDir())
	o := options(invented())
	o.Version = "1"
	if _, err := s.Import(ctx, []string{folder(f, map[string]string{"t.csv": second})}, o); err != nil {
		f.Fatal(err)
	}
	m, err := s.Manifest("invented", "1")
	if err != nil {
		f.Fatal(err)
	}
	path := filepath.Join(s.Dir(), "invented", "1", m.Tables[0].File)
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("PAR1PAR1"))
	for i := 0; i < len(whole); i += 7 {
		spoilt := append([]byte{}, whole...)
		spoilt[i] ^= 0x55
		f.Add(spoilt)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		claimed := m
		claimed.Tables = append([]store.Stored{}, m.Tables...)
		claimed.Tables[0].Bytes = int64(len(data))
		var damage *store.DamageError
		table, err := s.Table(claimed, "state_year")
		if err != nil {
			if !errors.As(err, &damage) {
				t.Errorf("%v", err)
			}
			return
		}
		defer table.Close()
		rows := 0
		err = table.Each(ctx, []string{"ccode", "year", "v"}, func(_ int64, cells []source.Value) error {
			if len(cells) != 3 {
				t.Errorf("%d cells", len(cells))
			}
			rows++
			return nil
		})
		if err != nil && !errors.As(err, &damage) || err == nil && rows != 3 {
			t.Errorf("%d rows, %v", rows, err)
		}
	})
}
