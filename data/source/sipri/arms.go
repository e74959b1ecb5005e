package sipri

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	institute = "Stockholm International Peace Research Institute"
	fairUse   = "SIPRI terms of fair use, with citation"
	armsURL   = "https://www.sipri.org/databases/armstransfers"
	tiv       = "million SIPRI TIV"
)

// The years that the table of flows covers.
const (
	firstFlow ir.Year = 1950
	lastFlow  ir.Year = 2021
)

// Register declares the trade register: a row a deal. Three columns have a blank
// for a name and hold a question mark where the number before them is uncertain;
// they are stored by their place. What was delivered in one year is not stated:
// it is the value of a deal spread over its years of delivery, which is a step
// of its own.
func Register() source.Dataset {
	return source.Dataset{
		Key: "sipri-arms-register", Title: "SIPRI Arms Transfers Database, trade register", Publisher: institute,
		Licence: fairUse, Cite: "sipriarms", URL: armsURL,
		Note: "values are of capability delivered and not of money; to get flows by year, spread a deal's value evenly over its years of delivery; four deals have no value, as the file breaks their lines in two",
		Get:  "ask for all suppliers, all recipients and all years under \"Trade register\" and download it as CSV",
		Editions: []source.Edition{{Name: "2025", First: 1940, Last: 2024, States: 186, Files: []source.Known{
			{File: "trade-register.csv", Rows: 29503, SHA256: "c6c7291258a7f69bedf5d2cfeefecf1e3dfa5ee09e0fdd9209f582da8b190bdd", Unpacked: "f699ad370550dc91f3793dd60fc9d2ffa86f645ab79ecec00bcfd9f451b1d63c"},
		}}},
		Layouts: []source.Layout{{
			Table: "deal", When: source.When{Columns: []string{"Year of order"}}, Skip: stray,
			Columns: slices.Concat(
				source.StateColumns(source.Name, "Recipient", "Supplier"),
				source.Columns(source.Int, "", nil, "Year of order"),
				source.Columns(source.Int, "weapons", nil, "Number ordered", "Number delivered"),
				source.Columns(source.Text, "", nil, "Weapon designation", "Weapon description", "Year(s) of delivery", "status", "Comments"),
				source.Columns(source.Float, tiv, nil, "SIPRI TIV per unit", "SIPRI TIV for total order", "SIPRI TIV of delivered weapons")),
		}},
	}
}

// stray tells the second half of a line that the file breaks in two.
func stray(cells []string) bool { return len(cells) > 0 && strings.TrimSpace(cells[0]) == "" }

// Flows declares deliveries by supplier, recipient and year as a newsroom tidied
// them. A pair and year that is not listed had none; a 0 is less than half a
// million.
func Flows() source.Dataset {
	code := func(name string) source.Column {
		return source.Column{Name: name, Type: source.Int, Code: source.COW}
	}
	return source.Dataset{
		Key: "sipri-arms-flows", Title: "Arms transfers by supplier, recipient and year", Publisher: institute + "; 360info",
		Licence: fairUse, Cite: "sipriarms", URL: "https://github.com/360-info/report-arms-trade",
		Note: "armed groups have the number of the state they fought in, and are left out by the mark after their name; Serbia has no number",
		Editions: []source.Edition{{Name: "2022", First: 1950, Last: 2021, States: 189, Files: []source.Known{
			{File: "sipri-exports-processed.csv", Rows: 21324, SHA256: "e5919fc13a861c88477c7259c4714dd8435ca02533ede094f2ca9d1ba392deea", Unpacked: "07bb55395106ab6bda65d6379bef8ffbfbc036a8ce8e607f0759baf5496f1958", URL: "https://raw.githubusercontent.com/360-info/report-arms-trade/b850d1eb74f457724c0e0c4291175adbf824dbbf/data/sipri-exports-processed.csv"},
		}}},
		Layouts: []source.Layout{{
			Table: "dyad_year", When: source.When{Columns: []string{"year"}},
			Columns: slices.Concat(
				source.Columns(source.Text, "", nil, "supplier", "recipient"),
				[]source.Column{{Name: "year", Type: source.Int}, {Name: "value", Type: source.Float, Unit: tiv}, code("supplier_cown"), code("recipient_cown")},
				source.Columns(source.Float, "degrees", nil, "supplier_lon", "supplier_lat", "recipient_lon", "recipient_lat")),
		}},
		Series: []source.Series{{
			Table: "dyad_year", Kind: prov.Estimate, State: "supplier_cown", Partner: "recipient_cown", Year: "year", Value: "value",
			Indicator: panel.Indicator{
				Name: "arms_transfers", Unit: tiv, Form: panel.DirectedDyad, Holds: panel.Count, First: firstFlow, Last: lastFlow,
			},
			Where: func(c source.Cells) bool {
				return !strings.HasSuffix(c.Text("supplier"), "*") && !strings.HasSuffix(c.Text("recipient"), "*")
			},
		}},
	}
}
