package brief

import (
	"strings"
	"unicode"
)

// A Particle is a Korean postposition whose form depends on the sound that the
// word before it ends in.
type Particle struct {
	closed, open string // after a final consonant; after a vowel
	rieul        bool   // a final ㄹ counts as open, as it does for (으)로
}

// The particles that the prose uses.
var (
	EunNeun = Particle{closed: "은", open: "는"}
	IGa     = Particle{closed: "이", open: "가"}
	EulReul = Particle{closed: "을", open: "를"}
	GwaWa   = Particle{closed: "과", open: "와"}
	EuroRo  = Particle{closed: "으로", open: "로", rieul: true}
	IRago   = Particle{closed: "이", open: ""} // the copula before -며, -고
)

// Josa joins a word and the right form of a particle. Digits, Latin letters and
// the signs %, ㎞ and ℃ are taken as they are read aloud; quotation marks are
// skipped, and so is a bracketed remark at the end.
func Josa(word string, p Particle) string {
	switch final := finalSound(word); {
	case final == open, final == rieul && p.rieul:
		return word + p.open
	default:
		return word + p.closed
	}
}

// sound is how a word ends when read aloud in Korean.
type sound uint8

const (
	open   sound = iota // a vowel
	rieul               // ㄹ
	closed              // any other consonant
)

func finalSound(word string) sound {
	runes := []rune(trimRemark(word))
	for len(runes) > 0 && !spoken(runes[len(runes)-1]) {
		runes = runes[:len(runes)-1]
	}
	if len(runes) == 0 {
		return open
	}
	return soundOf(runes[len(runes)-1])
}

// trimRemark drops a bracketed remark at the end: particles follow the word
// before it.
func trimRemark(word string) string {
	trimmed := strings.TrimRight(word, " ")
	if !strings.HasSuffix(trimmed, ")") {
		return word
	}
	i := strings.LastIndex(trimmed, "(")
	if i <= 0 {
		return word
	}
	return trimmed[:i]
}

func spoken(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("%㎞℃", r)
}

// Finals of digits (영 일 이 삼 사 오 육 칠 팔 구) and of Latin letters read by
// name (엘, 엠, 엔, 알); every other letter ends in a vowel.
var (
	digitSounds  = [10]sound{closed, rieul, open, closed, open, open, closed, rieul, rieul, open}
	letterSounds = map[rune]sound{'l': rieul, 'm': closed, 'n': closed, 'r': rieul}
)

func soundOf(r rune) sound {
	const first, last, finals, rieulIndex = 0xAC00, 0xD7A3, 28, 8
	switch {
	case r >= first && r <= last:
		switch (r - first) % finals {
		case 0:
			return open
		case rieulIndex:
			return rieul
		}
		return closed
	case r >= '0' && r <= '9':
		return digitSounds[r-'0']
	}
	return letterSounds[unicode.ToLower(r)]
}

// particles are the forms that may follow a placeholder in a title or a label.
var particles = []Particle{EunNeun, IGa, EulReul, GwaWa, EuroRo}

// fillKO puts names in place of {A} and {B} and corrects a particle that
// follows, since the author of the text could not know the name.
func fillKO(text, a, b string) string {
	for _, p := range []struct{ hole, name string }{{"{A}", a}, {"{B}", b}} {
		for {
			i := strings.Index(text, p.hole)
			if i < 0 {
				break
			}
			text = text[:i] + attach(p.name, text[i+len(p.hole):])
		}
	}
	return text
}

func attach(name, rest string) string {
	for _, p := range particles {
		for _, form := range []string{p.closed, p.open} {
			if after, ok := strings.CutPrefix(rest, form); ok && endsWord(after) {
				return Josa(name, p) + after
			}
		}
	}
	return name + rest
}

func endsWord(rest string) bool {
	for _, r := range rest {
		return !unicode.IsLetter(r)
	}
	return true
}
