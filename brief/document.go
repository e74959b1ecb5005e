package brief

// document is the brief laid out, before it is written in a format.
type document struct {
	lang     string
	title    string
	masthead []string
	sections []section
	stamp    string
}

// section is a headed part. Sections without a number stand outside the
// argument: recommendations before it, sources and traces after it.
type section struct {
	id, title string
	number    int
	compact   bool
	blocks    []block
}

// block is one element of a section.
type block interface{ write(w writer) }

// writer writes blocks in one format.
type writer interface {
	advice(advice)
	notes(notes)
	points(points)
	figure(figure)
	table(table)
	fold(fold)
	para(para)
}

// remark is a passage with the finding it says.
type remark struct {
	Passage
	ref string
}

// advice is one numbered recommendation.
type advice struct {
	n int
	remark
}

// notes is the box on the first page.
type notes struct {
	title string
	items []remark
}

// points is a run of findings.
type points struct{ items []remark }

// figure is a picture with its title as a sentence and the data behind it.
type figure struct {
	id     string
	label  string // "Figure 2"
	title  string
	svg    string
	notes  string
	source string
	data   table
}

// table has a head, and a head for each row in its first column.
type table struct {
	caption string
	head    []string
	rows    [][]string
	numbers int // columns from this one on hold figures; 0 means none
	strong  int // row set off from the others, from 1; 0 means none
	note    string
	small   bool
}

// fold is a part that is folded away on screen; in print it stands in full or
// not at all.
type fold struct {
	summary string
	blocks  []block
	printed bool
}

// para is plain text; small print where small.
type para struct {
	ids   []string // of the findings it traces
	text  string
	small bool
}

func (b advice) write(w writer) { w.advice(b) }
func (b notes) write(w writer)  { w.notes(b) }
func (b points) write(w writer) { w.points(b) }
func (b figure) write(w writer) { w.figure(b) }
func (b table) write(w writer)  { w.table(b) }
func (b fold) write(w writer)   { w.fold(b) }
func (b para) write(w writer)   { w.para(b) }
