// Command coregen selects the figures of data/core from the published files in
// a folder:
//
//	go run ./internal/coregen/cmd --from DIR --out data/core
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/shatterbelt/shatterbelt/internal/coregen"
)

// The exit codes, as everywhere in the program.
const (
	exitUsage = 2
	exitData  = 3
	exitIO    = 4
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("coregen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	from := flags.String("from", "", "folder of published files, one subfolder a dataset")
	out := flags.String("out", "data/core", "folder to write figures.csv, indicators.csv, states.csv, sources.csv and geometry.json into")
	records := flags.String("records", "", "write only the records that claims count, attempts.csv and pressure.csv, into this folder")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return exitUsage
	}
	if *from == "" || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "coregen: give --from DIR, the folder of published files, and --out DIR; nothing else")
		return exitUsage
	}
	if *records != "" {
		return writeRecords(*from, *records, stdout, stderr)
	}
	report, err := coregen.Generate(*from, *out)
	if err != nil {
		return fault(stderr, err)
	}
	for _, name := range slices.Sorted(maps.Keys(report.ByIndicator)) {
		fmt.Fprintf(stdout, "%-24s %6d\n", name, report.ByIndicator[name])
	}
	fmt.Fprintf(stdout, "%d figures of %d states from %d sources, %d outlines\n",
		report.Figures, report.States, report.Sources, report.Shapes)
	return 0
}

// writeRecords writes the record tables of claims.
func writeRecords(from, out string, stdout, stderr io.Writer) int {
	for _, generate := range []func(from, out string) (int, error){coregen.GenerateAttempts, coregen.GeneratePressure} {
		n, err := generate(from, out)
		if err != nil {
			return fault(stderr, err)
		}
		fmt.Fprintf(stdout, "%d rows\n", n)
	}
	return 0
}

// fault prints an error and returns its exit code.
func fault(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, err)
	if errors.Is(err, coregen.ErrWrite) {
		return exitIO
	}
	return exitData
}
