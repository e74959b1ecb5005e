package docgen

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// language holds the words of a parameter page.
type language struct {
	title, intro, none              string
	columns                         []string
	linear, log, free, assumed, sep string
	label                           func(param.Field) string
}

var english = language{
	title: "Parameters",
	intro: "Every number of the program that a reader could dispute, with the range that is explored. " +
		"A source is a key of the [bibliography](references.md); *assumed* means that no published work settles the value, and the reason says where the range comes from. " +
		"Where schools dispute the sign, both signs are explored. Written by `make docs` from the source; a [JSON schema](parameters.schema.json) says the same.",
	none:    "There are no parameters.",
	columns: []string{"Name", "Label", "Unit", "Default", "Range", "Scale", "Source", "Why", "Meaning"},
	linear:  "linear", log: "log", free: "sign disputed", assumed: "*assumed*", sep: " to ",
	label: func(f param.Field) string { return f.EN },
}

var korean = language{
	title: "매개변수",
	intro: "독자가 이의를 제기할 수 있는 모든 수치와 탐색 범위. 출처는 [참고문헌](references.md)의 키이며, *가정*은 공표된 연구로 정해지지 않은 값으로서 근거란에 범위의 유래를 밝힘. " +
		"학설에 따라 부호가 갈리는 값은 양쪽 부호를 모두 탐색함. 근거와 설명은 소스 코드의 영어 원문임. `make docs`로 소스에서 생성하며, 같은 내용의 [JSON 스키마](parameters.schema.json)가 있음.",
	none:    "매개변수 없음.",
	columns: []string{"이름", "뜻", "단위", "기본값", "범위", "척도", "출처", "근거", "설명"},
	linear:  "선형", log: "로그", free: "부호 이견", assumed: "*가정*", sep: " ~ ",
	label: func(f param.Field) string { return f.KO },
}

// page writes the tables in one language.
func (l language) page(tables []Table) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", l.title, l.intro)
	if len(tables) == 0 {
		fmt.Fprintf(&b, "\n%s\n", l.none)
	}
	for _, t := range tables {
		fmt.Fprintf(&b, "\n## %s\n\n`%s`. %s\n\n", t.Name, t.Folder, linked(t.Doc))
		line(&b, l.columns)
		line(&b, slices.Repeat([]string{"---"}, len(l.columns)))
		for _, r := range t.Rows {
			line(&b, l.row(r))
		}
	}
	return []byte(b.String())
}

func (l language) row(r Row) []string {
	scale := l.linear
	if r.Scale == param.Log {
		scale = l.log
	}
	if r.FreeSign {
		scale += ", " + l.free
	}
	ref := "[" + r.Ref + "]"
	if r.Ref == param.Assumed {
		ref = l.assumed
	}
	return []string{
		"`" + r.Name + "`", l.label(r.Field), r.Unit, number(r.Default),
		number(r.Min) + l.sep + number(r.Max), scale, linked(ref), linked(r.Why), linked(r.Doc),
	}
}

// line writes a row of a Markdown table.
func line(b *strings.Builder, cells []string) {
	for _, c := range cells {
		b.WriteString("| " + strings.ReplaceAll(c, "|", `\|`) + " ")
	}
	b.WriteString("|\n")
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// bracket finds the keys that comments name: one or more in square brackets.
var bracket = regexp.MustCompile(`\[[a-z]+[0-9]{4}[a-z]?(, [a-z]+[0-9]{4}[a-z]?)*\]`)

// bracketed lists the keys in one match of bracket.
func bracketed(match string) []string { return strings.Split(strings.Trim(match, "[]"), ", ") }

// linked turns keys in square brackets into links to the bibliography.
func linked(s string) string {
	return bracket.ReplaceAllStringFunc(s, func(match string) string {
		links := bracketed(match)
		for i, key := range links {
			if _, ok := cite.Lookup(key); ok {
				links[i] = fmt.Sprintf("[%s](references.md#%s)", key, key)
			}
		}
		return strings.Join(links, ", ")
	})
}

// references writes the bibliography, with the parameters that rest on each work.
func references(tables []Table) []byte {
	rests := map[string][]string{}
	for _, t := range tables {
		for _, r := range t.Rows {
			rests[r.Ref] = append(rests[r.Ref], "`"+r.Name+"`")
		}
	}
	var b strings.Builder
	b.WriteString("# References\n\nThe works that formulas, parameters and figures rest on, by key. " +
		"Written by `make docs` from [references.bib](../../trace/cite/references.bib), which any reference manager opens.\n\n")
	for _, w := range cite.All() {
		fmt.Fprintf(&b, "- <a id=\"%s\"></a>**%s**: %s", w.Key, w.Key, w.Text())
		if names := rests[w.Key]; names != nil {
			fmt.Fprintf(&b, " Parameters: %s.", strings.Join(names, ", "))
		}
		b.WriteString("\n")
	}
	return []byte(b.String())
}
