// Package store keeps imported datasets on disk, as published and with where
// they came from.
//
// A store is a folder. Each edition of a dataset is a folder in it with one
// Parquet file a table and a manifest, which says what is published by whom, on
// what terms, from which file, over which years, in which units. An edition is
// there when its manifest is: files are written first under names of their own,
// and a manifest takes the place of the one before in one step. What is killed,
// or runs out of disk, half-way leaves the store as it was.
//
// [Import] recognises published files and adds them; [Store.List], [Store.Verify]
// and [Store.Remove] look after them; [Table] reads one back.
package store
