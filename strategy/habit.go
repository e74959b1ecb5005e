package strategy

import "math"

// Habit sets how a government that follows a rule looks back, looks ahead and
// waits. Years are rounded to whole ones.
type Habit struct {
	// Window is how many years of observations the trend is drawn through.
	Window float64 `name:"rule_window" unit:"years" min:"2" max:"5" default:"3" ref:"assumed" why:"No study fixes how many years planners draw a trend through; two is the least that shows one and five is about a planning cycle." en:"years behind an anticipated trend" ko:"추세 판단 기간"`
	// Lead is how far ahead of the last observation the trend is carried.
	Lead float64 `name:"rule_lead" unit:"years" min:"1" max:"5" default:"3" ref:"assumed" why:"No study fixes how far ahead planners act; the range runs from the next budget to a medium-term defence plan." en:"years an anticipatory rule looks ahead" ko:"예측형 규칙의 전망 기간"`
	// Patience is how many years running a condition must hold before an
	// inertial government acts.
	Patience float64 `name:"rule_patience" unit:"years" min:"1" max:"5" default:"3" ref:"assumed" why:"No study fixes how long governments put off a change of course; the range runs from a year to a full term of office." en:"years an inertial rule waits" ko:"관성형 규칙의 지연 기간"`
}

// years rounds a habit to whole years that [Memory] can hold.
func years(v float64, least int) int {
	return max(least, min(MaxMemory, int(math.Round(v))))
}
