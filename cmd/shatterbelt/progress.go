package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress shows a bar on standard error when it is a terminal, and nothing in
// a pipe. The callback takes runs done and runs in all; finish clears the bar.
func progress(what string) (callback func(done, total int), finish func()) {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return nil, func() {}
	}
	p := mpb.New(mpb.WithOutput(os.Stderr), mpb.WithWidth(40))
	var pace pace
	bar := p.New(0, mpb.BarStyle().Rbound("]"),
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(what+" ")),
		mpb.AppendDecorators(
			decor.CountersNoUnit("%d / %d "),
			decor.Any(func(s decor.Statistics) string { return pace.text(s.Current, s.Total, time.Now()) }),
		),
	)
	callback = func(done, total int) {
		pace.begin(int64(done), time.Now())
		bar.SetTotal(int64(total), false)
		bar.SetCurrent(int64(done))
	}
	return callback, func() {
		bar.Abort(true)
		p.Wait()
	}
}

// pace tells rate and time left. It counts from where it was begun, since a run
// that is resumed did not do in this session what it had done before.
type pace struct {
	mu    sync.Mutex
	since time.Time
	from  int64
}

func (p *pace) begin(done int64, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.since.IsZero() {
		p.since, p.from = now, done
	}
}

func (p *pace) text(done, total int64, now time.Time) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	seconds := now.Sub(p.since).Seconds()
	if p.since.IsZero() || done <= p.from || seconds <= 0 {
		return ""
	}
	rate := float64(done-p.from) / seconds
	left := time.Duration(float64(total-done) / rate * float64(time.Second))
	return fmt.Sprintf("%.0f/s %v left", rate, left.Round(time.Second))
}
