package index

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgresFTS is Debian's PostgreSQL, run privately in a temporary folder.
type postgresFTS struct {
	db      *sql.DB
	backend int // process
}

// startPostgres is nil, with a word why, where it is not installed.
func startPostgres(t *testing.T) engine {
	t.Helper()
	programs, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	if len(programs) == 0 {
		t.Log("PostgreSQL is not installed: sudo apt-get install postgresql postgresql-contrib")
		return nil
	}
	bin := slices.Max(programs)
	dir, err := os.MkdirTemp("", "vanthu-pg-") // a short path: sockets need it
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	as := unprivileged(t, dir)
	run := func(name string, args ...string) *exec.Cmd {
		cmd := exec.Command(filepath.Join(bin, name), args...)
		cmd.Dir, cmd.SysProcAttr = dir, as
		return cmd
	}
	data := filepath.Join(dir, "data")
	if out, err := run("initdb", "-D", data, "-U", "vanthu", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	server := run("postgres", "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=256MB",
		"-c", "work_mem=64MB", "-c", "maintenance_work_mem=256MB", "-c", "max_parallel_workers_per_gather=0", "-c", "jit=off")
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGINT)
		server.Wait()
	})
	return connectPostgres(t, dir)
}

// unprivileged is the account to run PostgreSQL under, which refuses root's;
// it gets the folder.
func unprivileged(t *testing.T, dir string) *syscall.SysProcAttr {
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	if err := os.Chown(dir, uid, gid); err != nil {
		t.Fatal(err)
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, Pdeathsig: syscall.SIGKILL}
}

func connectPostgres(t *testing.T, dir string) *postgresFTS {
	config, err := pgx.ParseConfig(fmt.Sprintf("host=%s user=vanthu dbname=postgres", dir))
	if err != nil {
		t.Fatal(err)
	}
	p := &postgresFTS{db: stdlib.OpenDB(*config)}
	p.db.SetMaxOpenConns(1)
	t.Cleanup(func() { p.db.Close() })
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		if err = p.db.QueryRow(`SELECT pg_backend_pid()`).Scan(&p.backend); err == nil {
			return p
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
	}
}

func (p *postgresFTS) name() string { return "PostgreSQL" }

// cpu is what the backend has used, which the kernel counts in nanoseconds.
func (p *postgresFTS) cpu() time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", p.backend))
	if err != nil {
		return 0
	}
	n, _ := strconv.ParseInt(strings.Fields(string(data))[0], 10, 64)
	return time.Duration(n)
}

const vector = `to_tsvector('simple', unaccent(said))`

func (p *postgresFTS) load(t *testing.T, entries []Entry) {
	do := func(statement string, args ...any) {
		if _, err := p.db.Exec(statement, args...); err != nil {
			t.Fatal(statement, err)
		}
	}
	do(`CREATE EXTENSION IF NOT EXISTS unaccent`)
	do(`CREATE UNLOGGED TABLE given (id text, province text, year int, type text, said text)`)
	tx, err := p.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, err := tx.Exec(`INSERT INTO given VALUES ($1,$2,$3,$4,$5)`, e.ID, e.Province, e.Year, e.Type, e.said()); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	do(`CREATE UNLOGGED TABLE docs AS SELECT id, province, year, type, ` + vector + ` AS words FROM given`)
	do(`CREATE INDEX ON docs USING gin (words)`)
	do(`ANALYZE docs`)
}

func (p *postgresFTS) find(t *testing.T, q question) []string {
	text := strings.Join(q.words, " ")
	asked := []string{
		`plainto_tsquery('simple', unaccent($1))`,
		`replace(plainto_tsquery('simple', unaccent($1))::text, '&', '|')::tsquery`,
	}
	if q.phrase {
		asked = []string{`phraseto_tsquery('simple', unaccent($1))`}
	}
	for _, match := range asked {
		ids := texts(t, p.db, `SELECT id FROM docs, (SELECT `+match+` AS q) AS asked WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 10`, text)
		if q.facets {
			for _, column := range []string{"province", "year", "type"} {
				texts(t, p.db, `SELECT `+column+` || ' ' || count(*) FROM docs, (SELECT `+match+` AS q) AS asked WHERE words @@ q GROUP BY `+column, text)
			}
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}
