package source

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// forms are the forms of state that publishers put after a name and a comma, as
// in "Kazakhstan, Republic of", folded.
var forms = []string{
	"republic", "kingdom", "islamicrepublic", "arabrepublic", "union", "state", "federaldemocraticrepublic", "democraticrepublic",
	"unitedrepublic", "republicabolivarianade", "socialistfederalrepublic",
}

// shared are names that more than one state bears, so that the form tells them
// apart and must not be dropped.
var shared = []string{"korea", "congo", "yemen", "vietnam", "germany", "china"}

// bare is a name without the form of state after it, and whether it had one.
func bare(text string) (string, bool) {
	name, form, ok := strings.Cut(text, ", ")
	if !ok || slices.Contains(shared, foldName(name)) {
		return "", false
	}
	form = foldName(form)
	return name, slices.Contains(forms, form) || strings.HasPrefix(form, "kingdomnetherlands") || strings.HasPrefix(form, "unitedkingdombritishoverseas")
}

// dated are names of states in some years, where they are other than today's.
var dated = []struct {
	state    ir.CCode
	from, to ir.Year
	en, ko   string
}{
	{255, ever, 1870, "Prussia", "프로이센"},
	{325, ever, 1860, "Sardinia", "사르데냐"},
	{345, ever, 1917, "Serbia", "세르비아"}, {345, 1918, 2002, "Yugoslavia", "유고슬라비아"}, {345, 2003, 2005, "Serbia and Montenegro", "세르비아 몬테네그로"},
	{365, 1922, 1990, "Soviet Union", "소련"},
	{640, ever, 1922, "Ottoman Empire", "오스만 제국"},
}

// NamesIn gives the name of a state in English and in Korean as of a year: that
// of the state it then was, where it goes by another today. ok is false where it
// does not.
func NamesIn(c ir.CCode, y ir.Year) (en, ko string, ok bool) {
	for _, d := range dated {
		if d.state == c && d.from <= y && y <= d.to {
			return d.en, d.ko, true
		}
	}
	return "", "", false
}
