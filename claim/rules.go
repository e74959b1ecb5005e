package claim

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed rules/*.yaml
var rules embed.FS

// Rules returns the claims that come with the program, in order of their ids.
func Rules() []Claim {
	var all []Claim
	for _, file := range ruleFiles() {
		found, err := Parse(file.name, file.data)
		if err != nil {
			panic(fmt.Sprintf("claim: %v", err)) // the files are ours
		}
		all = append(all, found...)
	}
	return all
}

type ruleFile struct {
	name string
	data []byte
}

func ruleFiles() []ruleFile {
	names, err := fs.Glob(rules, "rules/c*.yaml")
	if err != nil {
		panic(fmt.Sprintf("claim: %v", err))
	}
	var out []ruleFile
	for _, name := range names {
		data, err := rules.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("claim: %v", err))
		}
		out = append(out, ruleFile{name, data})
	}
	return out
}

// ExampleFile is a claim file to start from, with comments that say what its
// parts mean.
func ExampleFile() []byte {
	data, err := rules.ReadFile("rules/example.yaml")
	if err != nil {
		panic(fmt.Sprintf("claim: %v", err)) // the file is ours
	}
	return data
}
