package pipeline

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked: another process writes to the archive. Trying again when it is
// done helps.
var ErrLocked = errors.New("archive is in use")

// lock makes this process the archive's one writer. The kernel lets go of the
// lock when the process dies, however it dies; what the file says (who, since
// when) is only for people.
func lock(f Folder) (*flock.Flock, error) {
	l := flock.New(f.lock())
	held, err := l.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock archive: %w", err)
	}
	if !held {
		holder, _ := os.ReadFile(f.lock())
		return nil, fmt.Errorf("lock archive: %w by %s", ErrLocked, strings.TrimSpace(string(holder)))
	}
	note := fmt.Sprintf("process %d since %s\n", os.Getpid(), time.Now().Format("2006-01-02 15:04:05"))
	if err := os.WriteFile(f.lock(), []byte(note), 0o644); err != nil {
		return nil, errors.Join(fmt.Errorf("lock archive: %w", err), l.Close())
	}
	return l, nil
}
