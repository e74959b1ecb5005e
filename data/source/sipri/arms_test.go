package sipri_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const (
	register = "\xef\xbb\xbfRecipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n" +
		"Alpha,Beta,2002,?,3,,X-1,helicopter,2,?,2003; 2004,New,\"Aid, in part\",2.9,8.7,5.8\n" +
		"Alpha,Beta,2024,,12,,engine,engine,0,,,New,For 12 carriers,,,\n" +
		",0.03,0.36,0,,,,,,,,,,,,\n"
	flows = "supplier,recipient,year,value,supplier_cown,recipient_cown,supplier_lon,supplier_lat,recipient_lon,recipient_lat\n" +
		"Alpha,Beta,2020,11,991,992,14.1,47.5,134.3,-25.5\n" +
		"Alpha,Rebels (Beta)*,2020,3,991,992,14.1,47.5,134.3,-25.5\n" +
		"Alpha,Gamma,2020,1,991,NA,14.1,47.5,134.3,-25.5\n"
)

func TestRegister(t *testing.T) {
	sourcetest.Run(t, sipri.Register(), map[string]string{"deal": register})
}

// Columns without a name keep their marks; half a line is no deal.
func TestRegisterRows(t *testing.T) {
	_, rows := sourcetest.Rows(t, sipri.Register(), register)
	if len(rows) != 2 || rows[0]["column_4"].Text != "?" || !rows[0]["column_6"].Null || rows[0]["column_10"].Text != "?" {
		t.Errorf("rows %v", rows)
	}
	if !rows[1]["SIPRI TIV for total order"].Null {
		t.Error("a deal whose value stands on a line of its own has a value")
	}
}

func TestFlows(t *testing.T) {
	sourcetest.Run(t, sipri.Flows(), map[string]string{"dyad_year": flows})
}

// What an armed group got is not what its state got.
func TestFlowsLeaveOutGroups(t *testing.T) {
	d := sipri.Flows()
	_, rows := sourcetest.Rows(t, d, flows)
	if where := d.Series[0].Where; !where(rows[0]) || where(rows[1]) {
		t.Error("want the state kept and the group left out")
	}
	if !rows[2]["recipient_cown"].Null {
		t.Error("NA is a number")
	}
}

func ExampleFlows() {
	i := sipri.Flows().Series[0].Indicator
	fmt.Println(i.Name, "in", i.Unit, "covered", i.First, "to", i.Last)
	// Output: arms_transfers in million SIPRI TIV covered 1950 to 2021
}
