package main

import (
	"errors"
	"regexp"
	"strings"

	"vanthu/index"
)

// wrongUses are what cobra says of a wrong command line, and how we say it. Its
// errors have no types to tell them by.
var wrongUses = []struct {
	form *regexp.Regexp
	said string
}{
	{regexp.MustCompile(`^unknown command "(.*)" for "vanthu"`), "there is no command %s"},
	{regexp.MustCompile(`^unknown command "(.*)" for "vanthu (?:.*)"`), "%s is one argument too many"},
	{regexp.MustCompile(`^unknown flag: (.*)`), "there is no flag %s"},
	{regexp.MustCompile(`^unknown shorthand flag: .* in (.*)`), "there is no flag %s"},
	{regexp.MustCompile(`^flag needs an argument: (?:'.' in )?(\S+)`), "the flag %s needs a value"},
	{regexp.MustCompile(`^invalid argument "(.*)" for "(.*)" flag`), "%s cannot be the value of %s"},
	{regexp.MustCompile(`^required flag\(s\) "(.*)" not set`), "the flag --%s must be given"},
	{regexp.MustCompile(`^if any flags in the group \[.*\] are set none of the others can be; \[(.*)\] were all set`), "flags that do not go together: %s"},
	{regexp.MustCompile(`^(?:accepts|requires) .* arg\(s\), (?:only )?received (\d+)`), "wrong number of arguments: %s"},
}

// wrongFlag reports whether a search was wrong by one of its flags.
func wrongFlag(err error) bool {
	q := new(index.QueryError)
	return errors.As(err, &q) && q.Param != ""
}

// wrongUse says what is wrong with the command line, if that is what the error
// is of.
func (a *app) wrongUse(err error) string {
	for _, w := range wrongUses {
		m := w.form.FindStringSubmatch(err.Error())
		if m == nil {
			continue
		}
		args := make([]any, strings.Count(w.said, "%s"))
		for i := range args {
			args[i] = m[i+1]
		}
		return a.say(w.said, args...)
	}
	return ""
}
