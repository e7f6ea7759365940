package main

import (
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"vanthu/cmd/internal/config"
)

// root is the command line. cobra does the parsing, the help and the
// completion scripts; it is what most Go programs with subcommands use.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "vanthu",
		Short:         a.say("turns scanned Vietnamese administrative documents into an archive that can be searched"),
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			a.config, err = config.Load(cmd.Flags(), a.environ)
			if err != nil {
				return usage(err)
			}
			if a.config.Lang != "" {
				a.speak(a.config.Lang)
			}
			a.started = true
			return nil
		},
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.talk)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetUsageTemplate(a.usageTemplate(root.UsageTemplate()))
	config.AddFlags(root.PersistentFlags(), func(s string) string { return a.say(s) })
	root.AddCommand(
		a.addCommand(), a.nightlyCommand(), a.searchCommand(), a.showCommand(), a.correctCommand(), a.deadlinesCommand(), a.exportCommand(), a.serveCommand(),
		a.extractCommand(), a.restoreCommand(), a.ocrCommand(), a.checkCommand(), a.doctorCommand(), a.workerCommand(),
	)
	a.translateOwn(root)
	return root
}

// translateOwn says in the user's language what cobra adds by itself.
func (a *app) translateOwn(root *cobra.Command) {
	root.PersistentFlags().BoolP("help", "h", false, a.say("how to use the command"))
	root.Flags().BoolP("version", "v", false, a.say("which vanthu this is"))
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			c.Short = a.say("show how to use a command")
		}
	}
}

// usageTemplate is cobra's own with its headings in the user's language.
func (a *app) usageTemplate(english string) string {
	for _, heading := range []string{
		"Usage:", "Aliases:", "Examples:", "Available Commands:", "Global Flags:", "Flags:",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`,
	} {
		english = strings.ReplaceAll(english, heading, a.say(heading))
	}
	return english
}

// version is the module's version or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return info.Main.Version
}
