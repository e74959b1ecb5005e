package brief

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Each finding on structure and position changes its words with its figures, and
// says nothing odd where there is little to say.
func TestPlacePassages(t *testing.T) {
	tests := []struct {
		name   string
		change func(*study.Dossier)
		kind   string
		en, ko string
	}{
		{"disagree", func(*study.Dossier) {}, "poles", "disagree on how many poles", "지표에 따라 다름"},
		{"agree", func(d *study.Dossier) {
			d.Structure.Indexes = d.Structure.Indexes[:1:1]
			d.Structure.Indexes = append(d.Structure.Indexes, d.Structure.Indexes[0])
		}, "poles", "Under every one of the 2 indexes", "지표 2개 모두에서 양극"},
		{"some day", func(*study.Dossier) {}, "crossing", "Half of the draws see the output of China pass that of the United States by 2034", "절반에서 중국의 생산이 2034년까지 미국을 추월"},
		{"past", func(d *study.Dossier) { o := &d.Structure.Transitions[0].All.Overtaking; o.Q50, o.Past = 2020, 0.6 }, "crossing", "In 60\u00a0% of draws the output of China has passed", "60%에서 중국의 생산이 이미 미국을 추월"},
		{"surely past", func(d *study.Dossier) { d.Structure.Transitions[0].All.Overtaking.Past = 0.97 }, "crossing", "passed that of the United States already under nearly every choice", "거의 모든 선택에서"},
		{"hardly", func(d *study.Dossier) {
			o := &d.Structure.Transitions[0].All.Overtaking
			o.Q50, o.Never, o.Past = study.Never, 0.7, 0
		}, "crossing", "do not see the output of China pass that of the United States by 2073.", "70%에서 중국의 생산이 2073년까지 미국에 미치지 못함"},
		{"never", func(d *study.Dossier) {
			o := &d.Structure.Transitions[0].All.Overtaking
			o.Q50, o.Never = study.Never, 0.99
		}, "crossing", "does not pass that of the United States by 2073", "2073년까지 미국에 미치지 못함"},
		{"from a base", func(*study.Dossier) {}, "reach", "through bases in Japan, 1,157\u00a0km away", "일본 기지(1,157\u00a0km) 경유"},
		{"on the spot", func(d *study.Dossier) { d.Structure.Contest.A.Host = kor }, "reach", "through bases on the spot", "현지 기지 경유"},
		{"ahead from home", func(d *study.Dossier) { d.Structure.Contest.A.Base = 0 }, "reach", "China brings 10\u00a0% of world military spending", "중국이 세계 군사비의 10%"},
		{"changed places", func(d *study.Dossier) { d.Structure.Contest.Crossed = 2015 }, "reach", "last changed places in 2015", "마지막 역전은 2015년"},
		{"by an ally", func(*study.Dossier) {}, "fronts", "China (4.8 times its strength, as a rival of the United States)", "중국(한국의 4.8배, 미국의 경쟁국)"},
		{"weaker only", func(d *study.Dossier) { d.Exposure.Fronts = d.Exposure.Fronts[1:] }, "fronts", "No hostile state within 3,000\u00a0km can bring more", "큰 힘을 투사할 수 있는 적대 국가 없음"},
		{"none", func(d *study.Dossier) { d.Exposure.Fronts = nil }, "fronts", "has no rival on record within", "기록상 한국 및 그 동맹국의 경쟁국 없음"},
		{"with others", func(*study.Dossier) {}, "zone", "lies in a zone of high squeeze with North Korea", "북한과 함께"},
		{"alone", func(d *study.Dossier) { d.Exposure.Zones.Zones[0].States = []ir.CCode{kor} }, "zone", "a zone of high squeeze by itself", "단독으로"},
		{"in none", func(d *study.Dossier) { d.Exposure.Zones.Zones = d.Exposure.Zones.Zones[1:] }, "zone", "lies outside the one zone of high squeeze that stands out", "1곳 중 어디에도 속하지 않음"},
		{"no zones", func(d *study.Dossier) { d.Exposure.Zones.Zones = nil }, "zone", "No zone of high squeeze stands out", "고압착 지대 없음"},
		{"power", func(d *study.Dossier) { d.Exposure.Power = true }, "zone", "powers belong to no zone", "어느 지대에도 속하지 않음"},
		{"more than geography", func(d *study.Dossier) { d.Exposure.Zones.SizeChance = 0.04 }, "zone", "more than geography alone", "지리만으로 설명되지 않음"},
		{"of no kind", func(d *study.Dossier) { d.Exposure.Kinds = d.Exposure.Kinds[1:] }, "kinds", "of no one kind", "분명한 한국의 유형 없음"},
		{"no paths", func(d *study.Dossier) { d.Exposure.Leverage.Broker = 0 }, "side_taking", "brokers no path", "잇는 경로 없음"},
		{"to B", func(d *study.Dossier) { n := &d.Exposure.Between.Lean; n.Value, n.Low, n.High = -0.4, -0.6, -0.2 }, "leaning", "lean to China", "중국 쪽으로 기움"},
		{"to neither", func(d *study.Dossier) { d.Exposure.Between.Lean.Low = -0.2 }, "leaning", "lean clearly to neither", "뚜렷이 기울지 않음"},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			d := fixture()
			d.Alignment = nil // or the leaning stands there
			tt.change(&d)
			v, err := newVoice(d, fixtureOptions(t, lang))
			if err != nil {
				t.Fatal(err)
			}
			said := ""
			for _, f := range Findings(d) {
				if f.Kind == tt.kind && said == "" {
					p := f.Claim.say(v)
					said = strings.Join(append([]string{p.Lead}, p.Why...), " | ")
				}
			}
			if !strings.Contains(said, want) || strings.Contains(said, "%!") || strings.Contains(said, "NaN") {
				t.Errorf("%s, %s:\n%s\nwant %q", tt.name, lang, said, want)
			}
		}
	}
}

// Every picture and table of structure and position goes with what it shows.
func TestPlaceFiguresNeedTheirFigures(t *testing.T) {
	for _, tt := range []struct {
		change func(*study.Dossier)
		gone   string
	}{
		{func(d *study.Dossier) { d.Structure.Indexes = nil }, placeEN.IndexTable},
		{func(d *study.Dossier) { d.Structure.Transitions = nil }, placeEN.WarTable},
		{func(d *study.Dossier) { d.Structure.Contest = nil }, `id="fig-reach"`},
		{func(d *study.Dossier) { d.Position.Movers = nil }, placeEN.MoversTable},
		{func(d *study.Dossier) { d.Exposure = study.Exposure{} }, `id="fig-kinds"`},
	} {
		d := fixture()
		if !strings.Contains(written(t, HTML, d, "en"), tt.gone) {
			t.Errorf("the fixture has no %s", tt.gone)
		}
		tt.change(&d)
		if strings.Contains(written(t, HTML, d, "en"), tt.gone) {
			t.Errorf("%s is there without what it shows", tt.gone)
		}
	}
}

// A fan is drawn where a fair share of draws see the lines cross; where hardly
// any does, the sentence says it all.
func TestFansOfWhatMayCross(t *testing.T) {
	for _, tt := range []struct {
		never float64
		drawn bool
	}{{0.89, true}, {0.9, false}, {1, false}} {
		d := fixture()
		d.Structure.Transitions[1].All.Overtaking.Never = tt.never
		if got := strings.Contains(written(t, HTML, d, "en"), `id="fig-fan-2-365"`); got != tt.drawn {
			t.Errorf("%.0f %% of draws never cross: drawn %t, want %t", 100*tt.never, got, tt.drawn)
		}
	}
}
