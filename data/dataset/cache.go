package dataset

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// cacheSchema names the form of a compiled overlay. Change it with the form.
const cacheSchema = "shatterbelt/overlay/1"

// compiled returns the panel of a name that was built before from the very same
// editions, files and program, and otherwise builds it and keeps it. A panel
// that cannot be kept, as in a store that is read only, or be read back is built
// anew every time and is no error.
func compiled(ctx context.Context, s *store.Store, current []store.Manifest, name string, build func() (Overlay, error)) (Overlay, error) {
	key, err := cacheKey(s, current, name)
	if err != nil {
		return Overlay{}, err
	}
	if data, ok := s.Kept(name, key); ok {
		if o, err := decode(data); err == nil {
			return o, nil
		}
	}
	o, err := build()
	if err != nil || ctx.Err() != nil {
		return o, err
	}
	if data, err := encode(o); err == nil {
		s.Keep(name, key, data)
	}
	return o, nil
}

// cacheKey is the hash of all that a panel is made from: the form, the program,
// the manifests in use, and size and time of every stored file.
func cacheKey(s *store.Store, current []store.Manifest, name string) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, cacheSchema, name, shatterbelt.Version)
	if exe, err := os.Executable(); err == nil {
		if info, err := os.Stat(exe); err == nil {
			fmt.Fprintln(h, info.Size(), info.ModTime().UnixNano())
		}
	}
	for _, m := range current {
		b, err := json.Marshal(m)
		if err != nil {
			return "", err
		}
		h.Write(b)
		for _, t := range m.Tables {
			fmt.Fprintln(h, s.Stamp(m, t))
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// frame is what a compiled overlay says beside its rows.
type frame struct {
	Schema     string
	Overlay    Overlay
	States     []ir.State
	Sources    []prov.Source
	Indicators []panel.Indicator
	Rows       int
}

// rowSize is the length of a row: indicator, state, partner, year, kind and
// source, then value, low and high.
const rowSize = 2*4 + 2 + 2 + 3*8

// encode writes an overlay: the length of the frame, the frame as JSON, the rows,
// and a hash of it all.
func encode(o Overlay) ([]byte, error) {
	s := o.Snapshot
	rows := o.rows
	if rows == nil {
		rows = s.Rows()
	}
	f := frame{cacheSchema, o, s.Codes().All(), s.Sources(), s.Indicators(), len(rows)}
	indicators, sources := map[string]int{}, map[string]int{}
	for i, d := range f.Indicators {
		indicators[d.Name] = i
	}
	for i, src := range f.Sources {
		sources[src.Key] = i
	}
	head, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, 4+len(head)+len(rows)*rowSize+sha256.Size)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(head)))
	out = append(out, head...)
	for _, r := range rows {
		for _, v := range []int{indicators[r.Indicator], int(r.State), int(r.Partner), int(r.Year) & math.MaxUint16, int(r.Kind), sources[r.Source]} {
			out = binary.LittleEndian.AppendUint16(out, uint16(v))
		}
		for _, v := range []float64{r.Value, r.Low, r.High} {
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
		}
	}
	sum := sha256.Sum256(out)
	return append(out, sum[:]...), nil
}

var errSpoilt = errors.New("dataset: a compiled overlay is damaged")

// decode reads what encode wrote.
func decode(data []byte) (Overlay, error) {
	if len(data) < 4+sha256.Size {
		return Overlay{}, errSpoilt
	}
	body, sum := data[:len(data)-sha256.Size], data[len(data)-sha256.Size:]
	if got := sha256.Sum256(body); !bytes.Equal(got[:], sum) {
		return Overlay{}, errSpoilt
	}
	n := int(binary.LittleEndian.Uint32(body))
	if n > len(body)-4 {
		return Overlay{}, errSpoilt
	}
	var f frame
	if err := json.Unmarshal(body[4:4+n], &f); err != nil {
		return Overlay{}, err
	}
	body = body[4+n:]
	if f.Schema != cacheSchema || len(body) != f.Rows*rowSize {
		return Overlay{}, errSpoilt
	}
	codes, err := ir.NewCodes(f.States)
	if err != nil {
		return Overlay{}, err
	}
	rows := make([]panel.Row, f.Rows)
	for i := range rows {
		if rows[i], err = f.row(body[i*rowSize:]); err != nil {
			return Overlay{}, err
		}
	}
	o := f.Overlay
	o.Snapshot, err = panel.New(codes, f.Sources, rows, f.Indicators...)
	return o, err
}

// row reads one row.
func (f *frame) row(b []byte) (panel.Row, error) {
	at := func(i int) int { return int(binary.LittleEndian.Uint16(b[2*i:])) }
	float := func(i int) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b[12+8*i:])) }
	if at(0) >= len(f.Indicators) || at(5) >= len(f.Sources) {
		return panel.Row{}, errSpoilt
	}
	d := f.Indicators[at(0)]
	return panel.Row{
		Indicator: d.Name, Unit: d.Unit, State: ir.CCode(at(1)), Partner: ir.CCode(at(2)), Year: ir.Year(int16(at(3))),
		Value: float(0), Low: float(1), High: float(2), Kind: prov.Kind(at(4)), Source: f.Sources[at(5)].Key,
	}, nil
}
