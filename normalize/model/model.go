// Package model holds the trained models that vanthu restores text with. The
// files are embedded: the system maps them from the binary as they are used.
//
// They are made by vanthu-train (see its lm, rescore and channel commands):
//
//	lm.bin        language model, format in normalize/lm/model.go
//	rescore.bin   what neighbours tell of stripped words, normalize/rescore
//	foreign.tsv   noisy channel of engines that know no Vietnamese
//	vie.tsv       noisy channel of Tesseract with Vietnamese
package model

import _ "embed" // for the files

// LM is the language model.
//
//go:embed lm.bin
var LM string

// Rescore is the model of the words around a stripped one.
//
//go:embed rescore.bin
var Rescore string

// Foreign is the channel of wrong-language OCR.
//
//go:embed foreign.tsv
var Foreign string

// Vietnamese is the channel of Tesseract vie.
//
//go:embed vie.tsv
var Vietnamese string
