package brief

// Band is one of the seven degrees of probability of the intelligence
// community's analytic standard, ICD 203, from almost no chance to almost
// certain.
type Band int

// bandTops are the upper edges of the bands but the last. A probability on an
// edge takes the word nearer to even odds.
var bandTops = [...]float64{0.05, 0.20, 0.45, 0.55, 0.80, 0.95}

// BandOf returns the band of a probability.
func BandOf(p float64) Band {
	const evenOdds = 3
	for i, top := range bandTops {
		if p < top || p == top && i >= evenOdds {
			return Band(i)
		}
	}
	return Band(len(bandTops))
}

var bandWords = map[string][len(bandTops) + 1]string{
	"en": {"almost no chance", "very unlikely", "unlikely", "roughly even odds", "likely", "very likely", "almost certain"},
	"ko": {"거의 없음", "가능성 매우 낮음", "가능성 낮음", "반반", "가능성 높음", "가능성 매우 높음", "거의 확실"},
}

// Likelihood says a probability in words, in "ko" or "en". It is for
// probabilities only; a share of futures explored is not one.
func Likelihood(p float64, lang string) string { return bandWords[lang][BandOf(p)] }
