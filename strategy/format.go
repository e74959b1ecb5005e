package strategy

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Format writes strategies as a file that [Parse] reads back to the same ones.
// Comments of the file they came from are gone. Strategies that no file could
// hold, such as one with a lever out of bounds, are written as they are, and
// Parse reports them.
func Format(strategies []Strategy) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "schema: %s\nstrategies:\n", Schema)
	for i := range strategies {
		s := &strategies[i]
		fmt.Fprintf(&b, "  - name: %s\n", nameText(s.Name))
		fmt.Fprintf(&b, "    title: {en: %s, ko: %s}\n", quote(s.Title.EN), quote(s.Title.KO))
		if s.Argument != (Title{}) {
			fmt.Fprintf(&b, "    argument:\n      en: %s\n      ko: %s\n", quote(s.Argument.EN), quote(s.Argument.KO))
		}
		if s.Drift {
			b.WriteString("    drift: true\n")
		}
		if len(s.Levers) > 0 {
			b.WriteString("    levers:\n")
			for _, set := range s.Levers {
				fmt.Fprintf(&b, "      %s\n", settingText(set))
			}
		}
		writeTargets(&b, s.Targets)
		writeRule(&b, s.Rule)
	}
	return []byte(b.String())
}

func writeTargets(b *strings.Builder, targets []Target) {
	if len(targets) == 0 {
		return
	}
	b.WriteString("    targets:\n")
	for _, t := range targets {
		fmt.Fprintf(b, "      - year: %d\n        set: %s\n", t.Year, settingsText(t.Set))
	}
}

func writeRule(b *strings.Builder, rule Rule) {
	if rule.Kind == None && len(rule.Clauses) == 0 {
		return
	}
	fmt.Fprintf(b, "    rule:\n      kind: %s\n", rule.Kind)
	if len(rule.Clauses) == 0 {
		return
	}
	b.WriteString("      clauses:\n")
	for _, c := range rule.Clauses {
		side := "below"
		if c.Above {
			side = "above"
		}
		fmt.Fprintf(b, "        - when: {observe: %s, %s: %s}\n", c.Watch, side, exact(c.Level))
		fmt.Fprintf(b, "          then: %s\n", settingsText(c.Then))
	}
}

func settingsText(settings []Setting) string {
	texts := make([]string, len(settings))
	for i, s := range settings {
		texts[i] = settingText(s)
	}
	return "{" + strings.Join(texts, ", ") + "}"
}

func settingText(s Setting) string {
	switch s.Form {
	case To:
		return fmt.Sprintf("%s: %s", s.Lever, valueText(s))
	case Times:
		return fmt.Sprintf("%s: {times: %s}", s.Lever, exact(s.Value))
	case Plus:
		return fmt.Sprintf("%s: {plus: %s}", s.Lever, exact(s.Value))
	default:
		return fmt.Sprintf("%s: today", s.Lever)
	}
}

// valueText names the rung that a setting asks for, or gives the number.
func valueText(s Setting) string {
	if r, ok := s.Lever.Rung(s.Value); ok && r.At == s.Value {
		return r.Name // read back as exactly that number
	}
	return exact(s.Value)
}

// exact writes a number with as many digits as it takes to read it back.
func exact(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// yamlWords are names that other readers of YAML would not take for text.
var yamlWords = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

var plainName = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func nameText(name string) string {
	if !plainName.MatchString(name) || slices.Contains(yamlWords, name) {
		return quote(name)
	}
	return name
}

// quote writes text in double quotes as YAML reads it.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\x%02x`, c)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
