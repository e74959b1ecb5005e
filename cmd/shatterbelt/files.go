package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// writeWhole writes a file so that readers see all of it or none: into a
// temporary file beside it, then renamed.
func writeWhole(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = fmt.Errorf("cannot write %s: %w", name, err)
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// checkFolder makes the folder results go to and tries it before the work, so
// that a long run is not lost to a folder that cannot be written.
func checkFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("cannot use --out %s: %w", dir, err)
	}
	f, err := os.CreateTemp(dir, ".shatterbelt.*")
	if err != nil {
		return fmt.Errorf("cannot write to --out %s: %w", dir, err)
	}
	f.Close()
	return os.Remove(f.Name())
}
