package core

import (
	"encoding/json"
	"fmt"
	"sync"
)

// Shape is the outline of one state or territory as Natural Earth draws it at
// 1:110 million. Rings are closed; each point is longitude and latitude in
// degrees. A ring inside another is a hole, so fill by the even-odd rule. A
// state that the map does not draw has no rings; its place is its [Capital].
type Shape struct {
	ISO   string         `json:"iso"` // "" where it is no state of the core
	Name  string         `json:"name"`
	Rings [][][2]float64 `json:"rings"`
}

var geometry = sync.OnceValues(func() ([]Shape, error) {
	data, err := files.ReadFile("geometry.json")
	if err != nil {
		return nil, err
	}
	var shapes []Shape
	if err := json.Unmarshal(data, &shapes); err != nil {
		return nil, fmt.Errorf("core: geometry.json: %w", err)
	}
	return shapes, nil
})

// Geometry returns the outlines of the whole map. They are read once and
// shared: do not change them. Disputed borders run where the publisher draws
// them; docs/data/natural-earth.md names those that matter here.
func Geometry() ([]Shape, error) { return geometry() }
