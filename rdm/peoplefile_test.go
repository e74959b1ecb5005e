package rdm_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

const people = `schema: shatterbelt/people/1
people:
  - name: Kim
    answers:
      - {more: fed, than: spent, share: 0.5, answer: yes}
      - {more: spent, than: fed, answer: level}
  - name: 이
    answers:
      - more: fed
        than: spent
        answer: no
`

func TestParsePeople(t *testing.T) {
	got, err := rdm.ParsePeople("people.yaml", []byte(people), []string{"fed", "spent"})
	if err != nil || len(got) != 2 || got[1].Name != "이" {
		t.Fatalf("%+v, %v", got, err)
	}
	want := []rdm.Answer{
		{Question: rdm.Question{More: 0, Than: 1, Share: 0.5}, Yes: true},
		{Question: rdm.Question{More: 1, Than: 0, Share: 1}, Level: true},
	}
	for k, w := range want {
		if got[0].Answers[k] != w {
			t.Errorf("answer %d is %+v; want %+v", k, got[0].Answers[k], w)
		}
	}
	if a := got[1].Answers[0]; a.Yes || a.Level {
		t.Errorf("no is read as %+v", a)
	}
}

func TestParsePeopleSaysWhatIsWrong(t *testing.T) {
	for want, text := range map[string]string{
		`5:16: more is "fod", which is no criterion; did you mean "fed"?`: strings.Replace(people, "more: fed", "more: fod", 1),
		`5:54: answer is "yess"; did you mean "yes"?`:                     strings.Replace(people, "answer: yes", "answer: yess", 1),
		`5:41: share is 1.5, out of bounds; want a number from 0 to 1`:    strings.Replace(people, "0.5", "1.5", 1),
		`name "Kim" comes twice`:                                          strings.Replace(people, "이", "Kim", 1),
		`6:9: a criterion is compared with itself`:                        strings.Replace(people, "more: spent, than: fed", "more: fed, than: fed", 1),
		`unknown key "wieght"`:                                            strings.Replace(people, "share", "wieght", 1),
		`people.yaml: empty file`:                                         "",
	} {
		_, err := rdm.ParsePeople("people.yaml", []byte(text), []string{"fed", "spent"})
		var e *yamlfile.Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %s", err, want)
		}
	}
}

func FuzzParsePeople(f *testing.F) {
	f.Add([]byte(people))
	f.Add([]byte("schema: shatterbelt/people/1\npeople: []\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := rdm.ParsePeople("f.yaml", data, []string{"fed", "spent"})
		if (err == nil) != (len(got) > 0) {
			t.Fatalf("%d people and error %v", len(got), err)
		}
		for _, p := range got {
			if _, err := (rdm.Elicitation{Slip: 0.05, Level: 0.9, Points: 10}).Learn(2, p.Answers); err != nil {
				t.Fatal(err)
			}
		}
	})
}
