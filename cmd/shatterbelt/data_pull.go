package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
)

// How publishers' servers are treated.
const (
	pullPause   = time.Second
	pullLimit   = 2 << 30
	pullHeaders = 30 * time.Second // the longest wait for an answer to begin
	pullSilence = time.Minute      // and for the next bytes of it
	pullAgent   = "shatterbelt/" + shatterbelt.Version + " (+https://github.com/shatterbelt/shatterbelt; fetches one file at a time)"
)

func dataPull() *cobra.Command {
	var (
		edition string
		accept  bool
	)
	c := &cobra.Command{
		Use:   "pull NAME",
		Short: "Fetch a dataset from its publisher and import it",
		Long: `Pull fetches the files of the newest edition known, from the publisher's own
stable address, one at a time, and imports them. What was fetched in part is taken
up where it ended. A file that is not the one known is refused: --accept-new
imports it as unverified, under the name given by --version. Where an edition has
no such address, the message says where to get it by hand; data sources lists all.`,
		Example:           "  shatterbelt data pull sipri-milex\n  shatterbelt data pull worldbank --accept-new --version 2026",
		Args:              exactly(1, "a dataset"),
		ValidArgsFunction: completeDatasets,
		RunE: func(c *cobra.Command, args []string) error {
			if accept && edition == "" {
				return usagef("--accept-new needs --version, a name for what is fetched")
			}
			d, err := declared(args[0])
			if err != nil {
				return err
			}
			if _, known := d.Edition(edition); edition != "" && known == accept {
				return usagef("%s %s", d.Key, wrongEdition(d, edition, accept))
			}
			s, err := openStore(c)
			if err != nil {
				return err
			}
			return pull(c, s, d, edition, accept)
		},
	}
	c.Flags().StringVar(&edition, "version", "", "edition to fetch (default: the newest known); with --accept-new, the name it gets")
	c.Flags().BoolVar(&accept, "accept-new", false, "import a file that is not the one known, as unverified")
	return c
}

// wrongEdition says why an edition cannot be the one to fetch, or to name.
func wrongEdition(d source.Dataset, edition string, accept bool) string {
	var names []string
	for _, e := range d.Editions {
		names = append(names, e.Name)
	}
	if accept {
		return fmt.Sprintf("%s is an edition that is known; give what is new a name of its own with --version", edition)
	}
	return fmt.Sprintf("has no edition %q; known are %s", edition, strings.Join(names, ", "))
}

func completeDatasets(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, d := range builtin.Datasets() {
		out = append(out, d.Key+"\t"+d.Title)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// declared finds a dataset by key, or names the nearest.
func declared(name string) (source.Dataset, error) {
	all := builtin.Datasets()
	for _, d := range all {
		if d.Key == name {
			return d, nil
		}
	}
	near := slices.MinFunc(all, func(a, b source.Dataset) int { return ir.Edits(name, a.Key) - ir.Edits(name, b.Key) })
	return source.Dataset{}, usagef("unknown dataset %q; did you mean %q? shatterbelt data sources lists all", name, near.Key)
}

func pull(c *cobra.Command, s *store.Store, d source.Dataset, edition string, accept bool) error {
	step, finish := progress("fetching")
	p := store.Puller{Client: store.NewClient(pullHeaders), Agent: pullAgent, Pause: pullPause, Silence: pullSilence, Limit: pullLimit}
	if step != nil {
		p.Progress = func(done, total int64) { step(int(done), int(total)) }
	}
	wanted := edition
	if accept {
		wanted = ""
	}
	files, err := s.Pull(c.Context(), p, d, wanted, accept)
	finish()
	if err != nil {
		return err
	}
	if len(files) == 0 {
		_, err := fmt.Fprintf(c.OutOrStdout(), "The files of %s are in the store already.\n", d.Key)
		return err
	}
	o := importOptions()
	o.As, o.Edition = d.Key, files[0].Edition
	if accept {
		o.Edition, o.Renamed = edition, true
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	r, err := s.Import(c.Context(), paths, o)
	if err != nil {
		return err
	}
	s.Clear(files)
	if err := importText(c.OutOrStdout(), r, s.Dir(), false); err != nil {
		return err
	}
	return byHand(c.OutOrStdout(), d, files[0].Edition)
}

// byHand lists the files of an edition that have no address.
func byHand(w io.Writer, d source.Dataset, edition string) error {
	i, _ := d.Edition(edition)
	var names []string
	for _, k := range d.Editions[i].Files {
		if k.URL == "" {
			names = append(names, k.File)
		}
	}
	if len(names) == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "No stable address, so not fetched: %s. Get what you miss from %s.\n", strings.Join(names, ", "), d.URL)
	return err
}
