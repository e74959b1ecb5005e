package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/runs"
)

// shownFailures is how many failures the text names.
const shownFailures = 10

func runsShow() *cobra.Command {
	var (
		asJS bool
		lang string
	)
	c := &cobra.Command{
		Use: "show RUN", Short: "Say what a run is made of and how far it has come", Args: exactly(1, "one run"),
		Long: `Show prints the manifest of a run: what was run, from which data, by which program,
with which seed; how many experiments failed and why; and the rate and the time left
of one that is at work. The beginning or end of its name will do.`,
		Example:           "  shatterbelt runs show explore-kor-2024\n  shatterbelt runs show explore-kor-2024 --json",
		ValidArgsFunction: completeRuns,
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			f, s, err := openRun(c, args[0])
			if err != nil {
				return err
			}
			failed, err := f.FailuresOf(s)
			if err != nil {
				return err
			}
			if asJS {
				return writeJSON(c.OutOrStdout(), map[string]any{"schema": runsSchema, "run": reportedOf(f, s), "failed": failed})
			}
			return showRunText(c.OutOrStdout(), f, s, failed, lang)
		},
	}
	langFlag(c, &lang)
	c.Flags().BoolVar(&asJS, "json", false, "as JSON")
	return c
}

// showWords are the labels of what is shown.
var showWords = map[string]map[string]string{
	"en": {
		"run": "run", "state": "state", "command": "command", "program": "program", "data": "data", "design": "design", "seed": "seed",
		"futures": "futures", "policies": "policies", "uncertainties": "uncertainties", "levers": "levers", "outcomes": "outcomes",
		"experiments": "experiments", "failed": "failed", "started": "started", "finished": "finished", "work": "work", "rate": "rate",
		"left": "left", "file": "file", "more": "and %d more", "sessions": "%s in %d sessions", "session": "%s", "second": "%.0f experiments a second",
		"of": "%d of %d done",
	},
	"ko": {
		"run": "실행", "state": "상태", "command": "명령", "program": "프로그램", "data": "자료", "design": "설계", "seed": "시드",
		"futures": "미래", "policies": "정책", "uncertainties": "불확실성", "levers": "수단", "outcomes": "결과",
		"experiments": "실험", "failed": "실패", "started": "시작", "finished": "완료", "work": "작업 시간", "rate": "속도",
		"left": "남은 시간", "file": "파일", "more": "그 밖에 %d건", "sessions": "%s, %d회에 나누어", "session": "%s", "second": "초당 실험 %.0f건",
		"of": "%[2]d 가운데 %[1]d 완료",
	},
}

func showRunText(w io.Writer, f *runs.Folder, s runs.Status, failed []runs.Failure, lang string) error {
	words := showWords[lang]
	var b strings.Builder
	line := func(key, format string, args ...any) {
		fmt.Fprintf(&b, "%-14s %s\n", words[key], fmt.Sprintf(format, args...))
	}
	line("run", "%s", s.ID)
	line("state", "%s", stateWords[lang][s.State])
	if len(s.Command) > 0 {
		line("command", "%s", strings.Join(s.Command, " "))
	}
	line("program", "%s", s.Program)
	for _, d := range s.Data {
		line("data", "%s", strings.TrimSpace(d.Dataset+" "+d.Edition)+" "+d.SHA256[:min(12, len(d.SHA256))])
	}
	line("design", "%s", s.Design)
	line("seed", "%d", s.Seed)
	line("futures", words["of"], s.Done, s.Futures)
	line("policies", "%s", policyNames(s))
	line("uncertainties", "%s", dimensionNames(s.Uncertainties))
	if len(s.Levers) > 0 {
		line("levers", "%s", dimensionNames(s.Levers))
	}
	line("outcomes", "%s", outcomeNames(s))
	line("experiments", "%d", s.Experiments())
	line("started", "%s", s.Started)
	showWork(line, f, s, words)
	line("failed", "%d", s.Failures)
	for i, x := range failed {
		if i == shownFailures {
			fmt.Fprintf(&b, "  %s\n", fmt.Sprintf(words["more"], len(failed)-i))
			break
		}
		fmt.Fprintf(&b, "  %d %s: %s\n", x.Future, x.Policy, x.Error)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// showWork says what the work took, or takes.
func showWork(line func(key, format string, args ...any), f *runs.Folder, s runs.Status, words map[string]string) {
	if s.Finished != "" {
		line("finished", "%s", s.Finished)
	}
	if s.Seconds > 0 {
		took := time.Duration(s.Seconds * float64(time.Second)).Round(time.Millisecond)
		if s.Sessions > 1 {
			line("work", words["sessions"], took, s.Sessions)
		} else {
			line("work", words["session"], took)
		}
	}
	if rate, ok := s.Rate(); ok {
		line("rate", words["second"], rate)
	}
	if left, ok := s.Left(); ok && s.State != runs.Finished {
		line("left", "%v", left.Round(time.Second))
	}
	if s.State == runs.Finished {
		line("file", "%s", f.Path(s))
	}
}

// fewNames is how many names a line lists.
const fewNames = 12

func nameList(n int, name func(i int) string) string {
	var out []string
	for i := range min(n, fewNames) {
		out = append(out, name(i))
	}
	text := fmt.Sprintf("%d: %s", n, strings.Join(out, ", "))
	if n > fewNames {
		text += ", ..."
	}
	return text
}

func policyNames(s runs.Status) string {
	return nameList(len(s.Policies), func(i int) string { return s.Policies[i].Name })
}

func dimensionNames(list []runs.Dimension) string {
	return nameList(len(list), func(i int) string { return list[i].Name })
}

func outcomeNames(s runs.Status) string {
	return nameList(len(s.Outcomes), func(i int) string { return s.Outcomes[i].Name })
}
