package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

func load(t *testing.T, file string, environ []string, args ...string) (Config, error) {
	t.Helper()
	fs := pflag.NewFlagSet("vanthu", pflag.ContinueOnError)
	AddFlags(fs, func(s string) string { return s })
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := fs.Parse(append([]string{"--config", path}, args...)); err != nil {
		t.Fatal(err)
	}
	return Load(fs, environ)
}

func TestEachLayerOverridesTheOneBefore(t *testing.T) {
	file := "data = \"from-file\"\nlang-ocr = \"from-file\"\ndpi = 200\npage-timeout = \"30s\"\n"
	environ := []string{"VANTHU_LANG_OCR=from-env", "VANTHU_DPI=150", "OTHER=1"}
	c, err := load(t, file, environ, "--dpi", "400", "--workers", "3")
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Data, want.LangOCR, want.DPI = "from-file", "from-env", 400
	want.PageTimeout, want.Workers = 30*time.Second, 3
	if c != want {
		t.Errorf("\n-want %+v\n+have %+v", want, c)
	}
}

func TestEveryProblemIsNamed(t *testing.T) {
	_, err := load(t, "", nil, "--lang", "fr", "--dpi", "1", "--data", "")
	if err == nil {
		t.Fatal("want an error")
	}
	for _, name := range []string{"lang:", "dpi:", "data:"} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("error does not name %s %v", name, err)
		}
	}
}

func TestUnknownNameInFileIsRefused(t *testing.T) {
	if _, err := load(t, "worker = 2\n", nil); err == nil || !strings.Contains(err.Error(), "worker") {
		t.Errorf("want an error that names the setting, have %v", err)
	}
}
