package coregen

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The parts of an Office Open XML workbook that hold cells.
type (
	xmlBook struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	xmlLinks struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	xmlStrings struct {
		Items []struct {
			Text string   `xml:"t"`
			Runs []string `xml:"r>t"`
		} `xml:"si"`
	}
	xmlSheet struct {
		Rows []struct {
			Cells []xmlCell `xml:"c"`
		} `xml:"sheetData>row"`
	}
	xmlCell struct {
		Ref   string `xml:"r,attr"`
		Type  string `xml:"t,attr"`
		Value string `xml:"v"`
	}
)

// A row of a sheet holds the texts of its cells by column letters.
type row map[string]string

// sheet returns the rows of one sheet of a workbook.
func sheet(book []byte, name string) ([]row, error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, fmt.Errorf("%w; want an .xlsx workbook", err)
	}
	var index xmlBook
	var links xmlLinks
	var texts xmlStrings
	var cells xmlSheet
	if err := part(z, "xl/workbook.xml", &index); err != nil {
		return nil, err
	}
	if err := part(z, "xl/_rels/workbook.xml.rels", &links); err != nil {
		return nil, err
	}
	target := ""
	for _, s := range index.Sheets {
		for _, l := range links.Links {
			if s.Name == name && l.ID == s.ID {
				target = path.Join("xl", l.Target)
			}
		}
	}
	if target == "" {
		return nil, fmt.Errorf("no sheet %q; fetch the edition named in sources.csv", name)
	}
	if err := part(z, target, &cells); err != nil {
		return nil, err
	}
	if slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "xl/sharedStrings.xml" }) {
		if err := part(z, "xl/sharedStrings.xml", &texts); err != nil {
			return nil, err
		}
	}
	return texts.resolve(cells)
}

// resolve replaces the numbers of shared texts by the texts.
func (s xmlStrings) resolve(cells xmlSheet) ([]row, error) {
	rows := make([]row, 0, len(cells.Rows))
	for _, r := range cells.Rows {
		out := row{}
		for _, c := range r.Cells {
			text := c.Value
			if c.Type == "s" {
				i, err := strconv.Atoi(c.Value)
				if err != nil || i < 0 || i >= len(s.Items) {
					return nil, fmt.Errorf("cell %s names shared text %q of %d; fetch the file again", c.Ref, c.Value, len(s.Items))
				}
				text = s.Items[i].Text + strings.Join(s.Items[i].Runs, "")
			}
			out[strings.TrimRight(c.Ref, "0123456789")] = text
		}
		rows = append(rows, out)
	}
	return rows, nil
}

// part decodes one XML file of the workbook.
func part(z *zip.Reader, name string, into any) error {
	f, err := z.Open(name)
	if err != nil {
		return fmt.Errorf("%w; want an .xlsx workbook", err)
	}
	defer f.Close()
	if err := xml.NewDecoder(io.LimitReader(f, 1<<28)).Decode(into); err != nil {
		return fmt.Errorf("%s: %w; fetch the file again", name, err)
	}
	return nil
}

// rowOf finds the row whose first column has a text.
func rowOf(rows []row, first string) row {
	for _, r := range rows {
		if r["A"] == first {
			return r
		}
	}
	return nil
}

// cellUnder is the number in the column whose header is one of the names.
func cellUnder(header, values row, names ...string) (float64, bool) {
	for column, name := range header {
		if slices.Contains(names, name) {
			v, err := strconv.ParseFloat(values[column], 64)
			return v, err == nil
		}
	}
	return 0, false
}
