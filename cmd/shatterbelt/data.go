package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/store"
)

// storeVar names the environment variable of the store's folder.
const storeVar = "SHATTERBELT_STORE"

// storeFlag is the flag of every command that reads imported data.
const storeFlag = "store"

func dataCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "data",
		Short: "Import the field's published datasets and look after them",
		Long: `Data reads published files as they are, in many forms, and keeps them in a store
on this machine with where they came from. Every analysis then uses them in place
of the embedded figures and says so.`,
		Example: "  shatterbelt data import Downloads/\n  shatterbelt data list\n  shatterbelt data show nmc",
		Args:    subcommand,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },

		SuggestionsMinimumDistance: 2,
	}
	c.AddCommand(dataImport(), dataList(), dataFigures(), dataShow(), dataVerify(), dataUse(), dataRemove(), dataExport(), dataSources(), dataPull(), dataMap())
	return c
}

// openStore opens the store that --store, the environment or the platform
// names.
func openStore(c *cobra.Command) (*store.Store, error) {
	dir, err := c.Flags().GetString(storeFlag)
	if err != nil {
		return nil, err
	}
	if dir == "" {
		dir = os.Getenv(storeVar)
	}
	if dir == "" {
		if dir, err = store.DefaultDir(); err != nil {
			return nil, err
		}
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return nil, err
	}
	return store.Open(dir), nil
}

// current returns the manifests that a name stands for: the edition asked for,
// or the one in use.
func pick(s *store.Store, name, edition string) (store.Manifest, error) {
	if edition != "" {
		return s.Manifest(name, edition)
	}
	all, err := s.Editions(name)
	if err != nil {
		return store.Manifest{}, err
	}
	if len(all) == 0 {
		return store.Manifest{}, &store.NotFoundError{Dataset: name}
	}
	used, err := inUse(s)
	if err != nil {
		return store.Manifest{}, err
	}
	for _, m := range all {
		if used[m.Dataset] == m.Edition {
			return m, nil
		}
	}
	return all[len(all)-1], nil
}

func dataUse() *cobra.Command {
	return &cobra.Command{
		Use:     "use NAME EDITION",
		Short:   "Make analyses use an edition though a newer one is there; newest goes back",
		Example: "  shatterbelt data use nmc 6.0\n  shatterbelt data use nmc newest",
		Args:    exactly(2, "a dataset and an edition"),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openStore(c)
			if err != nil {
				return err
			}
			if args[1] == "newest" {
				args[1] = ""
			}
			return s.Use(c.Context(), args[0], args[1])
		},
	}
}

func dataRemove() *cobra.Command {
	var edition string
	c := &cobra.Command{
		Use:     "remove NAME",
		Short:   "Remove a dataset, or one edition of it, from the store",
		Example: "  shatterbelt data remove nmc\n  shatterbelt data remove nmc --version 5.0",
		Args:    exactly(1, "a dataset"),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openStore(c)
			if err != nil {
				return err
			}
			removed, err := s.Remove(c.Context(), args[0], edition)
			for _, e := range removed {
				fmt.Fprintf(c.OutOrStdout(), "removed %s %s\n", args[0], e)
			}
			return err
		},
	}
	c.Flags().StringVar(&edition, "version", "", "edition to remove (default: all)")
	return c
}

func dataExport() *cobra.Command {
	var (
		edition, table, out string
		asCSV, asJS         bool
	)
	c := &cobra.Command{
		Use:   "export NAME",
		Short: "Write a stored table as CSV, JSON lines or Parquet",
		Long: `Export writes a table as it is stored: as published, with missing values empty.
It writes Parquet unless --csv or --json is given.`,
		Example: "  shatterbelt data export nmc --csv > nmc.csv\n  shatterbelt data export mid --table dispute --out mid.parquet",
		Args:    exactly(1, "a dataset"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := exclusive(asJS, asCSV); err != nil {
				return err
			}
			s, err := openStore(c)
			if err != nil {
				return err
			}
			m, err := pick(s, args[0], edition)
			if err != nil {
				return err
			}
			if table, err = only(m, table); err != nil {
				return err
			}
			t, err := s.Table(m, table)
			if err != nil {
				return err
			}
			defer func() { _ = t.Close() }()
			return export(c, t, out, asCSV, asJS)
		},
	}
	c.Flags().StringVar(&edition, "version", "", "edition (default: the one in use)")
	c.Flags().StringVar(&table, "table", "", "table, where the dataset has several")
	c.Flags().StringVar(&out, "out", "", "file to write (default: standard output)")
	c.Flags().BoolVar(&asCSV, "csv", false, "as comma-separated values")
	c.Flags().BoolVar(&asJS, "json", false, "as JSON, an object a line")
	return c
}

// only is the table asked for, or the only one there is.
func only(m store.Manifest, table string) (string, error) {
	if table == "" && len(m.Tables) == 1 {
		return m.Tables[0].Table, nil
	}
	var names []string
	for _, t := range m.Tables {
		if t.Table == table {
			return table, nil
		}
		names = append(names, t.Table)
	}
	return "", usagef("%s %s has the tables %v; name one with --table", m.Dataset, m.Edition, names)
}

func export(c *cobra.Command, t *store.Table, out string, asCSV, asJS bool) error {
	write := func(f func(context.Context) error) error { return f(c.Context()) }
	w := c.OutOrStdout()
	if out != "" {
		f, err := os.CreateTemp(filepath.Dir(out), "."+filepath.Base(out)+".*")
		if err != nil {
			return err
		}
		defer os.Remove(f.Name())
		defer f.Close()
		w = f
		write = func(do func(context.Context) error) error {
			if err := do(c.Context()); err != nil {
				return err
			}
			if err := f.Chmod(0o644); err != nil {
				return err
			}
			if err := f.Sync(); err != nil {
				return err
			}
			if err := f.Close(); err != nil {
				return err
			}
			return os.Rename(f.Name(), out)
		}
	}
	return write(func(ctx context.Context) error {
		switch {
		case asCSV:
			return t.CSV(ctx, w)
		case asJS:
			return t.JSON(ctx, w)
		}
		return t.Copy(w)
	})
}
