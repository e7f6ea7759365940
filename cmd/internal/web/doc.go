// Package web shows an archive to people in a browser, and to programs as a
// JSON API: search with facets, documents with the picture of the page beside
// its text, what is similar, citing and cited, due, missing, to be reviewed.
//
// In come requests for what an archive open for reading (pipeline.View) holds;
// out go pages in Vietnamese or English, or JSON under /api/v1 as openapi.yaml
// describes it. It changes nothing but saved searches. It never draws a page
// in its own process: pictures come from a worker.Drawer, whose children may
// die of a bad page. It has no users and no passwords: whoever reaches the port
// may read everything, so it belongs on the loopback address.
//
//	h, err := web.New(web.Options{Archive: view, Pictures: pool, Voices: voices, Lang: "vi"})
//	err = http.Serve(listener, h)
//
// Files: server (options, routes), guard (what every request goes through),
// call and ask (language, parameters), api, apidocument and problem (JSON),
// render, results, lists, document and saved (HTML), sheet (a page's words for
// the template), picture. Templates and the little
// that is static are embedded; a page works without JavaScript.
//
// # What protects it
//
// Text of documents is hostile: html/template escapes it, nothing is ever
// marked as safe, and a Content-Security-Policy without inline scripts or
// styles would stop what slipped through. Right-to-left and override characters
// end where their element does (bdi). A page elsewhere cannot read the archive
// by rebinding its name to our address, since only known names are answered to,
// nor save searches here, since requests that change something must come from
// our own pages (http.CrossOriginProtection).
//
// A Server is safe for concurrent use. It reads whatever generation of the
// index is live, so searches go on while documents are added.
package web
