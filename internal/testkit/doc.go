// Package testkit holds what tests of several packages need: numbers compared
// with a stated tolerance, golden files, the folder of published data, a browser
// and an environment in which nothing of the machine shows.
//
// Tests that need published data or a browser call [Data] or [Browser] and are
// skipped where there is none, so that go test ./... passes on a clean clone.
// With SHATTERBELT_E2E=1, which continuous integration sets, a missing one is a
// failure: a test that never runs is not a test.
package testkit
