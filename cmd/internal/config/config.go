// Package config holds the settings of vanthu: one struct, filled from the
// defaults, then the configuration file, then the environment (VANTHU_DATA,
// VANTHU_LANG_OCR, …), then the flags, each overriding the one before.
//
// The names are the same everywhere: the flag --lang-ocr is lang-ocr in the
// file and VANTHU_LANG_OCR in the environment. A file with a name that no
// setting has is refused, so that a typing slip never goes unnoticed.
package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/knadh/koanf/parsers/toml/v2"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/providers/posflag"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/pflag"
)

// Config is every setting that more than one command reads.
type Config struct {
	// Data is the archive's folder.
	Data string `koanf:"data"`
	// Lang of messages: "vi" or "en"; empty follows the locale.
	Lang string `koanf:"lang"`
	// LangOCR is Tesseract's language, "vie" or several joined by "+".
	LangOCR string `koanf:"lang-ocr"`
	// Dictionary is a file of names and terms that restoration must know, one a
	// line; empty: none.
	Dictionary string `koanf:"dictionary"`
	// Workers is how many pages are read at once; 0 = one per core.
	Workers int `koanf:"workers"`
	// DPI at which pages are drawn for reading; 0 = each scan's own.
	DPI int `koanf:"dpi"`
	// PageTimeout ends the reading of one page.
	PageTimeout time.Duration `koanf:"page-timeout"`
	// PageMemoryMB bounds the memory of one reader process.
	PageMemoryMB int `koanf:"page-memory-mb"`
	// Quiet leaves out everything but results and errors.
	Quiet bool `koanf:"quiet"`
	// NoProgress leaves out the progress bar.
	NoProgress bool `koanf:"no-progress"`
}

// Default is what holds when nobody says anything.
func Default() Config {
	return Config{
		Data:         "vanthu-data",
		LangOCR:      "vie",
		PageTimeout:  2 * time.Minute,
		PageMemoryMB: 1500,
	}
}

// AddFlags puts one flag per setting into fs.
func AddFlags(fs *pflag.FlagSet, say func(string) string) {
	d := Default()
	fs.String("config", "", say("configuration file (TOML)"))
	fs.String("data", d.Data, say("folder of the archive"))
	fs.String("lang", d.Lang, say("language of messages: vi or en"))
	fs.String("lang-ocr", d.LangOCR, say("language that Tesseract reads"))
	fs.String("dictionary", d.Dictionary, say("file of names and terms to know when restoring, one a line"))
	fs.Int("workers", d.Workers, say("pages read at once (0 = one per core)"))
	fs.Int("dpi", d.DPI, say("resolution at which pages are drawn for reading (0 = each scan's own)"))
	fs.Duration("page-timeout", d.PageTimeout, say("time limit for one page"))
	fs.Int("page-memory-mb", d.PageMemoryMB, say("memory limit of one reader process, in MB"))
	fs.Bool("quiet", false, say("only results and errors"))
	fs.Bool("no-progress", false, say("no progress bar"))
}

// Load reads the settings. The file is the one named by --config or
// VANTHU_CONFIG, else config.toml in the user's configuration folder if it is
// there. environ is os.Environ(), given so that tests need not change it.
func Load(fs *pflag.FlagSet, environ []string) (Config, error) {
	k := koanf.New(".")
	if err := loadFile(k, fs, environ); err != nil {
		return Config{}, err
	}
	if err := k.Load(env.Provider(".", env.Opt{Prefix: envPrefix, TransformFunc: envKey, EnvironFunc: func() []string { return environ }}), nil); err != nil {
		return Config{}, fmt.Errorf("read environment: %w", err)
	}
	if err := k.Load(posflag.Provider(fs, ".", k), nil); err != nil {
		return Config{}, fmt.Errorf("read flags: %w", err)
	}
	c := Default()
	if err := k.Unmarshal("", &c); err != nil {
		return Config{}, fmt.Errorf("read settings: %w", err)
	}
	if c.Workers == 0 {
		c.Workers = runtime.NumCPU()
	}
	return c, c.Validate()
}

const envPrefix = "VANTHU_"

func envKey(name, value string) (string, any) {
	return strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, envPrefix)), "_", "-"), value
}

func loadFile(k *koanf.Koanf, fs *pflag.FlagSet, environ []string) error {
	path, named := filePath(fs, environ)
	if _, err := os.Stat(path); !named && errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err := k.Load(file.Provider(path), toml.Parser()); err != nil {
		return fmt.Errorf("read configuration %s: %w", path, err)
	}
	for _, key := range k.Keys() {
		if fs.Lookup(key) == nil {
			return fmt.Errorf("read configuration %s: no setting is named %q", path, key)
		}
	}
	return nil
}

// filePath is the configuration file, and whether somebody asked for it.
func filePath(fs *pflag.FlagSet, environ []string) (string, bool) {
	if f := fs.Lookup("config"); f != nil && f.Value.String() != "" {
		return f.Value.String(), true
	}
	i := slices.IndexFunc(environ, func(e string) bool { return strings.HasPrefix(e, envPrefix+"CONFIG=") })
	if i >= 0 {
		return strings.TrimPrefix(environ[i], envPrefix+"CONFIG="), true
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		dir = "."
	}
	return filepath.Join(dir, "vanthu", "config.toml"), false
}

// Validate names every problem at once.
func (c Config) Validate() error {
	var errs []error
	check := func(ok bool, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	check(c.Data != "", "data: a folder is needed")
	check(c.Lang == "" || c.Lang == "vi" || c.Lang == "en", "lang: %q is not vi or en", c.Lang)
	check(c.LangOCR != "", "lang-ocr: a language is needed")
	check(c.Workers >= 1 && c.Workers <= 256, "workers: %d is not between 1 and 256", c.Workers)
	check(c.DPI == 0 || c.DPI >= 72 && c.DPI <= 600, "dpi: %d is neither 0 nor between 72 and 600", c.DPI)
	check(c.PageTimeout >= time.Second, "page-timeout: %v is under a second", c.PageTimeout)
	check(c.PageMemoryMB >= 256, "page-memory-mb: %d is under 256", c.PageMemoryMB)
	return errors.Join(errs...)
}
