package runs

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// magic begins and ends a Parquet file.
const magic = "PAR1"

// groupRows is about how many rows a group has: few enough to be held in memory
// and lost to a kill, many enough to be packed well.
const groupRows = 1 << 16

// futuresInGroup is how many futures a group has: whole chunks, and always as
// many, so that a run that was resumed has the same groups.
func futuresInGroup(policies int) int {
	return max(groupRows/(policies*rdm.ChunkSize), 1) * rdm.ChunkSize
}

// The columns before the uncertainties.
const (
	futureColumn = "future"
	policyColumn = "policy"
)

// layout is the columns of a run's results.
type layout struct {
	*Manifest
	schema *parquet.Schema
}

func newLayout(m *Manifest) (*layout, error) {
	root := &table.Ordered{}
	var twice error
	add := func(name string, node parquet.Node) {
		if root.Group[name] != nil {
			twice = fmt.Errorf("runs: two columns would be named %q; rename the uncertainty, lever or outcome", name)
		}
		root.Add(name, node)
	}
	add(futureColumn, parquet.Encoded(parquet.Int(64), &parquet.DeltaBinaryPacked))
	add(policyColumn, parquet.Encoded(parquet.String(), &parquet.RLEDictionary))
	for _, d := range m.Uncertainties {
		add(d.Name, number(d))
	}
	for _, d := range m.Levers {
		add(d.Name, number(d))
	}
	for _, o := range m.Outcomes {
		add(o.Name, number(Dimension{}))
	}
	return &layout{m, parquet.NewSchema("results", root)}, twice
}

func number(d Dimension) parquet.Node {
	if len(d.Options) > 0 {
		return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
	}
	return parquet.Encoded(parquet.Leaf(parquet.DoubleType), &parquet.Plain)
}

// roles says which column is what, for programs that analyse the file.
type roles struct {
	Future   string    `json:"future"`
	Policy   string    `json:"policy"`
	Inputs   []string  `json:"inputs"`
	Levers   []string  `json:"levers,omitempty"` // those of the inputs that policies set
	Outcomes []Outcome `json:"outcomes"`
}

// The keys of the metadata in the file.
const (
	rolesKey = "shatterbelt.roles"
	runKey   = "shatterbelt.run"
)

func (l *layout) writing() ([]parquet.WriterOption, error) {
	r := roles{Future: futureColumn, Policy: policyColumn, Outcomes: l.Outcomes}
	for _, d := range l.Uncertainties {
		r.Inputs = append(r.Inputs, d.Name)
	}
	for _, d := range l.Levers {
		r.Inputs, r.Levers = append(r.Inputs, d.Name), append(r.Levers, d.Name)
	}
	b, err := json.Marshal(r)
	return []parquet.WriterOption{
		l.schema, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("shatterbelt", "", ""),
		parquet.KeyValueMetadata(rolesKey, string(b)), parquet.KeyValueMetadata(runKey, l.ID),
	}, err
}

// encoder turns chunks into groups of rows.
type encoder struct {
	*layout
	out     bytes.Buffer
	options []parquet.WriterOption
	columns []column
	rows    int
}

// column holds the cells of a column for the next group: numbers, or values for
// what is packed by a dictionary.
type column struct {
	whole   []int64
	numbers []float64
	values  []parquet.Value
	texts   []parquet.Value // that values are made of
}

func newEncoder(l *layout) (*encoder, error) {
	options, err := l.writing()
	if err != nil {
		return nil, err
	}
	e := &encoder{layout: l, options: options}
	policies := make([]string, len(l.Policies))
	for p := range policies {
		policies[p] = l.Policies[p].Name
	}
	e.columns = []column{{}, {texts: texts(policies, 1)}}
	for _, list := range [][]Dimension{l.Uncertainties, l.Levers} {
		for _, d := range list {
			e.columns = append(e.columns, column{texts: texts(d.Options, len(e.columns))})
		}
	}
	e.columns = append(e.columns, make([]column, len(l.Outcomes))...)
	return e, nil
}

func texts(names []string, at int) []parquet.Value {
	var out []parquet.Value
	for _, name := range names {
		out = append(out, parquet.ByteArrayValue([]byte(name)).Level(0, 0, at))
	}
	return out
}

