package store

import "path/filepath"

// path is where a table lies.
func (s *Store) path(m Manifest, t Stored) (string, error) {
	dir, err := s.folder(m.Dataset, m.Edition)
	return filepath.Join(dir, t.File), err
}
