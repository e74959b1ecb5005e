package study_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
)

func BenchmarkAlign(b *testing.B) {
	_, x := now(b)
	for b.Loop() {
		x.Align(kor, study.Pair{A: usa, B: chn}, study.Records{})
	}
}

func BenchmarkComparators(b *testing.B) {
	_, x := now(b)
	for b.Loop() {
		x.Comparators(kor, study.Pair{A: usa, B: chn}, 5)
	}
}
