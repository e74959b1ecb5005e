package runs

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// entry is one line of the journal: a group of rows whose bytes are on disk.
type entry struct {
	Session  int       `json:"session"`
	Futures  int       `json:"futures"` // of the run that are done with it
	Offset   int64     `json:"offset"`  // of its bytes in the file
	Bytes    int64     `json:"bytes"`
	SHA256   string    `json:"sha256"`  // of those
	Seconds  float64   `json:"seconds"` // since the session began
	Group    []byte    `json:"group"`   // its description for the end of the file
	Failures []Failure `json:"failures,omitempty"`
}

type journal []entry

// readJournal reads the lines that follow from each other. A last line cut short
// by a kill does not count, and neither does anything after it.
func readJournal(dir string) (journal, error) {
	b, err := os.ReadFile(filepath.Join(dir, journalName))
	if err != nil {
		return nil, err
	}
	var out journal
	end := int64(len(magic))
	for {
		line, rest, whole := bytes.Cut(b, []byte("\n"))
		e, ok := parseEntry(line)
		if !whole || !ok || e.Offset != end || e.Futures <= out.futures() {
			return out, nil
		}
		out, end, b = append(out, e), e.Offset+e.Bytes, rest
	}
}

func parseEntry(line []byte) (e entry, ok bool) {
	err := json.Unmarshal(line, &e)
	return e, err == nil && e.Bytes > 0
}

func (j journal) futures() int {
	if len(j) == 0 {
		return 0
	}
	return j[len(j)-1].Futures
}

func (j journal) end() int64 {
	if len(j) == 0 {
		return int64(len(magic))
	}
	return j[len(j)-1].Offset + j[len(j)-1].Bytes
}

func (j journal) session() int {
	if len(j) == 0 {
		return 0
	}
	return j[len(j)-1].Session
}

// seconds is the work that counts, over all sessions.
func (j journal) seconds() float64 {
	total := 0.0
	for i, e := range j {
		if i+1 == len(j) || j[i+1].Session != e.Session {
			total += e.Seconds
		}
	}
	return total
}

func (j journal) failures() int {
	n := 0
	for _, e := range j {
		n += len(e.Failures)
	}
	return n
}
