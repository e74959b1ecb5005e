package gdelt

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

const (
	publisher = "The GDELT Project"
	licence   = "free with citation"
	cited     = "leetaru2013"
	address   = "https://www.gdeltproject.org/data.html"
)

// Events declares the events of version 2, which are separated by tabs under no
// header. The editions are excerpts; any other file of that form is read as well.
// Events are not figures of a year, so no panel is given anything.
func Events() source.Dataset {
	columns := eventColumns()
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	return source.Dataset{
		Key: "gdelt-events", Title: "GDELT 2.0 events", Publisher: publisher, Licence: licence, Cite: cited, URL: address,
		Note: "machine-read news: one happening may be many events, places may be wrong, and events dated a year or ten before the news are of stories that look back",
		Editions: []source.Edition{
			{Name: "2015-10-27-sample", First: 2014, Last: 2014, States: 3, Files: []source.Known{{File: "events_sample.export.CSV", Rows: 10, SHA256: "49f8bbcdbcf215156a8366d3bd18a25d691d7847a1cf938d8b530d871f7e0bec"}}},
			{Name: "2015-10-27", First: 2014, Last: 2015, States: 78, Files: []source.Known{{File: "events.csv", Rows: 2116, SHA256: "019aa89f2e8bee31397deaafeecac7dbe7a176a241258f7a661161d2d6b25c75", Unpacked: "84d48e30a1c16705ff699cc9f57666d539c746451c2eb2fcb3411f56a9a4a82f", URL: "http://data.gdeltproject.org/gdeltv2/20151027220000.export.CSV.zip"}}},
		},
		Layouts: []source.Layout{{
			Table: "event", Names: names, Columns: columns, Match: isEvents, When: source.When{Columns: []string{"SQLDATE"}},
		}},
	}
}

// eventColumns are the 61 fields, in order. Countries of actors are CAMEO's,
// which for states are mostly ISO's; those of places are FIPS 10-4.
func eventColumns() []source.Column {
	number := func(names ...string) []source.Column { return source.Columns(source.Int, "", nil, names...) }
	text := func(names ...string) []source.Column { return source.Columns(source.Text, "", nil, names...) }
	actor := func(a string) []source.Column {
		return slices.Concat(text(a+"Code", a+"Name"), source.StateColumns(source.ISO3, a+"CountryCode"),
			text(a+"KnownGroupCode", a+"EthnicCode", a+"Religion1Code", a+"Religion2Code", a+"Type1Code", a+"Type2Code", a+"Type3Code"))
	}
	place := func(a string) []source.Column {
		return slices.Concat(number(a+"Geo_Type"), text(a+"Geo_FullName", a+"Geo_CountryCode", a+"Geo_ADM1Code", a+"Geo_ADM2Code"),
			source.Columns(source.Float, "degrees", nil, a+"Geo_Lat", a+"Geo_Long"), text(a+"Geo_FeatureID"))
	}
	return slices.Concat(
		number("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year"), source.Columns(source.Float, "year", nil, "FractionDate"),
		actor("Actor1"), actor("Actor2"),
		number("IsRootEvent"), text("EventCode", "EventBaseCode", "EventRootCode"), number("QuadClass"),
		source.Columns(source.Float, "Goldstein scale, -10 to 10", nil, "GoldsteinScale"),
		source.Columns(source.Int, "mentions", nil, "NumMentions"), source.Columns(source.Int, "sources", nil, "NumSources"),
		source.Columns(source.Int, "articles", nil, "NumArticles"), source.Columns(source.Float, "tone, -100 to 100", nil, "AvgTone"),
		place("Actor1"), place("Actor2"), place("Action"), number("DATEADDED"), text("SOURCEURL"))
}

var (
	digits = regexp.MustCompile(`^[0-9]+$`)
	day    = regexp.MustCompile(`^(19|20)[0-9]{6}$`)
	added  = regexp.MustCompile(`^(19|20)[0-9]{12}$`)
	listed = regexp.MustCompile(`^[0-9]+ [0-9a-f]{32} https?://\S+$`)
)

// isEvents knows an event by its number, its day and when it was added.
func isEvents(h source.Head) bool {
	cells := h.Rows[0]
	return digits.MatchString(cells[0]) && day.MatchString(cells[1]) && added.MatchString(cells[len(cells)-2])
}

// Files declares the list of files: size, hash and address, separated by blanks
// under no header.
func Files() source.Dataset {
	return source.Dataset{
		Key: "gdelt-files", Title: "GDELT 2.0 master file list", Publisher: publisher, Licence: licence, Cite: cited, URL: address,
		Note: "files of events, mentions and the knowledge graph; of these the events are read",
		Get:  "the list is masterfilelist.txt there; cut out the lines you need, since it is very long",
		Editions: []source.Edition{{Name: "2015-02-18-sample", First: 2015, Last: 2015, Files: []source.Known{
			{File: "masterfilelist_sample.txt", Rows: 11, SHA256: "e322a7a927fd97b91b2b62bf399ab6fe5baea85b96c7e0d33ea3a07b2f9e9b1d"},
		}}},
		Layouts: []source.Layout{{Table: "file", Columns: fileColumns(), Match: isList, Read: readList, When: source.When{Columns: []string{"url"}}}},
	}
}

func fileColumns() []source.Column {
	return slices.Concat(source.Columns(source.Int, "bytes", nil, "size"), source.Columns(source.Text, "", nil, "md5", "url"))
}

func isList(h source.Head) bool {
	return len(h.Rows) > 0 && len(h.Rows[0]) == 1 && listed.MatchString(strings.TrimSpace(h.Rows[0][0]))
}

func readList(f *source.File) (source.Records, error) {
	data, err := f.Text()
	if err != nil {
		return nil, err
	}
	var rows [][]string
	n := 0
	for line := range bytes.Lines(data) {
		n++
		text := strings.TrimSpace(string(line))
		if text == "" {
			continue
		}
		if !listed.MatchString(text) {
			return nil, &source.FileError{File: f.Name, Line: n, Column: 1,
				Problem: fmt.Sprintf("%.80q is no size, hash and address", text), Remedy: "fetch the list again; it may be cut off"}
		}
		rows = append(rows, strings.Fields(text))
	}
	return source.NewRecords([]string{"size", "md5", "url"}, rows), nil
}
