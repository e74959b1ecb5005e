package store

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// names lists the columns of a table.
func (t *Table) names() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return out
}

// CSV writes a table as comma-separated values in UTF-8, missing as nothing.
func (t *Table) CSV(ctx context.Context, w io.Writer) error {
	out := csv.NewWriter(w)
	names := t.names()
	if err := out.Write(names); err != nil {
		return err
	}
	texts := make([]string, len(names))
	err := t.Each(ctx, names, func(_ int64, cells []source.Value) error {
		for i, v := range cells {
			texts[i] = t.text(i, v)
		}
		return out.Write(texts)
	})
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	return err
}

func (t *Table) text(i int, v source.Value) string {
	switch {
	case v.Null:
		return ""
	case t.Columns[i].Type == source.Int.String():
		return strconv.FormatInt(v.Int, 10)
	case t.Columns[i].Type == source.Float.String():
		return strconv.FormatFloat(v.Float, 'g', -1, 64)
	}
	return v.Text
}

// JSON writes a table as one object a line, missing as null.
func (t *Table) JSON(ctx context.Context, w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	names := t.names()
	keys := make([][]byte, len(names))
	for i, n := range names {
		k, err := json.Marshal(n)
		if err != nil {
			return err
		}
		keys[i] = append(k, ':')
	}
	err := t.Each(ctx, names, func(_ int64, cells []source.Value) error {
		_ = b.WriteByte('{')
		for i, v := range cells {
			if i > 0 {
				_ = b.WriteByte(',')
			}
			_, _ = b.Write(keys[i])
			if err := t.literal(b, i, v); err != nil {
				return err
			}
		}
		_, err := b.WriteString("}\n")
		return err
	})
	if err == nil {
		err = b.Flush()
	}
	return err
}

func (t *Table) literal(b *bufio.Writer, i int, v source.Value) error {
	text := "null"
	switch {
	case v.Null:
	case t.Columns[i].Type == source.Text.String():
		out, err := json.Marshal(v.Text)
		if err != nil {
			return err
		}
		text = string(out)
	default:
		text = t.text(i, v)
	}
	_, err := b.WriteString(text)
	return err
}

// Copy writes the stored Parquet file itself.
func (t *Table) Copy(w io.Writer) error {
	f, err := os.Open(t.file.Name())
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
