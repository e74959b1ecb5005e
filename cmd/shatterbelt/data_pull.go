package main

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
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
	redirects   = 5
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
up where it ended. A file that is not the one known is refused: --accept imports
it as unverified, under the name given by --version.`,
		Example:           "  shatterbelt data pull sipri-milex",
		Args:              exactly(1, "a dataset"),
		ValidArgsFunction: completeDatasets,
		RunE: func(c *cobra.Command, args []string) error {
			if accept && edition == "" {
				return usagef("--accept needs --version, a name for what is fetched")
			}
			d, err := declared(args[0])
			if err != nil {
				return err
			}
			s, err := openStore(c)
			if err != nil {
				return err
			}
			return pull(c, s, d, edition, accept)
		},
	}
	c.Flags().StringVar(&edition, "version", "", "edition to fetch (default: the newest known)")
	c.Flags().BoolVar(&accept, "accept", false, "import a file that is not the one known, as unverified")
	return c
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

// polite is a client that waits no longer than it must and is not led from a
// secure address to an open one.
func polite() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.ResponseHeaderTimeout = pullHeaders
	t.DisableCompression = true
	return &http.Client{Transport: t, CheckRedirect: func(req *http.Request, via []*http.Request) error {
		if len(via) >= redirects {
			return errors.New("too many redirections")
		}
		if via[0].URL.Scheme == "https" && req.URL.Scheme != "https" {
			return fmt.Errorf("redirected from a secure address to %s", req.URL)
		}
		return nil
	}}
}

func pull(c *cobra.Command, s *store.Store, d source.Dataset, edition string, accept bool) error {
	step, finish := progress("fetching")
	p := store.Puller{
		Client: polite(), Agent: "shatterbelt/" + shatterbelt.Version + " (research software; fetches one file at a time)",
		Pause: pullPause, Limit: pullLimit,
	}
	if step != nil {
		p.Progress = func(done, total int64) { step(int(done), int(total)) }
	}
	wanted := edition
	if _, known := d.Edition(edition); accept && !known {
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
	o.As = d.Key
	if accept {
		o.Version = edition
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
	return importText(c.OutOrStdout(), r, s.Dir(), false)
}
