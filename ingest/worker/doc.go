// Package worker reads pages in child processes with limits, because the C
// libraries that read them (MuPDF, Tesseract) may crash, hang, or ask for
// memory without end on a bad page. A page dies, not the batch.
//
// The parent has a Pool of children; the child is a hidden command of our own
// binary that calls Main:
//
//	// parent
//	pool, err := worker.NewPool(worker.Options{Workers: 2})
//	defer pool.Close()
//	info, err := pool.Probe(ctx, file, "application/pdf")
//	page, err := pool.Read(ctx, worker.Request{File: file, Kind: "application/pdf", Page: 1})
//	jpeg, err := pool.Draw(ctx, worker.Request{File: file, Kind: "application/pdf", Page: 1, DPI: 120})
//
//	// child: `vanthu worker`
//	err := worker.Main(ctx, reader)
//
// What comes in are requests for one page, what goes out is an ingest.Page, a
// picture or an error that wraps a sentinel of package ingest, the same on both sides of
// the pipe. The package itself reads nothing and uses no cgo; the Reader given
// to Main does the work.
//
// # Protocol
//
// Requests go to the child's standard input, answers come from its standard
// output, one JSON object a line, one answer for each request in order:
//
//	→ {"op":"probe","file":"/in/kh.pdf","kind":"application/pdf"}
//	← {"info":{"pages":3}}
//	→ {"op":"read","file":"/in/kh.pdf","kind":"application/pdf","page":4}
//	← {"error":{"name":"damaged","text":"read page 4: no such page: file is damaged"}}
//	→ {"op":"draw","file":"/in/kh.pdf","kind":"application/pdf","page":1,"dpi":120}
//	← {"picture":"/9j/4AAQ…"}
//
// End of input ends the child. Standard error is free for the libraries'
// chatter; its tail explains a crash.
//
// # Limits
//
// Time: each request has a limit, after which the child is killed
// (ErrTimeout). Memory: see limitMemory. A crash is tried once more in a fresh
// child, then it is ErrCrashed. A child is replaced after a hundred pages,
// for Tesseract leaks. Children die with the parent, even by kill -9. The
// system calls for this are Linux's (limit_linux.go).
//
// A Pool is safe for concurrent use.
package worker
