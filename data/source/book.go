package source

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// book is an Office Open XML workbook. Sheets are read cell by cell and never
// held.
type book struct {
	file   *File
	parts  map[string]*zip.File
	sheets []sheetPart
	shared []string
	loaded bool
}

type sheetPart struct{ name, target string }

// openBook reads the list of sheets.
func openBook(f *File) (*book, error) {
	z, err := zip.NewReader(f.at, f.Size)
	if err != nil {
		return nil, f.damaged(err)
	}
	b := &book{file: f, parts: map[string]*zip.File{}}
	for _, m := range z.File {
		if tricky(m.Name) {
			return nil, f.damaged(fmt.Errorf("a part is named %q", m.Name))
		}
		b.parts[m.Name] = m
	}
	var index struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := b.decode("xl/workbook.xml", &index); err != nil {
		return nil, err
	}
	if err := b.decode("xl/_rels/workbook.xml.rels", &links); err != nil {
		return nil, err
	}
	for _, s := range index.Sheets {
		for _, l := range links.Links {
			if s.ID == l.ID {
				target := strings.TrimPrefix(l.Target, "/xl/")
				b.sheets = append(b.sheets, sheetPart{s.Name, path.Join("xl", target)})
			}
		}
	}
	return b, nil
}

// part opens one XML part within the limits.
func (b *book) part(name string) (io.ReadCloser, error) {
	m, ok := b.parts[name]
	if !ok {
		return nil, b.file.damaged(fmt.Errorf("no part %s", name))
	}
	r, err := m.Open()
	if err != nil {
		return nil, b.file.damaged(err)
	}
	return &bounded{r: r, f: b.file, packed: int64(m.CompressedSize64)}, nil
}

// decode reads a small part whole.
func (b *book) decode(name string, into any) error {
	r, err := b.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, 16<<20)).Decode(into); err != nil {
		return b.file.damaged(fmt.Errorf("%s: %w", name, err))
	}
	return nil
}

// texts reads the texts that cells share, once.
func (b *book) texts() error {
	const name = "xl/sharedStrings.xml"
	if b.loaded || b.parts[name] == nil {
		return nil
	}
	r, err := b.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	var text strings.Builder
	held, deep, phonetic := int64(0), false, false
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			b.loaded = true
			return nil
		}
		if err != nil {
			return b.file.damaged(fmt.Errorf("%s: %w", name, err))
		}
		switch t := tok.(type) {
		case xml.StartElement:
			phonetic = phonetic || t.Name.Local == "rPh"
			deep = t.Name.Local == "t" && !phonetic
		case xml.CharData:
			if deep {
				text.Write(t)
			}
		case xml.EndElement:
			deep = false
			switch t.Name.Local {
			case "rPh":
				phonetic = false
			case "si":
				if held += int64(text.Len()) + 16; held > b.file.Limits.Memory {
					return b.file.huge(held, b.file.Limits.Memory)
				}
				b.shared = append(b.shared, text.String())
				text.Reset()
			}
		}
	}
}

// open opens the rows of one sheet.
func (b *book) open(s sheetPart) (Records, error) {
	if err := b.texts(); err != nil {
		return nil, err
	}
	r, err := b.part(s.target)
	if err != nil {
		return nil, err
	}
	return &sheetRows{book: b, name: s.name, xml: xml.NewDecoder(bufio.NewReaderSize(r, 1<<16)), close: r}, nil
}

// sheetRows are the records of a sheet. Empty rows are left out, as empty lines
// are in a text.
type sheetRows struct {
	book  *book
	name  string
	xml   *xml.Decoder
	close io.Closer
	row   int
	cells []string
	cell  sheetCell
}

// sheetCell is the cell being read.
type sheetCell struct {
	column int
	kind   string
	text   []byte
	in     bool
}

// Close implements [Records].
func (s *sheetRows) Close() error { return s.close.Close() }

// At implements [Records].
func (s *sheetRows) At(cell int) (line, column int) { return s.row, cell + 1 }

// Next implements [Records].
func (s *sheetRows) Next() ([]string, error) {
	for {
		tok, err := s.xml.Token()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil, io.EOF
			}
			return nil, s.fail(err)
		}
		done, err := s.take(tok)
		if err != nil {
			return nil, s.fail(err)
		}
		if done && len(s.cells) > 0 {
			return s.cells, nil
		}
	}
}

func (s *sheetRows) fail(err error) error {
	var own *FileError
	if errors.As(err, &own) {
		return err
	}
	return &FileError{s.book.file.Name, s.row, 1, fmt.Sprintf("sheet %q: %v", s.name, err), "save the workbook again, or fetch it again"}
}

// take handles one token and reports the end of a row.
func (s *sheetRows) take(tok xml.Token) (done bool, err error) {
	switch t := tok.(type) {
	case xml.StartElement:
		return false, s.start(t)
	case xml.CharData:
		if s.cell.in {
			s.cell.text = append(s.cell.text, t...)
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "v", "t":
			s.cell.in = false
		case "c":
			return false, s.put()
		case "row":
			return true, nil
		}
	}
	return false, nil
}

func (s *sheetRows) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		s.row++
		if n, err := strconv.Atoi(attr(t, "r")); err == nil {
			s.row = n
		}
		s.cells, s.cell = s.cells[:0], sheetCell{column: -1}
	case "c":
		at := s.cell.column + 1
		if ref := attr(t, "r"); ref != "" {
			at = letters(ref)
		}
		if at < 0 || at >= s.book.file.Limits.Columns {
			return fmt.Errorf("a cell named %q", attr(t, "r"))
		}
		s.cell = sheetCell{column: at, kind: attr(t, "t"), text: s.cell.text[:0]}
	case "v", "t":
		s.cell.in = true
	}
	return nil
}

// put keeps the text of a finished cell.
func (s *sheetRows) put() error {
	text := string(s.cell.text)
	if s.cell.kind == "s" {
		i, err := strconv.Atoi(text)
		if err != nil || i < 0 || i >= len(s.book.shared) {
			return fmt.Errorf("a cell names shared text %q of %d", text, len(s.book.shared))
		}
		text = s.book.shared[i]
	}
	if text == "" {
		return nil
	}
	for len(s.cells) <= s.cell.column {
		s.cells = append(s.cells, "")
	}
	s.cells[s.cell.column] = text
	return nil
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// letters is the place of a column from the reference of a cell: "C7" is 2.
func letters(ref string) int {
	n := 0
	for _, r := range ref {
		if r < 'A' || r > 'Z' {
			break
		}
		if n = n*26 + int(r-'A') + 1; n > 1<<20 {
			return -1
		}
	}
	return n - 1
}
