package api

// paramKO says in Korean what parameters mean; the description itself is in
// English.
var paramKO = map[string]string{
	"answers":    "답변 목록",
	"between":    "사이에 선 두 강대국(쉼표로 구분, 기본값: 가장 압착하는 쌍)",
	"challenger": "공격할 수 있는 국가",
	"download":   "파일로 내려받기",
	"drill":      "종합지수를 이루는 수치를 행으로",
	"format":     "답의 형식(Accept 헤더를 쓸 수 없을 때)",
	"id":         "식별자",
	"indicator":  "지표 이름",
	"key":        "문헌 키(쉼표로 구분)",
	"lang":       "결과 언어: en 또는 ko",
	"limit":      "최대 행 수(기본값: 전부); 다음 부분은 Link 헤더",
	"most":       "최대 국가 수",
	"name":       "이름(매개변수는 쉼표로 여럿)",
	"offset":     "건너뛸 행 수",
	"other":      "비교 대상 국가",
	"partner":    "상대국 하나만",
	"patron":     "도우러 올 수 있는 국가(쉼표로 셋까지) 또는 none",
	"powers":     "해당 연도의 강대국만",
	"sample":     "고르게 뽑을 미래 수",
	"set":        "움직일 보수(NAME=VALUE, 쉼표로 구분)",
	"seed":       "난수 시드",
	"state":      "ISO 코드, COW 코드, 한글 또는 영문 국가명",
	"strategy":   "전략 이름",
	"target":     "공격받을 수 있는 국가",
	"weights":    "종합지수 가중치",
	"year":       "분석 연도; 수치는 그해까지의 최신값(기본값: 최신)",
}

// ParamKO is what a parameter means in Korean.
func ParamKO(name string) string { return paramKO[name] }
