package docgen

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// comments holds the doc comments of one struct: its own and its fields'.
type comments struct {
	doc    string
	fields map[string]string
}

// source is the parsed source of the module, tests left out.
type source struct {
	files map[string]*ast.File // by path below the root
	set   *token.FileSet
}

// parse reads every Go file below root that is not a test, hidden or test data.
func parse(root string) (*source, error) {
	s := &source{files: map[string]*ast.File{}, set: token.NewFileSet()}
	return s, fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(s.set, filepath.Join(root, filepath.FromSlash(name)), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("docgen: %w", err)
		}
		s.files[name] = f
		return nil
	})
}

// structs visits every declared struct with its folder, its name and the
// comment that documents it.
func (s *source) structs(visit func(folder, name, doc string, t *ast.StructType)) {
	for file, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			d, ok := n.(*ast.GenDecl)
			if !ok {
				return true
			}
			for _, spec := range d.Specs {
				ts, ok := spec.(*ast.TypeSpec)
				if !ok {
					continue
				}
				if t, ok := ts.Type.(*ast.StructType); ok {
					doc := ts.Doc
					if doc == nil {
						doc = d.Doc
					}
					visit(path.Dir(file), ts.Name.Name, text(doc), t)
				}
			}
			return true
		})
	}
}

// comments returns the doc comments of every struct, by folder and name. A field
// right below a documented one shares its comment, as fields of a group do.
func (s *source) comments() map[string]comments {
	all := map[string]comments{}
	s.structs(func(folder, name, doc string, t *ast.StructType) {
		c := comments{doc: doc, fields: map[string]string{}}
		words, last := "", 0
		for _, f := range t.Fields.List {
			own := text(f.Doc)
			if own == "" {
				own = text(f.Comment)
			}
			if own != "" || s.set.Position(f.Pos()).Line > last+1 {
				words = own
			}
			last = s.set.Position(f.End()).Line
			for _, id := range f.Names {
				c.fields[id.Name] = words
			}
		}
		all[folder+"."+name] = c
	})
	return all
}

// tagged lists the structs, by folder and name, that carry a ref tag.
func (s *source) tagged() []string {
	var found []string
	s.structs(func(folder, name, _ string, t *ast.StructType) {
		for _, f := range t.Fields.List {
			if f.Tag == nil {
				continue
			}
			tag, err := strconv.Unquote(f.Tag.Value)
			if _, ok := reflect.StructTag(tag).Lookup("ref"); ok && err == nil {
				found = append(found, folder+"."+name)
				return
			}
		}
	})
	return found
}

// text joins the lines of a comment.
func text(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }

// A use is one key in square brackets and the line it stands in.
type use struct{ key, where string }

// keys lists the keys that comments and string literals name, tags included.
func (s *source) keys() []use {
	var found []use
	add := func(pos token.Pos, words string) {
		for _, match := range bracket.FindAllString(words, -1) {
			for _, key := range bracketed(match) {
				at := s.set.Position(pos)
				found = append(found, use{key, fmt.Sprintf("%s:%d", at.Filename, at.Line)})
			}
		}
	}
	for _, f := range s.files {
		for _, group := range f.Comments {
			add(group.Pos(), text(group))
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				add(lit.Pos(), lit.Value)
			}
			return true
		})
	}
	return found
}
