package rdm

import (
	"fmt"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// PeopleSchema names the form of a file of people's answers.
const PeopleSchema = "shatterbelt/people/1"

// Limits of a file of answers.
const (
	maxPeopleBytes = 1 << 20
	maxPeople      = 200
	maxAnswers     = 500 // of one of them
)

// Person is someone and what they answered.
type Person struct {
	Name    string
	Answers []Answer
}

// ParsePeople reads people's answers from YAML; file is its name, for errors
// only, and criteria are what answers may be about. Whatever is wrong is
// reported as one or more joined [*yamlfile.Error], and nobody is returned.
//
//	schema: shatterbelt/people/1
//	people:
//	  - name: Kim
//	    answers:
//	      - {more: security, than: income, share: 0.5, answer: yes}
func ParsePeople(file string, data []byte, criteria []string) ([]Person, error) {
	r := peopleReader{&yamlfile.Reader{
		File: file, Kind: "file of answers", MaxBytes: maxPeopleBytes,
		Empty: "start with schema: " + PeopleSchema + " and a list under people:",
	}, criteria}
	var found []Person
	if root, ok := r.Read(data); ok {
		found = r.document(root)
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

type peopleReader struct {
	*yamlfile.Reader
	criteria []string
}

func (r *peopleReader) document(root ast.Node) []Person {
	if r.Newer(root, PeopleSchema) {
		return nil
	}
	top := r.Entries(root, "the file", []string{"schema", "people"})
	r.Need(root, "the file", top, "schema", "people")
	var found []Person
	for _, e := range top {
		if e.Key == "schema" {
			r.Schema(e.Value, PeopleSchema)
			continue
		}
		for _, n := range r.list(e.Value, "people", maxPeople) {
			p := r.person(n)
			if p.Name != "" && slices.ContainsFunc(found, func(o Person) bool { return o.Name == p.Name }) {
				r.Fail(n, fmt.Sprintf("name %q comes twice", yamlfile.Short(p.Name)), "give each person a name of their own")
			}
			found = append(found, p)
		}
		if len(found) == 0 && r.Problems() == 0 {
			r.Fail(e.Value, "people is empty", "add someone")
		}
	}
	return found
}

// list returns the items of a list of at most so many.
func (r *peopleReader) list(n ast.Node, what string, most int) []ast.Node {
	items := r.Items(n, what)
	if len(items) > most {
		r.Fail(items[most], fmt.Sprintf("%d items under %s, and a list may have %d", len(items), what, most), "split the file")
		return nil
	}
	return items
}

func (r *peopleReader) person(n ast.Node) Person {
	found := r.Entries(n, "a person", []string{"name", "answers"})
	r.Need(n, "the person", found, "name", "answers")
	var p Person
	for _, e := range found {
		if e.Key == "name" {
			name, ok := r.Word(e.Value, "name", "a name")
			if ok && name == "" {
				r.Fail(e.Value, "name is empty", "want a name")
			}
			p.Name = name
			continue
		}
		for _, a := range r.list(e.Value, "answers", maxAnswers) {
			p.Answers = append(p.Answers, r.answer(a))
		}
	}
	return p
}

func (r *peopleReader) answer(n ast.Node) Answer {
	keys := []string{"more", "than", "share", "answer"}
	found := r.Entries(n, "an answer", keys)
	r.Need(n, "the answer", found, "more", "than", "answer")
	a := Answer{Question: Question{Share: 1}}
	for _, e := range found {
		switch e.Key {
		case "more":
			a.More = r.criterion(e.Value, "more")
		case "than":
			a.Than = r.criterion(e.Value, "than")
		case "share":
			if v, ok := r.Within(e.Value, "share", 0, 1); ok {
				if a.Share = v; v == 0 {
					r.Fail(e.Value, "share is 0", "want more than 0 and at most 1")
				}
			}
		case "answer":
			a.Yes, a.Level = r.said(e.Value)
		}
	}
	if a.More == a.Than && yamlfile.Has(found, "more") && yamlfile.Has(found, "than") {
		r.Fail(n, "a criterion is compared with itself", "name two under more and than")
	}
	return a
}

// criterion returns the place of a criterion; what is not one is reported.
func (r *peopleReader) criterion(n ast.Node, what string) int {
	name, ok := r.Word(n, what, "the name of a criterion")
	if !ok {
		return 0
	}
	k := slices.Index(r.criteria, name)
	if k < 0 {
		r.Fail(n, fmt.Sprintf("%s is %q, which is no criterion", what, yamlfile.Short(name)), yamlfile.Suggest(name, r.criteria))
	}
	return max(k, 0)
}

func (r *peopleReader) said(n ast.Node) (yes, level bool) {
	words := []string{"yes", "no", "level"}
	text, ok := r.Word(n, "answer", "yes, no or level")
	switch {
	case !ok:
	case text == "true":
		return true, false
	case text == "false":
	case !slices.Contains(words, text):
		r.Fail(n, fmt.Sprintf("answer is %q", yamlfile.Short(text)), yamlfile.Suggest(text, words))
	}
	return text == "yes", text == "level"
}
