package api

// An Example asks one thing in three languages. BASE stands for the address of
// the server.
type Example struct {
	EN, KO          string
	Curl, R, Python string
}

// Examples are on the page about the API; a test runs each where its interpreter
// is installed.
var Examples = []Example{
	{
		EN: "The value of a measure for every state, as a table", KO: "모든 국가의 측정치를 표로",
		Curl:   `curl -s "BASE/api/v1/measures/squeeze.csv?year=2021"`,
		R:      `squeeze <- read.csv("BASE/api/v1/measures/squeeze.csv?year=2021"); print(head(squeeze))`,
		Python: "import pandas as pd\nprint(pd.read_csv(\"BASE/api/v1/measures/squeeze.csv?year=2021\").head())",
	},
	{
		EN: "Published figures of one indicator with their sources", KO: "한 지표의 원자료 수치와 출처",
		Curl:   `curl -s -H "Accept: text/csv" "BASE/api/v1/figures?indicator=gdp_current&state=KOR"`,
		R:      `gdp <- read.csv("BASE/api/v1/figures.csv?indicator=gdp_current&state=KOR"); print(tail(gdp$value))`,
		Python: "import pandas as pd\ngdp = pd.read_csv(\"BASE/api/v1/figures.csv?indicator=gdp_current&state=KOR\")\nprint(gdp[[\"year\", \"value\", \"source\"]].tail())",
	},
	{
		EN: "Would the challenger attack, and would the patron come", KO: "도전국은 공격하는가, 후원국은 오는가",
		Curl:   `curl -s "BASE/api/v1/deter.csv?challenger=PRK&target=KOR&patron=USA"`,
		R:      `print(read.csv("BASE/api/v1/deter.csv?challenger=PRK&target=KOR&patron=USA"))`,
		Python: "import json, urllib.request\nwith urllib.request.urlopen(\"BASE/api/v1/deter?challenger=PRK&target=KOR&patron=USA\") as f:\n    crisis = json.load(f)\nprint(crisis[\"with\"][\"war\"][\"value\"])",
	},
	{
		EN: "Begin a run of 500 futures; Location says where its results will be", KO: "미래 500개 실행 시작; Location에 결과 주소",
		Curl: `curl -s -X POST -H "Content-Type: application/json" -d '{"kind":"explore","state":"KOR","futures":500}' "BASE/api/v1/runs"`,
		R:    `h <- system2("curl", c("-s", "-X", "POST", "-H", shQuote("Content-Type: application/json"), "-d", shQuote('{"kind":"explore","state":"KOR","futures":500}'), "BASE/api/v1/runs"), stdout = TRUE); cat(h)`,
		Python: "import json, urllib.request\nask = urllib.request.Request(\"BASE/api/v1/runs\", method=\"POST\",\n    headers={\"Content-Type\": \"application/json\"},\n" +
			"    data=json.dumps({\"kind\": \"explore\", \"state\": \"KOR\", \"futures\": 500}).encode())\nwith urllib.request.urlopen(ask) as f:\n    print(json.load(f)[\"id\"])",
	},
}
