package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// cost of running a program and all that it started.
type cost struct {
	Wall, CPU     time.Duration
	Parent, Child int64 // peak resident memory in bytes, of the program and of the largest process below it
}

// exitSomeFailed is what vanthu ends with when it is done and some files
// could not be read.
const exitSomeFailed = 3

// measured runs vanthu, its talk on our standard error, and returns what it
// printed.
func measured(ctx context.Context, name string, args ...string) ([]byte, cost, error) {
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	cmd.Env = append(os.Environ(), "VANTHU_LANG=en")
	begun := time.Now()
	if err := cmd.Start(); err != nil {
		return nil, cost{}, err
	}
	watched := make(chan cost)
	done := make(chan struct{})
	go func() { watched <- watch(cmd.Process.Pid, done) }()
	err := cmd.Wait()
	close(done)
	c := <-watched
	c.Wall, c.CPU = time.Since(begun), cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == exitSomeFailed {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("%s %s: %w", filepath.Base(name), args[0], err)
	}
	return out.Bytes(), c, err
}

// watch looks at memory twice a second until done. Linux keeps the peak of a
// living process itself, so little is missed.
func watch(pid int, done <-chan struct{}) (c cost) {
	tick := time.NewTicker(time.Second / 2)
	defer tick.Stop()
	for {
		c.Parent = max(c.Parent, status(pid, "VmHWM")<<10)
		c.Child = max(c.Child, childrenPeak(pid)<<10)
		select {
		case <-done:
			return c
		case <-tick.C:
		}
	}
}

// childrenPeak is the largest peak, in kB, of the processes below pid.
func childrenPeak(pid int) (peak int64) {
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, list := range lists {
		data, _ := os.ReadFile(list) // gone with its thread
		for _, field := range strings.Fields(string(data)) {
			if child, err := strconv.Atoi(field); err == nil {
				peak = max(peak, status(child, "VmHWM"), childrenPeak(child))
			}
		}
	}
	return peak
}

// status is a number from /proc/PID/status; 0 when the process is gone.
func status(pid int, key string) int64 {
	f, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if value, ok := strings.CutPrefix(s.Text(), key+":"); ok {
			n, _ := strconv.ParseInt(strings.Fields(value)[0], 10, 64)
			return n
		}
	}
	return 0
}

// loadAverage tells how busy the machine is: speed measured beside other work
// is not to be compared.
func loadAverage() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Fields(string(data))[0]
}
