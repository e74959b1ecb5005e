package runs

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"os"
	"strconv"
)

// CSV writes the results as comma-separated values in UTF-8, missing as nothing.
func (r *Reader) CSV(ctx context.Context, w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(r.columns); err != nil {
		return err
	}
	line := make([]string, len(r.columns))
	err := r.Each(ctx, func(cells []Cell) error {
		for k, c := range cells {
			line[k] = c.String()
		}
		return out.Write(line)
	})
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	return err
}

// String is the cell as in a text file, "" for a missing number.
func (c Cell) String() string {
	switch {
	case c.Text != "":
		return c.Text
	case math.IsNaN(c.Number):
		return ""
	}
	return strconv.FormatFloat(c.Number, 'g', -1, 64)
}

// JSON writes the results as one object a line, missing as null.
func (r *Reader) JSON(ctx context.Context, w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	keys := make([][]byte, len(r.columns))
	for k, name := range r.columns {
		key, err := json.Marshal(name)
		if err != nil {
			return err
		}
		keys[k] = append(key, ':')
	}
	var line []byte
	err := r.Each(ctx, func(cells []Cell) error {
		line = append(line[:0], '{')
		for k, c := range cells {
			if k > 0 {
				line = append(line, ',')
			}
			line = append(line, keys[k]...)
			switch {
			case c.Text != "":
				line = strconv.AppendQuote(line, c.Text)
			case math.IsNaN(c.Number) || math.IsInf(c.Number, 0):
				line = append(line, "null"...)
			default:
				line = strconv.AppendFloat(line, c.Number, 'g', -1, 64)
			}
		}
		_, err := b.Write(append(line, "}\n"...))
		return err
	})
	if err == nil {
		err = b.Flush()
	}
	return err
}

// Parquet writes the file of the results itself.
func (r *Reader) Parquet(w io.Writer) error {
	f, err := os.Open(r.file.Name())
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
