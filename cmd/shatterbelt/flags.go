package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
)

// maxFutures keeps a run within memory; one that is saved needs none for its
// futures.
const (
	maxFutures      = 1_000_000
	maxSavedFutures = 100_000_000
)

// exploring holds the flags of commands that run the simulation.
type exploring struct {
	futures, workers, year int
	seed                   uint64
	strategies             string
	fix                    []string
}

func (e *exploring) register(c *cobra.Command) {
	f := c.Flags()
	f.IntVar(&e.futures, "futures", 10000, "number of futures to explore")
	f.Uint64Var(&e.seed, "seed", 1, "seed of all random draws")
	f.IntVar(&e.workers, "workers", 0, "parallel workers; 0 uses every core; results do not depend on it")
	f.StringVar(&e.strategies, "strategies", "", "YAML file of strategies in place of the built-in ones")
	f.StringArrayVar(&e.fix, "fix", nil, "hold an uncertainty or coefficient at one value, as NAME=VALUE or NAME=OPTION; may be repeated")
	yearFlag(c, &e.year)
}

func yearFlag(c *cobra.Command, year *int) {
	c.Flags().IntVar(year, "year", 0, "year of study; figures are the newest up to it (default: newest)")
}

func langFlag(c *cobra.Command, lang *string) {
	c.Flags().StringVar(lang, "lang", "en", "language of the result: en or ko")
	_ = c.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"en", "ko"}, cobra.ShellCompDirectiveNoFileComp))
}

func checkLang(lang string) error { return oneOf("--lang", lang, "en", "ko") }

func oneOf(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return usagef("%s is %q; want %s", flag, value, strings.Join(allowed, " or "))
}

// study turns the flags into what a study takes.
func (e *exploring) study() (study.Exploring, error) {
	if err := checkSize(e.futures, maxFutures, e.workers); err != nil {
		return study.Exploring{}, err
	}
	fixed, err := desk.ParseFixed(e.fix)
	if err != nil {
		return study.Exploring{}, asked(err)
	}
	named := strategy.Named()
	if e.strategies != "" {
		data, err := readLimited("--strategies", e.strategies, strategyBytes)
		if err != nil {
			return study.Exploring{}, err
		}
		if named, err = strategy.Parse(e.strategies, data); err != nil {
			return study.Exploring{}, err
		}
	}
	return study.Exploring{Futures: e.futures, Seed: e.seed, Workers: e.workers, Strategies: named, Fixed: fixed}, nil
}

func checkSize(futures, most, workers int) error {
	if futures < 1 || futures > most {
		return usagef("--futures is %d; want 1 to %d", futures, most)
	}
	if workers < 0 {
		return usagef("--workers is %d; want 0 or more", workers)
	}
	return nil
}

// strategyBytes is the largest strategy file read.
const strategyBytes = 1 << 20

// readLimited reads a file that a flag names, of at most so many bytes.
func readLimited(flag, name string, most int64) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, usagef("%s %s is a folder; want a file", flag, name)
	}
	if info.Size() > most {
		return nil, &strategy.FileError{File: name, Line: 1, Column: 1,
			Problem: fmt.Sprintf("the file has %d bytes", info.Size()), Remedy: fmt.Sprintf("at most %d are read", most)}
	}
	return os.ReadFile(name)
}

// exclusive refuses two output forms at once.
func exclusive(json, csv bool) error {
	if json && csv {
		return usageError{errors.New("--json and --csv exclude each other; choose one")}
	}
	return nil
}
