package brief

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestJosa(t *testing.T) {
	tests := []struct {
		word string
		p    Particle
		want string
	}{
		{"한국", EunNeun, "한국은"}, {"러시아", EunNeun, "러시아는"},
		{"미국", IGa, "미국이"}, {"우크라이나", IGa, "우크라이나가"},
		{"전략", EulReul, "전략을"}, {"정부", EulReul, "정부를"},
		{"미국", GwaWa, "미국과"}, {"러시아", GwaWa, "러시아와"},
		{"중국", EuroRo, "중국으로"}, {"러시아", EuroRo, "러시아로"}, {"서울", EuroRo, "서울로"},
		{"71%", EulReul, "71%를"}, {"71%(68~74%)", IGa, "71%(68~74%)가"},
		{"한국(2)", EunNeun, "한국(2)은"}, {"‘무장 중립’", IGa, "‘무장 중립’이"},
		{"10", EunNeun, "10은"}, {"2", EunNeun, "2는"}, {"1", EuroRo, "1로"}, {"3", EuroRo, "3으로"},
		{"GDP", IGa, "GDP가"}, {"UN", GwaWa, "UN과"}, {"FL", EuroRo, "FL로"}, {"", EunNeun, "는"},
	}
	for _, tt := range tests {
		if got := Josa(tt.word, tt.p); got != tt.want {
			t.Errorf("Josa(%q) = %q; want %q", tt.word, got, tt.want)
		}
	}
}

func TestJosaKeepsTheWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.String().Draw(t, "word")
		for _, p := range particles {
			rest, ok := strings.CutPrefix(Josa(word, p), word)
			if !ok || rest != p.closed && rest != p.open {
				t.Fatalf("Josa(%q) = %q", word, Josa(word, p))
			}
		}
	})
}

func TestFillKO(t *testing.T) {
	tests := []struct{ text, want string }{
		{"{A} 편승", "러시아 편승"},
		{"안보는 {A}, 경제는 {B}", "안보는 러시아, 경제는 중국"},
		{"{A}과 {B}와 협력", "러시아와 중국과 협력"},
		{"{B}가 {A}을 압박", "중국이 러시아를 압박"},
		{"{A}가전", "러시아가전"}, // no particle: the word goes on
		{"경제 협력({B})", "경제 협력(중국)"},
	}
	for _, tt := range tests {
		if got := fillKO(tt.text, "러시아", "중국"); got != tt.want {
			t.Errorf("fillKO(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}

func ExampleJosa() {
	fmt.Println(Josa("미국", GwaWa), Josa("러시아", EunNeun), Josa("12%", EuroRo))
	// Output: 미국과 러시아는 12%로
}
