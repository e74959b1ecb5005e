package jobs

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"runtime"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
)

// Print returns a finished brief in a language as a PDF. An installed browser
// prints it, once; where there is none, the error is a [*desk.BrowserError].
func (j *Jobs) Print(ctx context.Context, id, lang string) ([]byte, error) {
	pdf, err := j.Document(id, lang, "pdf")
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return pdf, err
	}
	select { // one browser at a time
	case <-j.press:
		defer func() { j.press <- struct{}{} }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	page, err := j.Document(id, lang, "html")
	if err != nil {
		return nil, err
	}
	browser, err := desk.FindBrowser(runtime.GOOS, os.Getenv, exec.LookPath)
	if err != nil {
		return nil, err
	}
	p := desk.Printer{Browser: browser, Folders: []string{"", j.dir}, Time: desk.PrintTime}
	if pdf, err = p.Print(ctx, page); err != nil {
		return nil, err
	}
	return pdf, store.Replace(j.document(id, lang, "pdf"), pdf)
}
