package main

import (
	"os"

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
	bar := p.New(0, mpb.BarStyle().Rbound("]"),
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(what+" ")),
		mpb.AppendDecorators(
			decor.CountersNoUnit("%d / %d "),
			decor.AverageSpeed(0, "%.0f/s "),
			decor.AverageETA(decor.ET_STYLE_GO),
		),
	)
	callback = func(done, total int) {
		bar.SetTotal(int64(total), false)
		bar.SetCurrent(int64(done))
	}
	return callback, func() {
		bar.Abort(true)
		p.Wait()
	}
}
