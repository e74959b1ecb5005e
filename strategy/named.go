package strategy

import (
	_ "embed"
	"fmt"
)

//go:embed named.yaml
var namedFile []byte

// NamedFile returns the file the named strategies are read from, with comments
// that give the reason for each setting. It is a good one to start from.
func NamedFile() []byte { return append([]byte(nil), namedFile...) }

// Named returns the strategies that come with the program. They are generic over
// states: their titles hold {A} and {B}, which [Title.With] replaces.
func Named() []Strategy {
	s, err := Parse("named.yaml", namedFile)
	if err != nil {
		panic(fmt.Sprintf("strategy: %v", err)) // the file is ours
	}
	return s
}
