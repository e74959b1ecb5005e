package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// runsVar names the environment variable of the folder of runs, and runsFlag the
// flag.
const (
	runsVar  = "SHATTERBELT_RUNS"
	runsFlag = "runs"
)

func runsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "runs",
		Short: "Keep runs of models, take them up again and compare them",
		Long: `A run keeps every experiment of a model in a Parquet file, with a manifest that says
what it was made of. Its name follows from that, so the same command finds it again;
one that was interrupted, even by a kill, goes on where it was and ends with the
same bytes. explore STATE --save makes one of the simulation, and runs start makes
one of the shallow lake or of a program of your own.`,
		Example: "  shatterbelt runs list\n  shatterbelt runs show explore-kor\n  shatterbelt runs start lake --futures 1000",
		Args:    subcommand,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },

		SuggestionsMinimumDistance: 2,
	}
	c.PersistentFlags().String(runsFlag, "", "folder of runs (default: "+runsVar+", or runs in the store)")
	_ = c.MarkPersistentFlagDirname(runsFlag)
	c.AddCommand(runsList(), runsShow(), runsDiff(), runsResume(), runsExport(), runsStart(), runsRemove())
	return c
}

// openRuns opens the folder of runs that --runs, the environment or the store
// names.
func openRuns(c *cobra.Command) (*runs.Folder, error) {
	dir, err := c.Flags().GetString(runsFlag)
	if err != nil {
		return nil, err
	}
	if dir == "" {
		dir = os.Getenv(runsVar)
	}
	if dir == "" {
		s, err := openStore(c)
		if err != nil {
			return nil, err
		}
		dir = filepath.Join(s.Dir(), store.RunsFolder)
	}
	return runs.Open(dir), nil
}

// completeRuns offers the ids of runs.
func completeRuns(c *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	f, err := openRuns(c)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	all, err := f.List()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for _, s := range all {
		out = append(out, s.ID+"\t"+s.Title)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// runsSchema names the form of lists and descriptions of runs as JSON.
const runsSchema = "shatterbelt/runs/1"

// reported is a run as JSON: its manifest and how far it has come.
type reported struct {
	*runs.Manifest
	State       runs.State `json:"state"`
	Done        int        `json:"done"` // futures
	Experiments int        `json:"experiments"`
	Rate        *float64   `json:"experiments_a_second,omitempty"`
	Left        *float64   `json:"seconds_left,omitempty"`
	File        string     `json:"file,omitempty"`
}

func reportedOf(f *runs.Folder, s runs.Status) reported {
	r := reported{Manifest: s.Manifest, State: s.State, Done: s.Done, Experiments: s.Experiments()}
	if rate, ok := s.Rate(); ok {
		r.Rate = &rate
	}
	if left, ok := s.Left(); ok && s.State != runs.Finished {
		seconds := left.Seconds()
		r.Left = &seconds
	}
	if s.State == runs.Finished {
		r.File = f.Path(s)
	}
	return r
}

var stateWords = map[string]map[runs.State]string{
	"en": {runs.Finished: "finished", runs.Running: "running", runs.Unfinished: "unfinished"},
	"ko": {runs.Finished: "완료", runs.Running: "진행 중", runs.Unfinished: "미완료"},
}

var runsListWords = map[string][]string{
	"en": {"run", "state", "futures", "of", "experiments", "failed", "experiments/s", "left", "started"},
	"ko": {"실행", "상태", "완료한 미래", "전체", "실험", "실패", "초당 실험", "남은 시간", "시작"},
}

func runsList() *cobra.Command {
	var (
		asCSV, asJS bool
		lang        string
	)
	c := &cobra.Command{
		Use: "list", Short: "List the runs", Args: exactly(0, ""),
		Example: "  shatterbelt runs list\n  shatterbelt runs list --json",
		RunE: func(c *cobra.Command, _ []string) error {
			if err := checkLang(lang); err != nil {
				return err
			}
			f, err := openRuns(c)
			if err != nil {
				return err
			}
			all, err := f.List()
			if err != nil {
				return err
			}
			if len(all) == 0 && !asCSV && !asJS {
				words := map[string]string{
					"en": "There are no runs in %s. shatterbelt explore STATE --save makes one.\n",
					"ko": "%s 폴더에 실행이 없습니다. shatterbelt explore STATE --save로 만들 수 있습니다.\n",
				}
				_, err := fmt.Fprintf(c.OutOrStdout(), words[lang], f.Dir())
				return err
			}
			rows, list := make([][]string, len(all)), make([]reported, len(all))
			for i, s := range all {
				rows[i], list[i] = runRow(s, lang), reportedOf(f, s)
			}
			return listed(c, runsListWords[lang], rows, map[string]any{"schema": runsSchema, "folder": f.Dir(), "runs": list}, asCSV, asJS)
		},
	}
	langFlag(c, &lang)
	formFlags(c, &asCSV, &asJS)
	return c
}

func runRow(s runs.Status, lang string) []string {
	rate, left := "", ""
	if r, ok := s.Rate(); ok {
		rate = strconv.FormatFloat(r, 'f', 0, 64)
	}
	if l, ok := s.Left(); ok && s.State != runs.Finished {
		left = l.Round(time.Second).String()
	}
	return []string{
		s.ID, stateWords[lang][s.State], strconv.Itoa(s.Done), strconv.Itoa(s.Futures), strconv.Itoa(s.Experiments()),
		strconv.Itoa(s.Failures), rate, left, s.Started,
	}
}

// openRun opens the folder of runs and finds the one of a name.
func openRun(c *cobra.Command, name string) (*runs.Folder, runs.Status, error) {
	f, err := openRuns(c)
	if err != nil {
		return nil, runs.Status{}, err
	}
	s, err := f.Find(name)
	return f, s, err
}

func runsRemove() *cobra.Command {
	return &cobra.Command{
		Use: "remove RUN", Short: "Remove a run with its results", Args: exactly(1, "one run"),
		Example:           "  shatterbelt runs remove explore-kor-2024-1a2b3c4d",
		ValidArgsFunction: completeRuns,
		RunE: func(c *cobra.Command, args []string) error {
			f, s, err := openRun(c, args[0])
			if err != nil {
				return err
			}
			if err := f.Remove(s.ID); err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.OutOrStdout(), s.ID)
			return err
		},
	}
}
