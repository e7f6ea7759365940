package worker

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// limitMemory bounds what this process, and each that it starts, may allocate.
//
// RLIMIT_DATA counts private writable memory: heap, stacks, anonymous maps.
// RLIMIT_AS would count address space as well, of which the Go runtime
// reserves far more than it uses and into which files are mapped. RLIMIT_RSS
// does nothing on Linux. A cgroup would be exact but needs rights that an
// office PC does not give.
func limitMemory(n uint64) error {
	if err := unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: n, Max: n}); err != nil {
		return fmt.Errorf("limit memory to %d bytes: %w", n, err)
	}
	// A crash is expected business here; its core file would fill the disk.
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("turn off core files: %w", err)
	}
	return nil
}

// takeStdout keeps standard output for the caller alone: whatever a library
// prints there from now on goes to standard error.
func takeStdout() (*os.File, error) {
	fd, err := unix.FcntlInt(uintptr(unix.Stdout), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return nil, fmt.Errorf("keep standard output: %w", err)
	}
	if err := unix.Dup3(unix.Stderr, unix.Stdout, 0); err != nil {
		return nil, fmt.Errorf("redirect standard output: %w", err)
	}
	return os.NewFile(uintptr(fd), "answers"), nil
}

// detach gives a child a process group of its own, so that Ctrl-C reaches the
// parent alone and kill reaches the child's own children; and lets it die with
// the parent.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// killGroup ends a detached child and the programs it runs.
func killGroup(pid int) {
	// The only failure is that it has just ended.
	_ = unix.Kill(-pid, unix.SIGKILL)
}

// peakMemory is the largest resident size of a process so far, in bytes; 0
// where it cannot be read.
func peakMemory(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	fields := bytes.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.ParseInt(string(fields[0]), 10, 64)
	return kb << 10
}
