package source

import (
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// headRows are how many records are looked at to recognise a table.
const headRows = 40

// Head is the beginning of a table: what it is recognised by.
type Head struct {
	SHA256 string // of the file
	// Unpacked is the hash of the content of a packed file, where that of the
	// file is not known.
	Unpacked string
	File     string // base name, without .gz
	Sheet    string // sheet, or base name of the member of an archive; "" for a plain file
	Form     Form
	Rows     [][]string
	Start    string // of JSON: how the content begins
}

// headBytes is how much of JSON is looked at.
const headBytes = 1 << 16

// Above gives the records above the header, as one text: titles and units.
func (h Head) Above(headerAt string) string {
	var b strings.Builder
	for _, r := range h.Rows {
		if first(r) == headerAt {
			break
		}
		b.WriteString(strings.Join(r, " ") + "\n")
	}
	return b.String()
}

// Cells gives the cells of one column of the records below the header.
func (h Head) Cells(column string) []string {
	var out []string
	at := -1
	for _, r := range h.Rows {
		switch {
		case at >= 0 && at < len(r):
			out = append(out, strings.TrimSpace(r[at]))
		case at < 0:
			at = slices.IndexFunc(r, func(name string) bool { return folded(name) == folded(column) })
		}
	}
	return out
}

func first(cells []string) string {
	if len(cells) == 0 {
		return ""
	}
	return strings.TrimSpace(cells[0])
}

// Part is one table within a file: the file itself, a sheet, a member.
type Part struct {
	File *File
	Head Head
	// Fault is what stopped the first lines from being read, if anything did.
	Fault error
	open  func(l *Layout) (Records, error)
}

// Name says where the part is, in the reader's terms.
func (p Part) Name() string {
	if p.Head.Form == Workbook {
		return fmt.Sprintf("%s[%s]", p.File.Name, p.Head.Sheet)
	}
	return p.File.Name
}

// Open opens the records of the part as they stand, its header the first of
// them, whatever dataset it may be of.
func (p Part) Open() (Records, error) { return p.open(&Layout{}) }

// Skipped is a part that is passed over, with the reason.
type Skipped struct{ Name, Why string }

// Parts lists the tables within a file. Members of an archive that are no
// tables are skipped; if the file itself is none, the error is a [*SkipError].
func (f *File) Parts() ([]Part, []Skipped, error) {
	form, err := f.Form()
	if err != nil {
		return nil, nil, err
	}
	switch form {
	case Workbook:
		return f.sheets()
	case Archive:
		return f.archived()
	}
	p, err := f.part(form, "")
	return []Part{p}, nil, err
}

func (f *File) sheets() ([]Part, []Skipped, error) {
	b, err := openBook(f)
	if err != nil {
		return nil, nil, err
	}
	var parts []Part
	for _, s := range b.sheets {
		p := Part{File: f, Head: f.head(Workbook, s.name), open: func(*Layout) (Records, error) { return b.open(s) }}
		if err := p.look(); err != nil {
			return nil, nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil, nil
}

func (f *File) archived() ([]Part, []Skipped, error) {
	members, err := f.members()
	if err != nil {
		return nil, nil, err
	}
	var parts []Part
	var skipped []Skipped
	for _, m := range members {
		some, left, err := m.within()
		var skip *SkipError
		if errors.As(err, &skip) {
			skipped = append(skipped, Skipped{skip.File, skip.Why})
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		parts, skipped = append(parts, some...), append(skipped, left...)
	}
	return parts, skipped, nil
}

// within lists the tables within a member of an archive.
func (f *File) within() ([]Part, []Skipped, error) {
	packed, err := f.isArchive()
	if err != nil {
		return nil, nil, err
	}
	if packed {
		inner, err := f.unfold()
		if err != nil {
			return nil, nil, err
		}
		return inner.Parts()
	}
	form, err := f.Form()
	if err != nil {
		return nil, nil, err
	}
	p, err := f.part(form, path.Base(f.Name))
	return []Part{p}, nil, err
}

// Sums lists the hashes of the file, of what it is if it is packed, and of the
// members of an archive, those of one within it too. A file of which some part
// cannot be unpacked is an error.
func (f *File) Sums() ([]string, error) {
	own, err := f.Sum()
	if err != nil {
		return nil, err
	}
	out := []string{f.SHA256, own}
	if f.unpack != nil || f.magic(len(zipMagic)) != zipMagic {
		return out, nil
	}
	members, err := f.members()
	if err != nil {
		return nil, err
	}
	for _, m := range members {
		inner := m
		packed, err := m.isArchive()
		if err == nil && packed && !m.deep {
			inner, err = m.unfold()
		}
		if err != nil {
			return nil, err
		}
		sums, err := inner.Sums()
		if err != nil {
			return nil, err
		}
		out = append(out, sums...)
	}
	return out, nil
}

func (f *File) head(form Form, sheet string) Head {
	name := strings.TrimSuffix(path.Base(strings.ReplaceAll(f.Name, "\\", "/")), ".gz")
	return Head{SHA256: f.SHA256, File: name, Sheet: sheet, Form: form}
}

// part is a file that is one table.
func (f *File) part(form Form, member string) (Part, error) {
	p := Part{File: f, Head: f.head(form, member)}
	switch form {
	case Stata:
		p.open = func(*Layout) (Records, error) { return openStata(f) }
	case Parquet:
		p.open = func(*Layout) (Records, error) { return openParquet(f) }
	case JSON:
		p.open = func(l *Layout) (Records, error) { return l.Read(f) }
		return p, p.start()
	default:
		p.open = func(l *Layout) (Records, error) {
			if l.Read != nil {
				return l.Read(f)
			}
			return openLines(f, l.Western, l.Lazy)
		}
	}
	return p, p.look()
}

// start reads how the content begins.
func (p *Part) start() error {
	r, err := p.File.Content()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	b, err := io.ReadAll(io.LimitReader(r, headBytes))
	p.Head.Start = string(b)
	return err
}

// look reads the first records.
func (p *Part) look() error {
	r, err := p.open(&Layout{Western: true, Lazy: true})
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	for len(p.Head.Rows) < headRows {
		cells, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var grave Grave
		var text *FileError
		switch {
		case errors.As(err, &grave):
			return err
		case errors.As(err, &text):
			p.Fault = err // matters only if this is a table that is read
			return nil
		case err != nil:
			return err
		}
		p.Head.Rows = append(p.Head.Rows, slices.Clone(cells))
	}
	return nil
}
