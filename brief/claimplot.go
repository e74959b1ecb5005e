package brief

import (
	"html/template"
	"math"

	verdicts "github.com/shatterbelt/shatterbelt/claim"
)

// Sizes of the picture of a verdicts.
const (
	levelW, levelRow      = 640.0, 22.0
	levelTop, levelBottom = 44.0, 44.0
	levelSide             = 24.0 // free on the right
)

// claimWords are the words of a picture of a verdicts.
var claimWords = map[string]struct{ met, mirror, desc string }{
	"en": {"argument met", "opposite met", "A dot is the median over the settings that share a value, the line the widest interval."},
	"ko": {"주장 충족", "반대 충족", "점은 같은 값을 쓰는 설정들의 중앙값, 선은 가장 넓은 구간."},
}

// ClaimPicture draws the figure of a part of a claim by the setting that matters
// most: a row for each of its values, and where the argument and its opposite
// are met. The id tells pictures of one page apart. It is "" where there are not two values to compare.
func ClaimPicture(id string, f *verdicts.PartFinding, lang string) template.HTML {
	setting, levels := f.Levels()
	if len(levels) < 2 {
		return ""
	}
	w := claimWords[lang]
	e := f.Part.Effect
	met, mirror := e.Even+e.Least, e.Even-e.Least
	p := newPicture(id, f.Sentence().In(lang), w.desc, levelW, levelTop+levelRow*float64(len(levels))+levelBottom)
	fr := levelFrame(levels, met, mirror)
	p.text(fr.x0-8, levelTop-10, 11, end, muted, setting)
	bottom := levelTop + levelRow*float64(len(levels))
	for _, line := range []struct {
		at   float64
		name string
		dash string
		y    float64
	}{{met, w.met, "", levelTop - 24}, {mirror, w.mirror, "4 3", levelTop - 10}} {
		p.line(fr.x(line.at), line.y+4, fr.x(line.at), bottom, stroke(muted, 1, line.dash))
		p.text(p.within(fr.x(line.at), textWidth(line.name, 10.5)), line.y, 10.5, middle, ink, line.name+" "+verdicts.Figure(line.at))
	}
	for i, l := range levels {
		y := levelTop + levelRow*(float64(i)+0.5)
		p.text(fr.x0-8, y+4, 11.5, end, ink, l.Value)
		if math.IsNaN(l.Middle) {
			p.text(fr.x0+6, y+4, 11, start, muted, "–")
			continue
		}
		p.line(fr.x(l.Low), y, fr.x(l.High), y, stroke(penA.line, 2.5, ""))
		p.circle(fr.x(l.Middle), y, 4.5, filled(penA.letter))
	}
	p.line(fr.x0, bottom, fr.x0+fr.w, bottom, stroke(muted, 0.8, ""))
	for _, v := range []float64{fr.across.low, (fr.across.low + fr.across.high) / 2, fr.across.high} {
		p.line(fr.x(v), bottom, fr.x(v), bottom+4, stroke(muted, 0.8, ""))
		p.text(p.within(fr.x(v), textWidth(verdicts.Figure(v), 10.5)), bottom+16, 10.5, middle, muted, verdicts.Figure(v))
	}
	p.text(fr.x0+fr.w/2, bottom+34, 11, middle, muted, e.Unit)
	return template.HTML(p.String()) //nolint:gosec // made of escaped text and numbers
}

// levelFrame holds every interval and both thresholds.
func levelFrame(levels []verdicts.Level, met, mirror float64) frame {
	low, high := math.Min(met, mirror), math.Max(met, mirror)
	var names []string
	for _, l := range levels {
		names = append(names, l.Value)
		if !math.IsNaN(l.Middle) {
			low, high = math.Min(low, l.Low), math.Max(high, l.High)
		}
	}
	left := widest(11.5, 60, 190, names...) + 16
	return frame{left, levelTop, levelW - left - levelSide, 0, scale{low: low, high: high}, scale{}}
}
