package ingest

import "time"

// Signature is a digital signature of a file: who signed it and when, as the
// signature itself says. Whether it is valid is not looked into.
type Signature struct {
	Signer       string    `json:"signer"`       // common name of the certificate
	Organisation string    `json:"organisation"` // and its organisation
	Time         time.Time `json:"time"`         // UTC
}
