package worker

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestServe(t *testing.T) {
	for _, c := range []struct{ in, want, fails string }{
		{"", "", ""},
		{`{"op":"probe","file":"good"}`, `{"info":{"pages":3}}` + "\n", ""},
		{`{"op":"probe","file":"encrypted"}`, `{"error":{"name":"encrypted","text":"open encrypted: file is encrypted"}}` + "\n", ""},
		{`{"op":"draw","file":"good","page":1}`, `{"picture":"cGljdHVyZQ=="}` + "\n", ""},
		{`{"op":"draw","file":"damaged","page":3}`, `{"error":{"name":"damaged","text":"draw page 3: file is damaged"}}` + "\n", ""},
		{`{"op":"dance"}`, `{"error":{"name":"unsupported","text":"answer request \"dance\": not a supported kind of file"}}` + "\n", ""},
		{"hello", "", "read request"},
		{`{"op":"probe"`, "", "read request"},
	} {
		var out bytes.Buffer
		err := Serve(context.Background(), strings.NewReader(c.in), &out, &actor{})
		if out.String() != c.want {
			t.Errorf("%s\n-want %s\n+have %s", c.in, c.want, out.String())
		}
		if (err != nil) != (c.fails != "") || err != nil && !strings.Contains(err.Error(), c.fails) {
			t.Errorf("%s: error %v, want %q", c.in, err, c.fails)
		}
	}
}

func TestReason(t *testing.T) {
	for _, c := range []struct{ said, want string }{
		{"", ""},
		{"warning: broken xref\nerror: no page\n\n", "error: no page"},
		{"warning: broken xref\nfatal error: out of memory\n\ngoroutine 1\n", "fatal error: out of memory"},
		{"terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\nSIGABRT: abort\n", "terminate called after throwing an instance of 'std::bad_alloc'"},
		{strings.Repeat("noise\n", tailBytes) + "SIGSEGV: segmentation violation", "SIGSEGV: segmentation violation"},
	} {
		var said tail
		said.Write([]byte(c.said))
		if have := said.reason(); have != c.want {
			t.Errorf("reason of %.60q = %q, want %q", c.said, have, c.want)
		}
	}
}
