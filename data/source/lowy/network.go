package lowy

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

const (
	publisher = "Lowy Institute"
	copyright = "Lowy Institute copyright; not to be passed on"
)

// Network declares the edition of 2023 in two forms: the file that the
// institute's page draws from, and a table flattened from it by a repository,
// without voting in the United Nations. A is the state that a share is of.
func Network() source.Dataset {
	return source.Dataset{
		Key: "lowy-network", Title: "Asia Power Index, network power", Publisher: publisher, Licence: copyright,
		Cite: "lowynetwork2023", URL: "https://power.lowyinstitute.org/network-power/",
		Note: "one cross-section; a normed value is a share of what A has with all, but a rank turned round for voting; each indicator says of which years it is",
		Get:  "the figures are those the page itself loads; save its network-power.json",
		Editions: []source.Edition{{Name: "2023", First: 2023, Last: 2023, States: 195, Files: []source.Known{
			{File: "network-power.json", Rows: 8764, SHA256: "9cbb240e3176009b274dcc86fa262c517d0e9f40622df9517323eeb7a032c31e"},
			{File: "network_power.csv", Rows: 4784, SHA256: "0e21017573de9848f1650de90d93a619aabe262c7d8bf2f6fa7430ee2940d7a9"},
		}}},
		Layouts: []source.Layout{
			{Table: "tie", Match: isNetwork, Read: readNetwork, Columns: tieColumns(), When: source.When{Columns: []string{"year"}}},
			{Table: "pair", Columns: slices.Concat(
				source.Columns(source.Text, "", nil, "countryA", "countryB"),
				source.Columns(source.Float, "share", nil, flattened("NormValue", "onlineSearchInterest", "foreignMediaFlows")...),
				source.Columns(source.Float, "US$ current", nil, "bilateralTradeRawValue", "foreignCapitalInvestmentRawValue", "armsTradeRawValue"),
				source.Columns(source.Float, "persons", nil, "migrantDestinationsRawValue", "travelDestinationsRawValue"),
				source.Columns(source.Float, "share of searches", nil, "onlineSearchInterestRawValue", "foreignMediaFlowsRawValue"),
				source.Columns(source.Float, "trainings", nil, "jointTrainingRawValue"),
				source.Columns(source.Float, "meetings", nil, "defenceDialoguesRawValue", "diplomaticDialoguesRawValue"))},
		},
	}
}

// flattened names the columns of one kind, save those of the indicators left out.
func flattened(kind string, without ...string) []string {
	var out []string
	for _, name := range []string{
		"bilateralTrade", "foreignCapitalInvestment", "onlineSearchInterest", "migrantDestinations", "travelDestinations",
		"foreignMediaFlows", "armsTrade", "jointTraining", "defenceDialogues", "diplomaticDialogues",
	} {
		if !slices.Contains(without, name) {
			out = append(out, name+kind)
		}
	}
	return out
}

func tieColumns() []source.Column {
	return slices.Concat(
		source.Columns(source.Text, "", nil, "theme", "id", "indicator", "technical", "countryA", "countryB"),
		source.StateColumns(source.Name, "nameA", "nameB"), source.Columns(source.Int, "", nil, "year"),
		source.Columns(source.Float, "as technical says", nil, "rawValue"), source.Columns(source.Float, "share", nil, "normValue"))
}

// network is the file behind the page.
type network struct {
	Global []place `json:"global"`
	Data   []struct {
		Name string `json:"name"`
		Menu []struct {
			ID        string `json:"id"`
			Name      string `json:"name"`
			Technical string `json:"technical"`
			Data      []struct {
				Year     json.Number `json:"year"`
				CountryA string      `json:"countryA"`
				CountryB string      `json:"countryB"`
				Raw      json.Number `json:"rawValue"`
				Norm     json.Number `json:"normValue"`
			} `json:"data"`
		} `json:"menu"`
	} `json:"data"`
	Countries []place `json:"countries"`
}

type place struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// isNetwork knows the file by the names within its beginning.
func isNetwork(h source.Head) bool {
	return h.Form == source.JSON && strings.Contains(h.Start, `"global"`) && strings.Contains(h.Start, `"menu"`) && strings.Contains(h.Start, `"countryA"`)
}

func readNetwork(f *source.File) (source.Records, error) {
	var n network
	if err := source.DecodeJSON(f, &n); err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, p := range append(n.Global, n.Countries...) { // the latter are the index's own and win
		names[p.ID] = p.Name
	}
	var rows [][]string
	for _, theme := range n.Data {
		for _, m := range theme.Menu {
			for _, d := range m.Data {
				rows = append(rows, []string{
					theme.Name, m.ID, m.Name, m.Technical, d.CountryA, d.CountryB, names[d.CountryA], names[d.CountryB],
					d.Year.String(), d.Raw.String(), d.Norm.String(),
				})
			}
		}
	}
	var header []string
	for _, c := range tieColumns() {
		header = append(header, c.Name)
	}
	return source.NewRecords(header, rows), nil
}
