package api

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

//go:embed page
var pageFiles embed.FS

// docsWords are the fixed words of the page about the API.
type docsWords struct {
	Title, Back, Other, OtherLang, Routes, Examples string
	Forms, Param, In, Type, Meaning                 string
	Intro                                           []string
	Groups                                          map[string]string
}

var docsIn = map[string]docsWords{
	"en": {
		Title: "The HTTP API of Shatterbelt", Back: "Workbench", Other: "한국어", OtherLang: "ko", Routes: "Routes", Examples: "Examples",
		Forms: "Forms", Param: "Parameter", In: "in", Type: "Type", Meaning: "Meaning",
		Intro: []string{
			"Every question of the command line has an address here, and the JSON is the same bytes as its --json. The header Shatterbelt-Command is the command line that gives the same answer.",
			"Answers with rows come as CSV and Parquet too: by the Accept header, by ?format=, or by a suffix, so that read_csv takes the address as it is. All rows come unless limit asks for a part; the Link header then leads on.",
			"An answer carries an ETag; If-None-Match asks whether it is still the same. A fault is a problem in JSON (RFC 9457) that names the field. Where the server has a token, send it as Authorization: Bearer TOKEN.",
		},
		Groups: map[string]string{
			"map": "Map", "structure": "Structure", "position": "Position", "alignment": "Alignment", "deterrence": "Deterrence", "strategies": "Strategies",
			"data": "Data and what answers rest on", "claims": "Claims", "runs": "Runs", "tables": "Tables of your own", "about": "About",
		},
	},
	"ko": {
		Title: "Shatterbelt HTTP API", Back: "작업대", Other: "English", OtherLang: "en", Routes: "주소 목록", Examples: "예제",
		Forms: "형식", Param: "매개변수", In: "위치", Type: "유형", Meaning: "뜻",
		Intro: []string{
			"명령줄의 모든 질문에 주소가 있으며, JSON은 해당 명령의 --json과 바이트까지 같습니다. Shatterbelt-Command 헤더는 같은 답을 내는 명령입니다.",
			"행이 있는 답은 CSV와 Parquet으로도 받을 수 있습니다. Accept 헤더, ?format=, 또는 주소 끝의 확장자로 고르므로 read_csv에 주소를 그대로 넣으면 됩니다. limit을 주지 않으면 모든 행이 오며, 주면 Link 헤더가 다음 부분을 알려 줍니다.",
			"답에는 ETag가 있고 If-None-Match로 바뀌었는지 물을 수 있습니다. 오류는 어느 항목이 문제인지 밝히는 JSON(RFC 9457)입니다. 토큰이 설정된 서버에는 Authorization: Bearer TOKEN을 보내십시오.",
		},
		Groups: map[string]string{
			"map": "지도", "structure": "구조", "position": "위치", "alignment": "정렬", "deterrence": "억지", "strategies": "전략",
			"data": "자료와 근거", "claims": "주장", "runs": "실행", "tables": "사용자 표", "about": "프로그램",
		},
	},
}

// groupOrder is the order of groups on the page.
var groupOrder = []string{"map", "structure", "position", "alignment", "deterrence", "strategies", "runs", "tables", "claims", "data", "about"}

type docsRoute struct {
	ID, Method, Path, Say, Forms string
	Params                       []docsParam
}

type docsParam struct {
	Name, In, Type, Say string
	Required            bool
}

type docsGroup struct {
	Name   string
	Routes []docsRoute
}

type docsExample struct{ Say, Curl, R, Python string }

// describe adds the description of the API, for programs and for people.
func (s *server) describe() error {
	spec, err := json.MarshalIndent(s.api.OpenAPI(), "", "  ")
	if err != nil {
		return err
	}
	s.give("GET /openapi.json", "application/openapi+json", func(*http.Request) ([]byte, error) { return spec, nil })
	style, err := pageFiles.ReadFile("page/style.css")
	if err != nil {
		return err
	}
	s.give("GET /docs/style.css", "text/css; charset=utf-8", func(*http.Request) ([]byte, error) { return style, nil })
	page, err := template.ParseFS(pageFiles, "page/docs.html")
	if err != nil {
		return err
	}
	s.give("GET /docs", "text/html; charset=utf-8", func(r *http.Request) ([]byte, error) {
		lang := "en"
		if r.URL.Query().Get("lang") == "ko" {
			lang = "ko"
		}
		var b bytes.Buffer
		err := page.Execute(&b, s.docs(lang, "http://"+r.Host))
		return b.Bytes(), err
	})
	return nil
}

// give adds an address outside the API that gives bytes.
func (s *server) give(pattern, kind string, of func(*http.Request) ([]byte, error)) {
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		b, err := of(r)
		if err != nil {
			refuse(w, problem(http.StatusInternalServerError, "the page could not be made"))
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(b)
	})
}

// docs is what the page shows in a language.
func (s *server) docs(lang, base string) any {
	out := struct {
		Lang     string
		Words    docsWords
		Groups   []docsGroup
		Examples []docsExample
	}{Lang: lang, Words: docsIn[lang]}
	of := map[string][]docsRoute{}
	for path, item := range s.api.OpenAPI().Paths {
		for _, op := range []*huma.Operation{item.Get, item.Post, item.Delete} {
			if op != nil && !op.Hidden {
				of[op.Tags[0]] = append(of[op.Tags[0]], docsOf(op, path, lang))
			}
		}
	}
	for _, tag := range groupOrder {
		slices.SortFunc(of[tag], func(a, b docsRoute) int { return strings.Compare(a.Path+a.Method, b.Path+b.Method) })
		if len(of[tag]) > 0 {
			out.Groups = append(out.Groups, docsGroup{out.Words.Groups[tag], of[tag]})
		}
	}
	for _, e := range Examples {
		say := e.EN
		if lang == "ko" {
			say = e.KO
		}
		at := func(text string) string { return strings.ReplaceAll(text, "BASE", base) }
		out.Examples = append(out.Examples, docsExample{say, at(e.Curl), at(e.R), at(e.Python)})
	}
	return out
}

func docsOf(op *huma.Operation, path, lang string) docsRoute {
	out := docsRoute{ID: op.OperationID, Method: op.Method, Path: path, Say: op.Summary}
	if ko, ok := op.Extensions["x-summary-ko"].(string); ok && lang == "ko" {
		out.Say = ko
	}
	var kinds []string
	for _, r := range op.Responses {
		for kind := range r.Content {
			if kind != problemType && !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
		}
	}
	slices.Sort(kinds)
	out.Forms = strings.Join(kinds, ", ")
	for _, p := range op.Parameters {
		d := docsParam{Name: p.Name, In: p.In, Say: p.Description, Required: p.Required}
		if ko := paramKO[p.Name]; lang == "ko" && ko != "" {
			d.Say = ko
		}
		if p.Schema != nil {
			d.Type = p.Schema.Type
			if len(p.Schema.Enum) > 0 {
				d.Type = strings.Trim(strings.ReplaceAll(fmt.Sprint(p.Schema.Enum), " ", " | "), "[]")
			}
		}
		out.Params = append(out.Params, d)
	}
	return out
}
