package brief

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
)

// What a share is a share of is said in the words of the basis, and no other.
func TestBasisInWords(t *testing.T) {
	for _, tt := range []struct{ unit, en, ko string }{
		{"share of world", "of world military spending", "세계 군사비의"},
		{"CINC", "of the state system’s capability by CINC", "국제체제 종합국력(CINC)의"},
		{"share of the table given", "of the table given", "입력한 표 합계의"},
	} {
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			d := fixture()
			d.Position.Pressures = append([]study.Pressure(nil), d.Position.Pressures...)
			for i := range d.Position.Pressures {
				d.Position.Pressures[i].Pressure.Unit = tt.unit
			}
			v, err := newVoice(d, fixtureOptions(t, lang))
			if err != nil {
				t.Fatal(err)
			}
			lead := v.whoPresses(WhoPresses{State: d.State, Powers: []Presser{{Power: usa, Reach: Amount{0.1, 0.1, 0.1}, Stake: 1}}}).Lead
			if !strings.Contains(lead, want) {
				t.Errorf("%s, %s: %s; want %q", tt.unit, lang, lead, want)
			}
		}
	}
}
