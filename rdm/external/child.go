package external

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// child is a running program.
type child struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	pipe    io.Closer // behind out
	out     *bufio.Reader
	stderr  *tail
	limit   time.Duration
	late    atomic.Bool // killed for taking too long
	release func() bool // lets go of the context
	ctx     context.Context
	kill    func()
	wait    func() error
}

// StartError says that the program could not be started.
type StartError struct {
	Command string
	Err     error
}

func (e *StartError) Error() string { return fmt.Sprintf("external: %s: %v", e.Command, e.Err) }

// Unwrap returns why.
func (e *StartError) Unwrap() error { return e.Err }

// EndedError says that the program ended instead of answering.
type EndedError struct {
	State  string // such as "exit status 3"
	Stderr string // the end of what it wrote there
}

func (e *EndedError) Error() string {
	return fmt.Sprintf("the program ended (%s)%s", e.State, detail(e.Stderr))
}

// LimitError says that the program was killed for taking too long.
type LimitError struct {
	Limit  time.Duration
	Stderr string
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("no answer within %v; the program was killed%s", e.Limit, detail(e.Stderr))
}

// detail is what the program wrote to standard error, for the end of a message.
func detail(stderr string) string {
	if stderr = strings.TrimSpace(stderr); stderr == "" {
		return ""
	}
	return "; it wrote: " + stderr
}

// start starts the program in a group of its own, so that it can be killed with
// all it starts.
func start(ctx context.Context, p Program) (*child, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	cmd := exec.Command(p.Command[0], p.Command[1:]...)
	cmd.Dir = p.Dir
	cmd.WaitDelay = time.Second // for the pipes, once it has ended
	c := &child{cmd: cmd, stderr: &tail{}, limit: p.Limit, ctx: ctx}
	cmd.Stderr = c.stderr
	own(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, &StartError{p.Command[0], err}
	}
	c.in, c.pipe, c.out = in, out, bufio.NewReaderSize(out, 1<<16)
	c.kill = sync.OnceFunc(func() {
		killAll(cmd.Process)
		_ = out.Close() // a program that left the group may hold it open
	})
	c.wait = sync.OnceValue(cmd.Wait)
	c.release = context.AfterFunc(ctx, c.kill)
	return c, nil
}

// longestAnswer is how long a line may be.
const longestAnswer = 16 << 20

// exchange sends a line and returns the answer, which is good until the next.
func (c *child) exchange(line []byte) ([]byte, error) {
	if c.limit > 0 {
		timer := time.AfterFunc(c.limit, func() {
			c.late.Store(true)
			c.kill()
		})
		defer timer.Stop()
	}
	if _, err := c.in.Write(line); err != nil {
		return nil, c.failure(err)
	}
	answer, err := c.out.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		return answer, c.failure(err)
	}
	long := append([]byte(nil), answer...)
	for errors.Is(err, bufio.ErrBufferFull) {
		if len(long) > longestAnswer {
			return nil, &AnswerError{fmt.Sprintf("more than %d bytes", longestAnswer), shorten(long)}
		}
		answer, err = c.out.ReadSlice('\n')
		long = append(long, answer...)
	}
	return long, c.failure(err)
}

// failure says why a line could not be sent or read.
func (c *child) failure(err error) error {
	if err == nil {
		return nil
	}
	if cause := c.ctx.Err(); cause != nil {
		return cause
	}
	if !errors.Is(err, io.EOF) && !errors.Is(err, os.ErrClosed) && !isBrokenPipe(err) {
		return err
	}
	state := c.end()
	if c.late.Load() {
		return &LimitError{c.limit, c.stderr.String()}
	}
	return &EndedError{state, c.stderr.String()}
}

// endTime is how long a program may take to end once its input has.
const endTime = 2 * time.Second

// end waits for the program to end by itself, or kills it, and says how it ended.
func (c *child) end() string {
	_ = c.in.Close()
	timer := time.AfterFunc(endTime, c.kill)
	defer timer.Stop()
	_ = c.wait()
	c.kill() // what it started may live on
	return c.cmd.ProcessState.String()
}

// close ends the program and lets go of everything it held.
func (c *child) close() {
	c.release()
	c.end()
	_ = c.pipe.Close()
}

// tail keeps the end of what is written to it.
type tail struct {
	mu    sync.Mutex
	kept  []byte
	total int64 // bytes written, kept or not
}

// mostKept is how much of standard error is kept.
const mostKept = 4 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.total += int64(len(p))
	t.kept = append(t.kept, p...)
	if over := len(t.kept) - mostKept; over > 0 {
		t.kept = append(t.kept[:0], t.kept[over:]...)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.ToValidUTF8(string(t.kept), "�")
}

func (t *tail) count() int64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.total
}

// laggard is how long what a program wrote to standard error may come after its
// answer, since the two take ways of their own.
const laggard = 100 * time.Millisecond

// after returns what is kept once more has come than was there before, or has not
// for a while.
func (t *tail) after(before int64) string {
	const step = 2 * time.Millisecond
	for waited := time.Duration(0); t.count() == before && waited < laggard; waited += step {
		time.Sleep(step)
	}
	return t.String()
}
