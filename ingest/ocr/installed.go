package ocr

import (
	"fmt"

	"github.com/otiai10/gosseract/v2"
)

// Version of the Tesseract that is linked in: "5.3.0".
func Version() string { return gosseract.Version() }

// Languages whose data is installed, in order of name.
func Languages() ([]string, error) {
	names, err := gosseract.GetAvailableLanguages()
	if err != nil {
		return nil, fmt.Errorf("list tesseract languages: %w", err)
	}
	return names, nil
}
