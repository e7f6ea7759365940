package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed openapi.yaml
var openAPI []byte

// openAPIJSON is openapi.yaml as JSON.
var openAPIJSON = sync.OnceValues(func() ([]byte, error) {
	var doc map[string]any
	if err := yaml.Unmarshal(openAPI, &doc); err != nil {
		return nil, fmt.Errorf("read openapi.yaml: %w", err)
	}
	return json.MarshalIndent(doc, "", " ")
})

func (s *Server) sendOpenAPI(c *call) error {
	data, kind := openAPI, "application/yaml"
	if strings.HasSuffix(c.Request.URL.Path, ".json") {
		var err error
		if data, err = openAPIJSON(); err != nil {
			return err
		}
		kind = "application/json"
	}
	c.Header().Set("Content-Type", kind)
	_, err := c.Write(data)
	return err
}
