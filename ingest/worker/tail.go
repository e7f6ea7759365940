package worker

import (
	"strings"
	"sync"
)

// tailBytes is how much of a child's chatter is kept.
const tailBytes = 16 << 10

// tail keeps the last bytes written to it. Safe for concurrent use.
type tail struct {
	mu  sync.Mutex
	buf []byte
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf = append(t.buf, p...)
	if extra := len(t.buf) - tailBytes; extra > 0 {
		t.buf = append(t.buf[:0], t.buf[extra:]...)
	}
	return len(p), nil
}

func (t *tail) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf = t.buf[:0]
}

// causes begin the lines that tell why a process died, of the Go runtime and
// of the C++ one.
var causes = []string{"fatal error:", "panic:", "terminate called", "runtime: out of memory", "SIG"}

// reason is the one line that best explains a crash: the first that names a
// cause, else the last one.
func (t *tail) reason() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	last := ""
	for line := range strings.Lines(string(t.buf)) {
		line = strings.TrimSpace(line)
		for _, c := range causes {
			if strings.HasPrefix(line, c) {
				return line
			}
		}
		if line != "" {
			last = line
		}
	}
	return last
}
