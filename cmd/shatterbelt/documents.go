package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// documents holds the flags of commands that write documents.
type documents struct {
	lang, formats, out string
	open               bool
	printer            desk.Printer // ready where PDF is asked for
}

// register adds the flags; formats is what is written unless told otherwise.
func (f *documents) register(c *cobra.Command, formats string) {
	langFlag(c, &f.lang)
	c.Flags().StringVar(&f.formats, "format", formats, "html, pdf, md or json documents, or several with commas")
	c.Flags().StringVar(&f.out, "out", ".", "folder to write documents to; made if missing")
	c.Flags().BoolVar(&f.open, "open", false, "open the first document written")
}

// renderers write a dossier in one format.
var renderers = map[string]func(io.Writer, study.Dossier, brief.Options) error{
	"html": brief.HTML, "pdf": brief.HTML, "md": brief.Markdown, "json": brief.JSON,
}

// check reads the flags that choose the form of the output, and finds the
// browser that prints where one is needed.
func (f *documents) check() ([]string, error) {
	if err := checkLang(f.lang); err != nil {
		return nil, err
	}
	if f.formats == "" {
		return nil, nil
	}
	if f.out == "" {
		return nil, usagef("--out is empty; want a folder, such as .")
	}
	formats := strings.Split(strings.ReplaceAll(f.formats, " ", ""), ",")
	for _, format := range formats {
		if err := oneOf("--format", format, "html", "pdf", "md", "json"); err != nil {
			return nil, err
		}
	}
	if slices.Contains(formats, "pdf") {
		browser, err := desk.FindBrowser(runtime.GOOS, os.Getenv, exec.LookPath)
		if err != nil {
			return nil, err
		}
		f.printer = desk.Printer{Browser: browser, Folders: []string{"", f.out}, Time: desk.PrintTime}
	}
	return distinct(formats), checkFolder(f.out)
}

// distinct leaves out what came before.
func distinct(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// make renders one document. A PDF is the page, printed.
func (f *documents) make(ctx context.Context, format string, d study.Dossier, o brief.Options) ([]byte, error) {
	var b bytes.Buffer
	if err := renderers[format](&b, d, o); err != nil || format != "pdf" {
		return b.Bytes(), err
	}
	return f.printer.Print(ctx, b.Bytes())
}

// write makes every document before any is written, and returns their names in
// the order asked for.
func (f *documents) write(c *cobra.Command, kind string, st ir.State, formats []string, d study.Dossier, o brief.Options) (paths []string, err error) {
	var files [][]byte
	for _, format := range formats {
		data, err := f.make(c.Context(), format, d, o)
		if err != nil {
			return nil, err
		}
		files = append(files, data)
	}
	if err := c.Context().Err(); err != nil {
		return nil, err
	}
	for i, format := range formats {
		path := filepath.Join(f.out, fmt.Sprintf("%s-%s-%s.%s", kind, st.ISO, f.lang, format))
		if err := writeWhole(path, files[i]); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// finish names the documents written and opens the first where that is asked.
func (f *documents) finish(c *cobra.Command, paths []string) {
	for _, path := range paths {
		fmt.Fprintln(c.OutOrStdout(), path)
	}
	if f.open && len(paths) > 0 {
		show(c.ErrOrStderr(), paths[0])
	}
}
