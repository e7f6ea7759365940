package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/pipeline"
	"vanthu/cmd/internal/web"
	"vanthu/index"
	"vanthu/ingest/worker"
)

// serving is one call of vanthu serve.
type serving struct {
	*app
	address string
	hosts   []string
}

func (a *app) serveCommand() *cobra.Command {
	s := &serving{app: a}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.say("show the archive to browsers and programs on this machine"),
		Long: a.say(`Answers browsers on http://127.0.0.1:8080/ until it is stopped: search, documents
with the picture of each page beside its text, deadlines, what is missing or to
be reviewed. Programs find the same as JSON under /api/v1, described by
/api/v1/openapi.yaml. Documents that are added meanwhile are found, too.

There are no passwords: whoever reaches the address may read the whole archive.`),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, _, err := net.SplitHostPort(s.address); err != nil {
				return usage(fmt.Errorf("%s: %w", s.address, errAddress))
			}
			return a.withArchive(func(v *pipeline.View) error { return s.run(cmd.Context(), v) })
		},
	}
	cmd.Flags().StringVar(&s.address, "addr", "127.0.0.1:8080", a.say("address and port to answer on"))
	cmd.Flags().StringSliceVar(&s.hosts, "host", nil, a.say("another name by which browsers may call this server"))
	return cmd
}

// errAddress: --addr is no address with a port.
var errAddress = errors.New("no address with a port")

// Limits of a connection. Pages are drawn within the time that writing has.
const (
	headerTime   = 5 * time.Second
	readTime     = 15 * time.Second
	writeTime    = 3 * time.Minute
	idleTime     = 2 * time.Minute
	shutdownTime = 5 * time.Second
	maxHeader    = 32 << 10
)

func (s *serving) run(ctx context.Context, v *pipeline.View) (err error) {
	drawers, err := worker.NewPool(worker.Options{
		Args: []string{workerName}, Workers: min(2, s.config.Workers), Memory: int64(s.config.PageMemoryMB) << 20, PageTime: s.config.PageTimeout,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, drawers.Close()) }()
	handler, err := web.New(web.Options{
		Archive: v, Pictures: drawers, Voices: s.voices(), Lang: s.ownLanguage(), Meant: s.asMeant(), Hosts: append(s.hosts, hostOf(s.address)),
		Failed: func(err error) { fmt.Fprintln(s.talk, "vanthu:", s.describe(err)) },
	})
	if err != nil {
		return err
	}
	listener, err := s.listen()
	if err != nil {
		return err
	}
	var following sync.WaitGroup
	ctx, stop := context.WithCancel(ctx)
	defer following.Wait()
	defer stop()
	following.Go(func() { v.Follow(ctx) })
	return s.answer(ctx, listener, handler)
}

// answer serves until the context ends, then lets requests under way finish.
func (s *serving) answer(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime, IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
		ErrorLog: log.New(io.Discard, "", 0), // broken connections are no news
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
		defer cancel()
		if err := server.Shutdown(limited); err != nil {
			stopped <- server.Close()
		}
		close(stopped)
	})
	err := server.Serve(l)
	if stop() { // it ended by itself
		return err
	}
	return <-stopped
}

// listen opens the port, says where to look, and warns where others can look,
// too.
func (s *serving) listen() (net.Listener, error) {
	l, err := net.Listen("tcp", s.address)
	if err != nil {
		return nil, err
	}
	s.tell("open http://%s/ (Ctrl-C ends)", l.Addr())
	if tcp, ok := l.Addr().(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		fmt.Fprintln(s.talk, s.say("warning: everybody who reaches %s can read the whole archive: there are no passwords", l.Addr()))
	}
	return l, nil
}

func hostOf(address string) string {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return ""
	}
	return host
}

// voices are this program's messages in both languages.
func (s *serving) voices() map[string]web.Voice {
	all := map[string]web.Voice{}
	for _, lang := range []string{"vi", "en"} {
		in := *s.app
		in.speak(lang)
		all[lang] = web.Voice{Say: in.say, Describe: in.describe, Hint: in.hint, Recurs: in.recurs}
	}
	return all
}

// ownLanguage is for browsers that ask for none of ours.
func (s *serving) ownLanguage() string {
	if strings.HasPrefix(cmp.Or(s.config.Lang, preferredLanguage(nil, s.environ)), "vi") {
		return "vi"
	}
	return "en"
}

// asMeant tells what queries without marks probably mean. The language model is
// loaded when the first one comes.
func (s *serving) asMeant() func(index.Query) (string, error) {
	load := sync.OnceValues(s.newRestorer)
	return func(q index.Query) (string, error) { return meant(q, load) }
}
