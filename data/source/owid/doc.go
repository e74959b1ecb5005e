// Package owid reads tables that Our World in Data tidied from other publishers:
// energy, food, military expenditure, nuclear weapons and armed conflict.
//
// [All] lists them, a dataset each, since each has a source, an edition and terms
// of its own. Most are a row an entity and year, the entity by name; beside some
// lies a description of the fields in JSON, which is read as a table of its own.
package owid
