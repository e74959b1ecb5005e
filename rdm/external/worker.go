package external

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// worker runs experiments through one program.
type worker struct {
	model    *Model
	ctx      context.Context
	child    *child // nil when it must be started
	keys     [][]byte
	policies [][]byte
	line     []byte
	asked    int64
	written  int64 // to standard error, before the question
}

// ReportedError is an error that the program reports for an experiment.
type ReportedError struct {
	Message string
	Stderr  string // the end of what it had written there since it started
}

func (e *ReportedError) Error() string { return e.Message + detail(e.Stderr) }

// AnswerError is an answer that cannot be understood.
type AnswerError struct {
	Problem string
	Line    string // the answer, or its beginning
}

func (e *AnswerError) Error() string { return fmt.Sprintf("%s in the answer %s", e.Problem, e.Line) }

// Run asks the program for one experiment.
func (w *worker) Run(f *rdm.Future, policy int, out []float64) error {
	for try := 0; ; try++ {
		err := w.try(f, policy, out)
		var reported *ReportedError
		if err == nil || errors.As(err, &reported) {
			return err
		}
		w.abandon() // it is gone or out of step
		if cause := w.ctx.Err(); cause != nil {
			return cause
		}
		if try >= w.model.program.Retries {
			return err
		}
	}
}

func (w *worker) try(f *rdm.Future, policy int, out []float64) error {
	if w.child == nil {
		var err error
		if w.child, err = start(w.ctx, w.model.program); err != nil {
			return err
		}
	}
	w.asked++
	w.question(f, policy)
	w.written = w.child.stderr.count()
	line, err := w.child.exchange(w.line)
	if err != nil {
		return err
	}
	return w.read(line, out)
}

func (w *worker) question(f *rdm.Future, policy int) {
	b := w.line[:0]
	b = append(b, `{"ask":"run","experiment":`...)
	b = strconv.AppendInt(b, w.asked, 10)
	b = append(b, `,"future":`...)
	b = strconv.AppendInt(b, int64(f.Index), 10)
	b = append(b, `,"seed":`...)
	b = strconv.AppendUint(b, f.Stream().Bits(0, 0, 0)>>11, 10) // fits a float64
	b = append(b, `,"uncertainties":{`...)
	for k, key := range w.keys {
		if k > 0 {
			b = append(b, ',')
		}
		b = append(append(b, key...), ':')
		b = appendValue(b, w.model.dims[k], f.X[k])
	}
	b = append(b, '}')
	b = append(b, w.policies[policy]...)
	w.line = b
}

// answer is what a program says of an experiment.
type answer struct {
	Experiment *int64              `json:"experiment"`
	Outcomes   map[string]*float64 `json:"outcomes"`
	Error      *string             `json:"error"`
}

func (w *worker) read(line []byte, out []float64) error {
	var a answer
	fault := func(problem string) error { return &AnswerError{problem, shorten(line)} }
	if err := strictly(line, &a); err != nil {
		return fault(err.Error())
	}
	if a.Experiment == nil || *a.Experiment != w.asked {
		return fault(fmt.Sprintf("experiment is not %d", w.asked))
	}
	if a.Error != nil {
		return &ReportedError{*a.Error, w.child.stderr.after(w.written)}
	}
	for k, o := range w.model.outcomes {
		v, ok := a.Outcomes[o.Name]
		switch {
		case !ok:
			return fault(fmt.Sprintf("outcome %q is not there; say null for one that is missing", o.Name))
		case v == nil:
			out[k] = math.NaN()
		default:
			out[k] = *v
		}
	}
	if len(a.Outcomes) > len(w.model.outcomes) {
		return fault("there are outcomes that the description lacks")
	}
	return nil
}

// longestShown is how much of an answer an error shows.
const longestShown = 200

func shorten(line []byte) string {
	if len(line) > longestShown {
		return strconv.Quote(string(line[:longestShown])) + "..."
	}
	return strconv.Quote(string(line))
}

// stop lets the program end; the next experiment starts it again.
func (w *worker) stop() {
	if w.child != nil {
		w.child.close()
		w.child = nil
	}
}

// abandon kills the program.
func (w *worker) abandon() {
	if w.child != nil {
		w.child.kill()
		w.stop()
	}
}

// Close ends the program.
func (w *worker) Close() error {
	w.stop()
	return nil
}
