package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Records are the lines of a table, cell by cell, the header among them.
type Records interface {
	// Next returns the next record, or io.EOF. The slice is good until the next
	// call, the texts for ever.
	Next() ([]string, error)
	// At tells where a cell of the last record stands, from 1: the line of a
	// text and the byte in it, or the row and column of a sheet.
	At(cell int) (line, column int)
	Close() error
}

// held are records in memory.
type held struct {
	rows [][]string
	at   int
}

// NewRecords gives rows that are in memory under a header; a row is its own
// line.
func NewRecords(header []string, rows [][]string) Records {
	return &held{rows: append([][]string{header}, rows...)}
}

// Next implements [Records].
func (h *held) Next() ([]string, error) {
	if h.at == len(h.rows) {
		return nil, io.EOF
	}
	h.at++
	return h.rows[h.at-1], nil
}

// At implements [Records].
func (h *held) At(cell int) (line, column int) { return h.at, cell + 1 }

// Close implements [Records].
func (h *held) Close() error { return nil }

// lines are the records of a text with separators.
type lines struct {
	file  *File
	text  *decoder
	csv   *csv.Reader
	close io.Closer
}

// openLines opens the records of a text, which may be Windows-1252 only where
// western says so, and have stray quotation marks only where lazy does.
func openLines(f *File, western, lazy bool) (Records, error) {
	r, err := f.Content()
	if err != nil {
		return nil, err
	}
	d := &decoder{file: f, r: bufio.NewReaderSize(r, 1<<16), western: western, line: 1, most: f.Limits.Record}
	d.mark()
	b := bufio.NewReaderSize(d, 1<<16)
	start, err := b.Peek(1 << 15)
	var grave Grave
	if errors.As(err, &grave) { // any other fault is met again on reading
		r.Close()
		return nil, err
	}
	c := csv.NewReader(b)
	c.Comma, c.ReuseRecord, c.FieldsPerRecord, c.LazyQuotes = comma(start), true, -1, lazy
	return &lines{f, d, c, r}, nil
}

// comma is what the first lines have most of outside quotation marks.
func comma(start []byte) rune {
	counts := map[byte]int{}
	quoted := false
	for _, b := range start {
		if b == '"' {
			quoted = !quoted
		}
		if !quoted {
			counts[b]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return rune(best)
}

// Next implements [Records].
func (l *lines) Next() ([]string, error) {
	l.text.since = 0
	cells, err := l.csv.Read()
	var parse *csv.ParseError
	switch {
	case err == nil && len(cells) > l.file.Limits.Columns:
		line, _ := l.csv.FieldPos(0)
		return nil, &FileError{l.file.Name, line, 1, fmt.Sprintf("%d cells in one line", len(cells)), "give a table with fewer columns"}
	case errors.As(err, &parse):
		return nil, &FileError{l.file.Name, parse.Line, parse.Column, parse.Err.Error(), "close every quotation mark, or fetch the file again"}
	}
	return cells, err
}

// At implements [Records].
func (l *lines) At(cell int) (line, column int) { return l.csv.FieldPos(cell) }

// Close implements [Records].
func (l *lines) Close() error { return l.close.Close() }

// decoder turns bytes into UTF-8 with LF at line ends, and refuses what is no
// text.
type decoder struct {
	file    *File
	r       *bufio.Reader
	western bool
	wide    func([]byte) rune // two bytes of UTF-16; nil for bytes
	line    int
	column  int
	since   int64 // bytes since the last record began
	most    int64
	pending []byte
	wasCR   bool
	err     error // once met, it stays
}

// mark reads a byte-order mark.
func (d *decoder) mark() {
	start, _ := d.r.Peek(3)
	switch {
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		_, _ = d.r.Discard(3)
		d.western = false
	case bytes.HasPrefix(start, []byte("\xff\xfe")):
		_, _ = d.r.Discard(2)
		d.wide = func(b []byte) rune { return rune(b[0]) | rune(b[1])<<8 }
	case bytes.HasPrefix(start, []byte("\xfe\xff")):
		_, _ = d.r.Discard(2)
		d.wide = func(b []byte) rune { return rune(b[1]) | rune(b[0])<<8 }
	}
}

func (d *decoder) refuse(problem, remedy string) error {
	return &FileError{d.file.Name, d.line, d.column + 1, problem, remedy}
}

// Read implements io.Reader.
func (d *decoder) Read(p []byte) (int, error) {
	if d.since > d.most {
		return 0, d.refuse(fmt.Sprintf("one record of more than %d bytes", d.most), "close the quotation mark that opens it")
	}
	for len(d.pending) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.err = d.fill()
	}
	n := copy(p, d.pending)
	d.pending = d.pending[n:]
	d.since += int64(n)
	return n, nil
}

// fill decodes some more into pending.
func (d *decoder) fill() error {
	if d.wide != nil {
		return d.fillWide()
	}
	chunk, err := d.r.Peek(1 << 14)
	if len(chunk) == 0 {
		if err == nil || errors.Is(err, bufio.ErrBufferFull) {
			err = io.EOF
		}
		return err
	}
	out := make([]byte, 0, len(chunk)+64)
	used := 0
	defer func() { d.pending = out }() // what stands before a fault is still read
	for used < len(chunk) {
		b := chunk[used]
		if b < utf8.RuneSelf {
			used++
			if out, err = d.ascii(out, b); err != nil {
				return err
			}
			continue
		}
		d.wasCR = false
		r, size := utf8.DecodeRune(chunk[used:])
		if r == utf8.RuneError && size == 1 {
			if !utf8.FullRune(chunk[used:]) && used > 0 {
				break // the rest comes with the next chunk
			}
			if r = charmap.Windows1252.DecodeByte(b); !d.western || r == utf8.RuneError {
				return d.refuse("the text is not UTF-8", "save the table as CSV in UTF-8")
			}
		}
		out = utf8.AppendRune(out, r)
		used, d.column = used+size, d.column+size
	}
	_, _ = d.r.Discard(used)
	return nil
}

// ascii adds one byte and keeps the place.
func (d *decoder) ascii(out []byte, b byte) ([]byte, error) {
	switch {
	case b == '\n' && d.wasCR:
		d.wasCR = false
		return out, nil
	case b == '\r' || b == '\n':
		d.wasCR = b == '\r'
		d.line, d.column = d.line+1, 0
		return append(out, '\n'), nil
	case b == 0:
		return out, d.refuse("a zero byte, so this is no text", "save the table as CSV in UTF-8")
	}
	d.wasCR = false
	d.column++
	return append(out, b), nil
}

// fillWide decodes UTF-16.
func (d *decoder) fillWide() error {
	var out []byte
	defer func() { d.pending = out }()
	for len(out) < 1<<13 {
		var b [2]byte
		n, err := io.ReadFull(d.r, b[:])
		switch {
		case n == 1:
			return d.refuse("half a character of UTF-16 at the end", "fetch the file again")
		case err != nil:
			return err
		}
		r := d.wide(b[:])
		if utf16.IsSurrogate(r) {
			var low [2]byte
			if _, err := io.ReadFull(d.r, low[:]); err != nil {
				return d.refuse("half a character of UTF-16 at the end", "fetch the file again")
			}
			if r = utf16.DecodeRune(r, d.wide(low[:])); r == utf8.RuneError {
				return d.refuse("the text is not UTF-16", "save the table as CSV in UTF-8")
			}
		}
		if r < utf8.RuneSelf {
			if out, err = d.ascii(out, byte(r)); err != nil {
				return err
			}
			continue
		}
		d.wasCR = false
		d.column++
		out = utf8.AppendRune(out, r)
	}
	return nil
}
