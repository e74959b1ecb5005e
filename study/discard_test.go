package study_test

import "github.com/shatterbelt/shatterbelt/rdm"

// discard takes results and keeps none.
var discard = rdm.SinkFunc(func(*rdm.Chunk) error { return nil })
