package api_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/web/api"
)

// spec is the description as a client reads it.
type spec struct {
	OpenAPI string `json:"openapi"`
	Paths   map[string]map[string]struct {
		OperationID string         `json:"operationId"`
		Summary     string         `json:"summary"`
		KO          string         `json:"x-summary-ko"`
		Tags        []string       `json:"tags"`
		Parameters  []specParam    `json:"parameters"`
		Responses   map[string]any `json:"responses"`
	} `json:"paths"`
	Components struct {
		Schemas map[string]json.RawMessage `json:"schemas"`
	} `json:"components"`
}

type specParam struct {
	Name        string         `json:"name"`
	In          string         `json:"in"`
	Description string         `json:"description"`
	Required    bool           `json:"required"`
	Schema      map[string]any `json:"schema"`
}

func described(t *testing.T) (spec, string) {
	t.Helper()
	body := text(t, ask(t, served(t), "GET", "/openapi.json", ""))
	var out spec
	if err := json.Unmarshal([]byte(body), &out); err != nil {
		t.Fatal(err)
	}
	return out, body
}

// Every route says in both languages what it answers, has an id of its own, and
// explains its parameters; what it refers to is there.
func TestDescription(t *testing.T) {
	s, body := described(t)
	if !strings.HasPrefix(s.OpenAPI, "3.1") {
		t.Errorf("OpenAPI %s", s.OpenAPI)
	}
	ids := map[string]string{}
	hangul := regexp.MustCompile(`\p{Hangul}`)
	for path, item := range s.Paths {
		named := regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(path, -1)
		for method, op := range item {
			at := method + " " + path
			if op.Summary == "" || !hangul.MatchString(op.KO) || len(op.Tags) != 1 || len(op.Responses) < 2 {
				t.Errorf("%s: summary %q, %q, tags %q, %d responses", at, op.Summary, op.KO, op.Tags, len(op.Responses))
			}
			if other, taken := ids[op.OperationID]; taken || op.OperationID == "" {
				t.Errorf("%s has the id %q of %s", at, op.OperationID, other)
			}
			ids[op.OperationID] = at
			for _, n := range named {
				if !slices.ContainsFunc(op.Parameters, func(p specParam) bool { return p.Name == n[1] && p.In == "path" && p.Required }) {
					t.Errorf("%s does not describe {%s}", at, n[1])
				}
			}
			for _, p := range op.Parameters {
				if p.Description == "" || p.Schema["type"] == nil {
					t.Errorf("%s: %s %s has no description or type", at, p.In, p.Name)
				}
				if api.ParamKO(p.Name) == "" {
					t.Errorf("%s: %s has no words in Korean", at, p.Name)
				}
			}
		}
	}
	for _, ref := range regexp.MustCompile(`"#/components/schemas/([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if _, ok := s.Components.Schemas[ref[1]]; !ok {
			t.Errorf("%s is referred to and not there", ref[1])
		}
	}
}

// The routes that the workbench and its users build on.
func TestRoutes(t *testing.T) {
	s, _ := described(t)
	for _, want := range []string{
		"get /states", "get /geometry", "get /measures", "get /measures/{name}", "get /zones", "get /card/{state}", "get /structure/{state}",
		"get /position", "get /position/{state}", "get /align/{state}", "get /compare/{state}", "get /compare/{state}/{other}", "get /deter",
		"post /deter/solve", "get /strategies", "post /strategies/check", "get /params", "get /cite", "get /data", "get /figures",
		"get /claims", "get /claims/{id}", "get /version", "get /health",
	} {
		method, path, _ := strings.Cut(want, " ")
		if _, ok := s.Paths[api.Root+path][method]; !ok {
			t.Errorf("no %s", want)
		}
	}
}

// An answer has the keys its description requires, and none that it does not
// have.
func TestAnswersMatchDescription(t *testing.T) {
	s, _ := described(t)
	for _, tt := range []struct{ path, address string }{
		{"/states", "/states"}, {"/zones", "/zones"}, {"/card/{state}", "/card/POL"}, {"/measures", "/measures"}, {"/strategies", "/strategies"},
		{"/align/{state}", "/align/POL"}, {"/deter", "/deter?challenger=RUS&target=POL&patron=USA"}, {"/data", "/data"}, {"/figures", "/figures?state=POL&limit=2"},
	} {
		var ref struct {
			Content map[string]struct {
				Schema struct {
					Ref string `json:"$ref"`
				} `json:"schema"`
			} `json:"content"`
		}
		b, _ := json.Marshal(s.Paths[api.Root+tt.path]["get"].Responses["200"])
		if err := json.Unmarshal(b, &ref); err != nil {
			t.Fatal(err)
		}
		var schema struct {
			Required   []string       `json:"required"`
			Properties map[string]any `json:"properties"`
		}
		name := strings.TrimPrefix(ref.Content["application/json"].Schema.Ref, "#/components/schemas/")
		if err := json.Unmarshal(s.Components.Schemas[name], &schema); err != nil {
			t.Fatalf("%s: schema %q: %v", tt.path, name, err)
		}
		var answer map[string]any
		if err := json.Unmarshal([]byte(text(t, ask(t, served(t), "GET", api.Root+tt.address, ""))), &answer); err != nil {
			t.Fatal(err)
		}
		for _, key := range schema.Required {
			if _, ok := answer[key]; !ok {
				t.Errorf("%s has no %s", tt.address, key)
			}
		}
		for key := range answer {
			if _, ok := schema.Properties[key]; !ok {
				t.Errorf("%s has %s, which is not described", tt.address, key)
			}
		}
	}
}