func (c *column) add(v float64) {
	if c.texts != nil {
		c.values = append(c.values, c.texts[int(v)])
	} else {
		c.numbers = append(c.numbers, v)
	}
}

// add adds the rows of a chunk.
func (e *encoder) add(c *rdm.Chunk) {
	for i := range c.N {
		x := c.Inputs(i)
		for p := range c.Policies {
			e.columns[0].whole = append(e.columns[0].whole, int64(c.First+i))
			e.columns[1].values = append(e.columns[1].values, e.columns[1].texts[p])
			rest := e.columns[2:]
			for k, v := range x {
				rest[k].add(v)
			}
			rest = rest[len(x):]
			for k, v := range e.Policies[p].Levers {
				rest[k].add(v)
			}
			rest = rest[len(e.Levers):]
			for k, v := range c.Outputs(i, p) {
				rest[k].numbers = append(rest[k].numbers, v)
			}
		}
	}
	e.rows += c.N * c.Policies
}

// group packs the rows added since the last; it returns their bytes, good until
// the next call, and their description as if they began a file.
func (e *encoder) group() ([]byte, *format.RowGroup, error) {
	rows := parquet.NewBuffer(e.schema)
	for k, cells := range rows.ColumnBuffers() {
		var err error
		c := &e.columns[k]
		switch {
		case k == 0:
			_, err = cells.(parquet.Int64Writer).WriteInt64s(c.whole)
		case c.texts != nil:
			_, err = cells.WriteValues(c.values)
		default:
			_, err = cells.(parquet.DoubleWriter).WriteDoubles(c.numbers)
		}
		if err != nil {
			return nil, nil, err
		}
		c.whole, c.numbers, c.values = c.whole[:0], c.numbers[:0], c.values[:0]
	}
	e.rows = 0
	whole, meta, err := e.file(rows)
	if err != nil {
		return nil, nil, err
	}
	g := &meta.RowGroups[0]
	end := int64(len(magic)) + g.TotalCompressedSize
	return whole[len(magic):end], g, nil
}

// file makes a whole file of some rows, or of none, and reads its end.
func (e *encoder) file(rows *parquet.Buffer) ([]byte, *format.FileMetaData, error) {
	e.out.Reset()
	w := parquet.NewGenericWriter[any](&e.out, e.options...) // one used before may pack otherwise
	if rows != nil {
		if _, err := w.WriteRowGroup(rows); err != nil {
			return nil, nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, nil, err
	}
	whole := e.out.Bytes()
	end := len(whole) - len(magic) - 4
	size := int(binary.LittleEndian.Uint32(whole[end:]))
	meta := &format.FileMetaData{}
	err := thrift.Unmarshal(new(thrift.CompactProtocol), whole[end-size:end], meta)
	return whole, meta, err
}

// shift describes a group where its bytes are by bytes further on and it is the
// group of an index. Indices of pages are left out of the file, since they would
// have to follow the last group.
func shift(g *format.RowGroup, by int64, index int) {
	g.FileOffset += by
	g.Ordinal = int16(index)
	for k := range g.Columns {
		c := &g.Columns[k]
		if c.FileOffset != 0 {
			c.FileOffset += by
		}
		c.OffsetIndexOffset, c.OffsetIndexLength = 0, 0
		c.ColumnIndexOffset, c.ColumnIndexLength = 0, 0
		c.MetaData.DataPageOffset += by
		if c.MetaData.DictionaryPageOffset != 0 {
			c.MetaData.DictionaryPageOffset += by
		}
	}
}

// ending makes the end of a file of groups.
func (e *encoder) ending(groups [][]byte) ([]byte, int64, error) {
	_, meta, err := e.file(nil)
	if err != nil {
		return nil, 0, err
	}
	protocol := new(thrift.CompactProtocol)
	meta.NumRows, meta.RowGroups = 0, nil
	for _, b := range groups {
		var g format.RowGroup
		if err := thrift.Unmarshal(protocol, b, &g); err != nil {
			return nil, 0, err
		}
		meta.RowGroups = append(meta.RowGroups, g)
		meta.NumRows += g.NumRows
	}
	b, err := thrift.Marshal(protocol, meta)
	if err != nil {
		return nil, 0, err
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(b)))
	return append(b, magic...), meta.NumRows, nil
}
