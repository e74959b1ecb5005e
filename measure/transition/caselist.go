package transition

import "math"

// CaseList is a published count of transitions and of the wars among them.
type CaseList struct {
	Key    string // name of the list
	Cite   string // work, a key of the bibliography
	Within string // key of the list that this one is a part of, or ""
	Counts string // what a case is and what counts as war
	N      int    // cases
	Wars   int    // cases that ended in war
}

// CaseLists returns the published lists, in order of publication. They choose
// cases by different rules and overlap in some of them, so their counts are not
// to be added up.
func CaseLists() []CaseList {
	return []CaseList{
		{
			Key: "contenders", Cite: "organski1980",
			Counts: "pairs of contenders for the lead in spans of years in which one overtook the other; war between the two, so a world war can count for more than one pair",
			N:      10, Wars: 5,
		},
		{
			Key: "thucydides", Cite: "allison2017",
			Counts: "a rising power threatened to displace a ruling one, since the late 15th century, as chosen by the project; war between them, or drawing both in",
			N:      16, Wars: 12,
		},
		{
			Key: "thucydides_1816", Cite: "allison2017", Within: "thucydides",
			Counts: "the cases of the list since the middle of the 19th century, within the span of the Correlates of War",
			N:      9, Wars: 6,
		},
		{
			Key: "thucydides_nuclear", Cite: "allison2017", Within: "thucydides",
			Counts: "the cases of the list that lie after the Second World War, where the ruling power has nuclear weapons",
			N:      2, Wars: 0,
		},
	}
}

// Rate is a share with its interval.
type Rate struct{ Share, Low, High float64 }

// Rate returns the share of the list's cases that ended in war, with the
// [Jeffreys] interval.
func (l CaseList) Rate(level float64) Rate { return Jeffreys(l.Wars, l.N, level) }

// RateRange is what several lists say together: the least and greatest share
// first, then the ends of the widest interval. Sampling is one doubt, the
// choice of cases another, and the second is not in any interval.
type RateRange struct{ Least, Most, Low, High float64 }

// RangeOfRates returns the range over lists, and NaN over none. Leave out lists
// that are part of another to compare independent choices.
func RangeOfRates(lists []CaseList, level float64) RateRange {
	if len(lists) == 0 {
		nan := math.NaN()
		return RateRange{nan, nan, nan, nan}
	}
	out := RateRange{1, 0, 1, 0}
	for _, l := range lists {
		r := l.Rate(level)
		out.Least, out.Most = math.Min(out.Least, r.Share), math.Max(out.Most, r.Share)
		out.Low, out.High = math.Min(out.Low, r.Low), math.Max(out.High, r.High)
	}
	return out
}

// Jeffreys returns the share of events among n cases with its equal-tailed
// interval under Jeffreys's prior, Beta(1/2, 1/2), of which level, such as 0.9,
// lies inside [brown2001]. Its low end is 0 when there are no events and its
// high end 1 when there are no others. A share of none is NaN, between 0 and 1;
// so is one of impossible counts or at a level outside 0 to 1.
func Jeffreys(events, n int, level float64) Rate {
	if n < 1 || events < 0 || events > n || !(level > 0 && level < 1) {
		return Rate{math.NaN(), 0, 1}
	}
	a, b := float64(events)+0.5, float64(n-events)+0.5
	r := Rate{float64(events) / float64(n), 0, 1}
	tail := (1 - level) / 2
	if events > 0 {
		r.Low = betaQuantile(tail, a, b)
	}
	if events < n {
		r.High = betaQuantile(1-tail, a, b)
	}
	return r
}
