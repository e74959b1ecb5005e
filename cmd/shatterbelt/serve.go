package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/api"
	"github.com/shatterbelt/shatterbelt/web/jobs"
	"github.com/shatterbelt/shatterbelt/web/ui"
)

// tokenVar names the environment variable of the token, and leastToken how
// short one may be.
const (
	tokenVar   = "SHATTERBELT_TOKEN"
	leastToken = 16
)

// defaultListen is where the workbench is served unless told otherwise.
const defaultListen = "127.0.0.1:7410"

type serveFlags struct {
	listen, tokenFile, lang string
	hosts                   []string
	noOpen                  bool
}

func serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the workbench and its HTTP API to a browser on this machine",
		Long: `Serve opens the workbench in a browser: pages and an HTTP API over the same
calls as the other commands. It answers on this machine alone unless --listen names
another address, which needs a token of at least 16 characters, from a file or
from SHATTERBELT_TOKEN, so that it stands on no command line. A browser asks for
the token once; other programs send it as "Authorization: Bearer TOKEN".

Figures are read once, at the start. Nothing is fetched from elsewhere. Interrupt
it to stop: what runs have done is kept.`,
		Example: "  shatterbelt serve\n  shatterbelt serve --listen 127.0.0.1:8080 --no-open\n  shatterbelt serve --listen 0.0.0.0:8080 --token-file token.txt --host workbench.example.org",
		Args:    exactly(0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return f.run(c) },
	}
	fl := c.Flags()
	fl.StringVar(&f.listen, "listen", defaultListen, "address and port to answer on; port 0 takes any that is free")
	fl.BoolVar(&f.noOpen, "no-open", false, "do not open a browser")
	fl.StringVar(&f.tokenFile, "token-file", "", "file that holds the token; in place of "+tokenVar)
	fl.String(runsFlag, "", "folder of runs (default: "+runsVar+", or runs in the store)")
	_ = c.MarkFlagDirname(runsFlag)
	fl.StringSliceVar(&f.hosts, "host", nil, "a name by which browsers call this server, beside its address; may be repeated")
	langFlag(c, &f.lang)
	return c
}

func (f *serveFlags) run(c *cobra.Command) (err error) {
	if err := checkLang(f.lang); err != nil {
		return err
	}
	token, err := f.token(os.Getenv)
	if err != nil {
		return err
	}
	if err := f.check(token); err != nil {
		return err
	}
	d, err := f.figures(c)
	if err != nil {
		return err
	}
	folder, err := openRuns(c)
	if err != nil {
		return err
	}
	work, err := jobs.Open(jobs.Options{Desk: d, Runs: folder})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, work.Close()) }()
	answers, err := api.New(api.Options{Desk: d, Jobs: work})
	if err != nil {
		return err
	}
	defer answers.Close()
	handler, err := f.handler(c, token, answers)
	if err != nil {
		return err
	}
	var config net.ListenConfig
	l, err := config.Listen(c.Context(), "tcp", f.listen)
	if err != nil {
		return fmt.Errorf("cannot answer on %s; choose another with --listen: %w", f.listen, err)
	}
	page := "http://" + l.Addr().String() + "/"
	if f.lang == "ko" {
		page += "?lang=ko"
	}
	fmt.Fprintln(c.OutOrStdout(), page)
	if !f.noOpen {
		openPage(c, page)
	}
	return serve(c.Context(), api.Crowd(l, mostOpen), handler, work.Stop)
}

// token reads the token, from a file or the environment; "" is none.
func (f *serveFlags) token(env func(string) string) (string, error) {
	text, from := env(tokenVar), tokenVar
	if f.tokenFile != "" {
		data, err := readLimited("--token-file", f.tokenFile, 4096)
		if err != nil {
			return "", err
		}
		text, from = string(data), "--token-file "+f.tokenFile
	}
	text = strings.TrimSpace(text)
	if (text != "" || f.tokenFile != "") && len(text) < leastToken {
		return "", usagef("%s holds a token of %d characters; want %d or more", from, len(text), leastToken)
	}
	return text, nil
}

// check refuses to answer other machines without a token.
func (f *serveFlags) check(token string) error {
	host, port, err := net.SplitHostPort(f.listen)
	if err != nil || port == "" {
		return usagef("--listen is %q; want an address and a port, such as %s", f.listen, defaultListen)
	}
	ip := net.ParseIP(host)
	if token != "" || host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return usagef("--listen %s is open to other machines, which needs a token; put one of %d characters or more into a file for --token-file, or into %s",
		f.listen, leastToken, tokenVar)
}

// figures lays out the figures, roll calls included.
func (f *serveFlags) figures(c *cobra.Command) (*desk.Desk, error) {
	d, err := figures(c)
	if err != nil {
		return nil, err
	}
	if err := d.OpenRecords(c.Context()); err != nil {
		return nil, err
	}
	say(c, d.From)
	return d, nil
}

// handler puts the pages beside the API, and what guards both before them.
func (f *serveFlags) handler(c *cobra.Command, token string, h http.Handler) (http.Handler, error) {
	pages, err := ui.Handler(h)
	if err != nil {
		return nil, err
	}
	return api.Guard(api.Guarding{Token: token, Hosts: f.hosts, Log: slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil))}, pages), nil
}

// How long a client may take: for the head of a request, for all of it, and idle.
// An answer may take long, since a stream of progress does.
const (
	headTime = 5 * time.Second
	bodyTime = 60 * time.Second
	idleTime = 120 * time.Second
	headSize = 32 << 10
	stopTime = 10 * time.Second
	mostOpen = 1024 // connections at a time
)

// serve answers until the context ends. It calls stop then, which ends streams,
// and lets answers under way finish.
func serve(ctx context.Context, l net.Listener, h http.Handler, stop func()) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: headTime, ReadTimeout: bodyTime, IdleTimeout: idleTime, MaxHeaderBytes: headSize,
		ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
	}
	server.RegisterOnShutdown(stop)
	stopped := make(chan struct{})
	early := context.AfterFunc(ctx, func() {
		defer close(stopped)
		limit, done := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
		defer done()
		if server.Shutdown(limit) != nil {
			_ = server.Close() // what is left has had its time
		}
	})
	err := server.Serve(l)
	if early() {
		return err // it ended by itself
	}
	<-stopped
	return nil
}

// openPage opens the workbench in a browser, or says that it cannot.
func openPage(c *cobra.Command, page string) {
	if err := openAddress(runtime.GOOS, page, os.Getenv); err != nil {
		fmt.Fprintf(c.ErrOrStderr(), "shatterbelt: open %s in a browser; it was not opened: %v\n", page, err)
	}
}
