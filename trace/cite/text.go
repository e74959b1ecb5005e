package cite

import (
	"cmp"
	"strings"
)

// Text writes the work as one line: who, year, title, where, and its address.
func (w Work) Text() string {
	var b strings.Builder
	b.WriteString(w.who() + " (" + w.Year + "). " + stopped(w.title()))
	for _, part := range []string{w.where(), w.Note} {
		if part != "" {
			b.WriteString(" " + stopped(part))
		}
	}
	return plain(b.String()) + w.link()
}

// link is the address, which is kept as it stands.
func (w Work) link() string {
	switch {
	case w.DOI != "":
		return " https://doi.org/" + w.DOI
	case w.URL != "":
		return " " + w.URL
	}
	return ""
}

// stopped ends a sentence that has no end of its own.
func stopped(s string) string {
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// who names the authors, else the editors, else the organisation.
func (w Work) who() string {
	switch {
	case w.Author != "":
		return people(w.Author)
	case w.Editor != "":
		return people(w.Editor) + ", ed."
	}
	return w.Organization
}

// people joins names the way a sentence does: "A, B and C".
func people(names string) string {
	list := strings.Split(names, " and ")
	last := len(list) - 1
	if last == 0 {
		return list[0]
	}
	if list[last] == "others" {
		return strings.Join(list[:last], ", ") + " et al."
	}
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

func (w Work) title() string {
	if w.Edition != "" {
		return w.Title + ", " + w.Edition + " edition"
	}
	return w.Title
}

// where says what the work appeared in, or who published it.
func (w Work) where() string {
	parts := make([]string, 0, 6)
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	container := cmp.Or(w.Journal, w.Series)
	container = strings.TrimSpace(container + " " + w.issue())
	if w.BookTitle != "" {
		add("In " + w.BookTitle + w.edited())
	}
	add(container)
	add(w.Pages)
	add(w.Publisher)
	if w.Author != "" || w.Editor != "" {
		add(w.Organization)
	}
	if w.Institution != w.Organization {
		add(w.Institution)
	}
	add(w.Address)
	add(w.HowPublished)
	return strings.Join(parts, ", ")
}

// issue writes volume and number, such as "60(1)", or "no. 41" without a volume, or
// "vol. 4" of a book.
func (w Work) issue() string {
	switch {
	case w.Volume != "" && w.Number != "":
		return w.Volume + "(" + w.Number + ")"
	case w.Number != "":
		return "no. " + w.Number
	case w.Volume != "" && w.Journal == "" && w.Series == "":
		return "vol. " + w.Volume
	}
	return w.Volume
}

// edited names the editors of the book a chapter stands in.
func (w Work) edited() string {
	if w.Author == "" || w.Editor == "" {
		return ""
	}
	return ", ed. " + people(w.Editor)
}

// plain drops the braces that protect capitals and turns dashes and escapes
// into the characters they stand for.
func plain(s string) string {
	return markup.Replace(s)
}

var markup = strings.NewReplacer(`\&`, "&", `\%`, "%", `\_`, "_", `\#`, "#", `\$`, "$", "{", "", "}", "", "---", "—", "--", "–", "~", " ")
