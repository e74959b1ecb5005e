package runs

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// What is read back could have been written: it has an id that stays in its
// folder, and settings for its levers.
func FuzzParseManifest(f *testing.F) {
	f.Add(`{"schema":"shatterbelt/run/1","id":"a-1","futures":1,"policies":[{"name":"p"}],"outcomes":[{"name":"o"}]}`)
	f.Add(`{"schema":"shatterbelt/run/1","id":"../x"}`)
	f.Fuzz(func(t *testing.T, text string) {
		m, err := parseManifest("run.json", []byte(text))
		if err != nil {
			return
		}
		if !safe.MatchString(m.ID) || m.Experiments() < 1 && m.Futures < 1 {
			t.Errorf("%+v", m)
		}
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parseManifest("run.json", b); err != nil {
			t.Errorf("written back: %v", err)
		}
	})
}

// The lines of a journal that count follow from each other.
func FuzzReadJournal(f *testing.F) {
	f.Add(`{"session":1,"futures":1000,"offset":4,"bytes":10}` + "\n" + `{"session":1,"futures":2000,"offset":14,"bytes":10}` + "\n" + `{"sess`)
	f.Add("\n{}\n")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, journalName), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := readJournal(dir)
		if err != nil {
			t.Fatal(err)
		}
		end, futures := int64(len(magic)), 0
		for _, e := range j {
			if e.Offset != end || e.Futures <= futures {
				t.Fatalf("%+v after %d", e, end)
			}
			end, futures = e.Offset+e.Bytes, e.Futures
		}
	})
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{"explore KOR 2024": "explore-kor-2024-", "한국": "run-", "../Lake!!Ruled": "lake-ruled-"} {
		if got := slug(title); got != want {
			t.Errorf("slug(%q) = %q; want %q", title, got, want)
		}
	}
}
