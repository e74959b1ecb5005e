package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

type briefFlags struct {
	exploring
	lang, formats, out string
}

func briefCommand() *cobra.Command {
	var f briefFlags
	c := &cobra.Command{
		Use:   "brief STATE",
		Short: "Compute a policy brief on a state and write it as a document",
		Long: `Brief computes the whole chain for one state - who presses it, how caught in
between it is, what a crisis would look like, and which strategy holds up over
thousands of uncertain futures - and writes it as one self-contained file a format.
The first page is also printed. Ten thousand futures take a few seconds.`,
		Example:           "  shatterbelt brief KOR\n  shatterbelt brief 핀란드 --lang ko --format html,md --out briefs\n  shatterbelt brief UKR --year 2021 --strategies mine.yaml",
		Args:              exactly(1, "one state"),
		ValidArgsFunction: completeStates,
		RunE:              func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c)
	langFlag(c, &f.lang)
	c.Flags().StringVar(&f.formats, "format", "html", "html, md or json, or several with commas")
	c.Flags().StringVar(&f.out, "out", ".", "folder to write to; made if missing")
	return c
}

// render writes a dossier in one format.
type render func(w io.Writer, d study.Dossier, o brief.Options) error

var renderers = map[string]render{"html": brief.HTML, "md": brief.Markdown, "json": brief.JSON}

func (f *briefFlags) run(c *cobra.Command, text string) error {
	formats, err := f.check()
	if err != nil {
		return err
	}
	run, err := f.study()
	if err != nil {
		return err
	}
	s, st, err := find(c, text)
	if err != nil {
		return err
	}
	year := yearOr(f.year, s)
	if _, err := study.Situate(s, year, study.Default()); err != nil {
		return err
	}
	if err := checkFolder(f.out); err != nil {
		return err
	}
	bar, finish := progress(st.ISO + " futures")
	run.Progress = bar
	d, err := study.Compile(c.Context(), s, st.CCode, year, run)
	finish()
	if err != nil {
		return err
	}
	outlines, err := land(s.Codes())
	if err != nil {
		return err
	}
	o := brief.Options{Lang: f.lang, Command: f.command(st, year), Sources: s.Sources(), Codes: s.Codes(), Outlines: outlines, Indicators: s.Indicators()}
	files, err := f.render(formats, d, o)
	if err != nil {
		return err
	}
	if err := c.Context().Err(); err != nil {
		return err
	}
	for _, file := range files {
		if err := writeWhole(filepath.Join(f.out, f.file(st, file.format)), file.data); err != nil {
			return err
		}
	}
	if err := brief.Summary(c.OutOrStdout(), d, o); err != nil {
		return err
	}
	for _, file := range files {
		fmt.Fprintln(c.OutOrStdout(), filepath.Join(f.out, f.file(st, file.format)))
	}
	return nil
}

// land is the outlines that the map is drawn on; a state that the core does not
// draw is a dot at its capital.
func land(codes *ir.Codes) ([]brief.Outline, error) {
	shapes, err := core.Geometry()
	if err != nil {
		return nil, err
	}
	capitals, err := core.Capitals()
	if err != nil {
		return nil, err
	}
	seat := map[string]core.Capital{}
	for _, c := range capitals {
		st, _ := codes.State(c.State)
		seat[st.ISO] = c
	}
	out := make([]brief.Outline, len(shapes))
	for i, s := range shapes {
		out[i] = brief.Outline(s)
		if c, ok := seat[s.ISO]; ok && len(s.Rings) == 0 {
			out[i] = brief.Dot(s.ISO, s.Name, c.Lat, c.Lon)
		}
	}
	return out, nil
}

// check reads the flags that choose the form of the output.
func (f *briefFlags) check() ([]string, error) {
	if err := checkLang(f.lang); err != nil {
		return nil, err
	}
	if f.out == "" {
		return nil, usagef("--out is empty; want a folder, such as .")
	}
	formats := strings.Split(strings.ReplaceAll(f.formats, " ", ""), ",")
	for _, format := range formats {
		if err := oneOf("--format", format, "html", "md", "json"); err != nil {
			return nil, err
		}
	}
	slices.Sort(formats)
	return slices.Compact(formats), nil
}

type document struct {
	format string
	data   []byte
}

// render makes every document before any is written.
func (f *briefFlags) render(formats []string, d study.Dossier, o brief.Options) ([]document, error) {
	var files []document
	for _, format := range formats {
		var b bytes.Buffer
		if err := renderers[format](&b, d, o); err != nil {
			return nil, err
		}
		files = append(files, document{format, b.Bytes()})
	}
	return files, nil
}

func (f *briefFlags) file(st ir.State, format string) string {
	return "brief-" + st.ISO + "-" + f.lang + "." + format
}

// command is the command line that gives the same brief again.
func (f *briefFlags) command(st ir.State, year ir.Year) string {
	line := fmt.Sprintf("shatterbelt brief %s --lang %s --year %d --futures %d --seed %d", st.ISO, f.lang, year, f.futures, f.seed)
	if f.strategies != "" {
		line += " --strategies " + f.strategies
	}
	return line
}
