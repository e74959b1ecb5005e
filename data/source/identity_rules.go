package source

import (
	"strconv"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/shatterbelt/shatterbelt/ir"
)

// rule says what a code or name meant in some years, where that is not the
// state of the same number or of today. State 0 is none on the list.
type rule struct {
	systems  []Code
	text     string
	from, to ir.Year
	state    ir.CCode
}

var letters3 = []Code{ISO3, VDem}

// rules are the states that changed number, were divided or united, and the
// lists that number them differently. A year in which a state ended belongs to
// the one that was there at its end.
var rules = []rule{
	// Germany: one number before 1945 and from 1990, two between.
	{letters3, "DEU", ever, 1945, 255}, {letters3, "DEU", 1946, 1989, 260}, {letters3, "DEU", 1990, forever, 255},
	{[]Code{ISO2}, "DE", ever, 1945, 255}, {[]Code{ISO2}, "DE", 1946, 1989, 260}, {[]Code{ISO2}, "DE", 1990, forever, 255},
	{[]Code{ISONum}, "276", ever, 1945, 255}, {[]Code{ISONum}, "276", 1946, 1989, 260}, {[]Code{ISONum}, "276", 1990, forever, 255},
	{[]Code{ISONum}, "280", ever, 1989, 260}, {[]Code{ISONum}, "278", ever, 1990, 265},
	{letters3, "DDR", ever, 1990, 265}, {[]Code{ISO2}, "DD", ever, 1990, 265},
	{[]Code{GW}, "260", ever, 1989, 260}, {[]Code{GW}, "260", 1990, forever, 255},
	{[]Code{Name}, "Germany", ever, 1945, 255}, {[]Code{Name}, "Germany", 1946, 1989, 260}, {[]Code{Name}, "Germany", 1990, forever, 255},
	{[]Code{Name}, "독일", ever, 1945, 255}, {[]Code{Name}, "독일", 1946, 1989, 260}, {[]Code{Name}, "독일", 1990, forever, 255},
	// Korea: one state to 1905, two from 1948.
	{letters3, "KOR", ever, 1909, 730}, {letters3, "KOR", 1910, forever, 732},
	{[]Code{ISO2}, "KR", ever, 1909, 730}, {[]Code{ISO2}, "KR", 1910, forever, 732}, {[]Code{ISONum}, "410", ever, 1909, 730}, {[]Code{ISONum}, "410", 1910, forever, 732},
	{[]Code{Name}, "Korea", ever, 1947, 730}, {[]Code{Name}, "Korea", 1948, forever, 732}, {[]Code{Name}, "조선", ever, 1910, 730},
	// Vietnam: 816 is the north and then the whole; 817 the south.
	{[]Code{VDem}, "VDR", ever, 1954, 0}, {[]Code{VDem}, "VDR", 1955, 1975, 817},
	{[]Code{ISO3}, "VDR", ever, 1976, 816}, {[]Code{ISO3}, "RVN", ever, 1976, 817}, {[]Code{ISO2}, "VD", ever, 1976, 816},
	{[]Code{Name}, "월남", ever, 1975, 817}, {[]Code{Name}, "월남", 1976, forever, 816},
	{[]Code{Polity}, "818", ever, forever, 816}, {[]Code{GW}, "815", ever, forever, 0},
	// Yemen: 678 and 680 to 1990, 679 from then; Gleditsch and Ward keep 678.
	{[]Code{VDem}, "YEM", ever, 1989, 678}, {[]Code{VDem}, "YEM", 1990, forever, 679},
	{[]Code{ISO3}, "YEM", ever, 1989, 678}, {[]Code{ISO3}, "YEM", 1990, forever, 679},
	{[]Code{ISO2}, "YE", ever, 1989, 678}, {[]Code{ISO2}, "YE", 1990, forever, 679},
	{[]Code{ISONum}, "887", ever, 1989, 678}, {[]Code{ISONum}, "887", 1990, forever, 679},
	{[]Code{ISONum}, "886", ever, 1990, 678}, {[]Code{ISONum}, "720", ever, 1990, 680},
	{[]Code{ISO3}, "YAR", ever, 1990, 678}, {letters3, "YMD", ever, 1990, 680}, {[]Code{ISO2}, "YD", ever, 1990, 680},
	{[]Code{GW}, "678", ever, 1989, 678}, {[]Code{GW}, "678", 1990, forever, 679},
	{[]Code{Name}, "Yemen", ever, 1989, 678}, {[]Code{Name}, "Yemen", 1990, forever, 679},
	{[]Code{Name}, "예멘", ever, 1989, 678}, {[]Code{Name}, "예멘", 1990, forever, 679},
	// Yugoslavia and Serbia: one number throughout.
	{letters3, "YUG", ever, forever, 345}, {letters3, "SCG", ever, 2006, 345}, {[]Code{ISO2}, "YU", ever, forever, 345}, {[]Code{ISO2}, "CS", 1993, 2006, 345},
	{[]Code{ISONum}, "890", ever, 1992, 345}, {[]Code{ISONum}, "891", ever, 2006, 345},
	{[]Code{GW}, "340", ever, forever, 345}, {[]Code{Polity}, "342", ever, forever, 345}, {[]Code{Polity}, "347", ever, forever, 345},
	{[]Code{Polity}, "341", ever, forever, 347}, {[]Code{Polity}, "348", ever, forever, 341},
	{[]Code{ISO3}, "UNK", ever, forever, 347}, {[]Code{ISO3}, "KOS", ever, forever, 347}, {[]Code{ISO3}, "KSV", ever, forever, 347}, {letters3, "XKX", ever, forever, 347}, {[]Code{ISO2}, "XK", ever, forever, 347},
	// The Soviet Union and Russia: one number.
	{letters3, "SUN", ever, 1991, 365}, {[]Code{ISO2}, "SU", ever, 1991, 365}, {[]Code{ISONum}, "810", ever, 1991, 365}, {[]Code{Polity}, "364", ever, forever, 365},
	// Czechoslovakia.
	{letters3, "CSK", ever, 1992, 315}, {[]Code{ISO2}, "CS", ever, 1992, 315}, {[]Code{ISONum}, "200", ever, 1992, 315},
	{[]Code{VDem}, "CZE", ever, 1992, 315}, {[]Code{VDem}, "CZE", 1993, forever, 316},
	// Others that a list numbers in its own way.
	{[]Code{GW}, "970", ever, forever, 946}, {[]Code{GW}, "971", ever, forever, 970}, {[]Code{GW}, "972", ever, forever, 955}, {[]Code{GW}, "973", ever, forever, 947},
	{[]Code{GW}, "396", ever, forever, 0}, {[]Code{GW}, "397", ever, forever, 0}, {[]Code{GW}, "563", ever, forever, 0}, {[]Code{GW}, "564", ever, forever, 0},
	{[]Code{GW}, "711", ever, forever, 0}, {[]Code{GW}, "89", ever, forever, 0}, {[]Code{GW}, "99", ever, forever, 0},
	{[]Code{Polity}, "324", ever, forever, 325}, {[]Code{Polity}, "529", ever, forever, 530}, {[]Code{Polity}, "769", ever, forever, 770},
	{[]Code{Polity}, "525", ever, forever, 626}, {[]Code{Polity}, "626", ever, forever, 625},
	{[]Code{Polity}, "564", ever, forever, 0}, {[]Code{Polity}, "89", ever, forever, 0}, {[]Code{Polity}, "99", ever, forever, 0},
	{[]Code{VDem}, "ZZB", ever, forever, 511}, {[]Code{VDem}, "BVR", ever, forever, 245}, {[]Code{VDem}, "BDN", ever, forever, 267},
	{[]Code{VDem}, "SXN", ever, forever, 269}, {[]Code{VDem}, "WRT", ever, forever, 271}, {[]Code{VDem}, "HKS", ever, forever, 273},
	{[]Code{VDem}, "HDM", ever, forever, 275}, {[]Code{VDem}, "HVR", ever, forever, 240}, {[]Code{VDem}, "MCL", ever, forever, 280},
	{[]Code{VDem}, "PPS", ever, forever, 327}, {[]Code{VDem}, "TWS", ever, forever, 329}, {[]Code{VDem}, "MDN", ever, forever, 332},
	{[]Code{VDem}, "PRM", ever, forever, 335}, {[]Code{VDem}, "TSC", ever, forever, 337}, {[]Code{VDem}, "SPD", ever, forever, 325},
	{[]Code{ISO3}, "UVK", ever, forever, 347}, {[]Code{ISO3}, "ADO", ever, forever, 232},
	{[]Code{ISO3}, "USSR", ever, 1991, 365}, {[]Code{ISO3}, "CHESLO", ever, 1992, 315}, // Gapminder
	{[]Code{COW}, "529", ever, forever, 530}, // Ethiopia by the number of another list
	{[]Code{COW, GW}, "6", ever, forever, 0}, // Puerto Rico
	{[]Code{GW}, "751", ever, forever, 0},    // Hyderabad
	{[]Code{ISO3}, "ROM", ever, forever, 360}, {[]Code{ISO3}, "ZAR", ever, forever, 490}, {[]Code{ISO3}, "TMP", ever, forever, 860}, {[]Code{ISO3}, "BUR", ever, forever, 775},
}

// unlisted are units that V-Dem codes and no list of states holds.
var unlisted = []string{"SAX", "BRW", "HRG", "NSS", "OLD", "PSB", "PSE", "PSG", "SML", "WRG", "HKG"}

// aggregates are codes of groups of states in the World Bank's and Our World in
// Data's tables.
var aggregates = map[string]bool{
	"WLD": true, "ARB": true, "CEB": true, "CSS": true, "EAP": true, "EAR": true, "EAS": true, "ECA": true, "ECS": true, "EMU": true, "EUU": true,
	"FCS": true, "HIC": true, "HPC": true, "IBD": true, "IBT": true, "IDA": true, "IDB": true, "IDX": true, "INX": true, "LAC": true, "LCN": true,
	"LDC": true, "LIC": true, "LMC": true, "LMY": true, "LTE": true, "MEA": true, "MIC": true, "MNA": true, "NAC": true, "NOC": true, "OEC": true,
	"OED": true, "OSS": true, "PRE": true, "PSS": true, "PST": true, "SAS": true, "SSA": true, "SSF": true, "SST": true, "TEA": true, "TEC": true,
	"TLA": true, "TMN": true, "NLD_CURACAO": true, "TSA": true, "TSS": true, "UMC": true, "AFE": true, "AFW": true, "CHI": true, "CHANISL": true, "IMY": true, "WBG": true, "PAL": true, "GBG": true, "GBM": true,
}

// regions are names of territories and of groups of states, folded.
var regions = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, name := range regionNames {
		out[foldName(name)] = true
	}
	english := display.English.Regions()
	for n := range 1000 {
		if region, err := language.EncodeM49(n); err == nil {
			if name := english.Name(region); name != "" && name != strconv.Itoa(n) {
				out[foldName(name)] = true
			}
		}
	}
	for _, code := range []string{
		"PR", "HK", "MO", "GL", "FO", "BM", "KY", "VG", "VI", "AW", "CW", "SX", "GU", "AS", "MP", "NC", "PF", "RE", "GP", "MQ", "GF", "YT", "PM", "WF", "TC",
		"MS", "AI", "SH", "FK", "GI", "IM", "JE", "GG", "AX", "SJ", "EH", "PS", "CK", "NU", "TK", "NF", "CX", "CC", "IO", "MF", "BL", "VA", "AQ",
	} {
		if region, err := language.ParseRegion(code); err == nil {
			out[foldName(english.Name(region))] = true
		}
	}
	return out
})

// regionNames are those that the sources here use and no list of codes has.
var regionNames = []string{
	"World", "Africa", "Asia", "Europe", "America", "Americas", "Oceania", "North America", "South America", "Central America", "Middle East",
	"European Union", "EU", "EU-27", "EU-28", "EU27", "EU28", "Euro Area", "Sub-Saharan Africa", "North Africa", "Southeast Asia", "South East Asia", "NATO", "OECD", "OPEC",
	"Antarctica", "Palestine", "West Bank and Gaza", "Hong Kong", "Macau", "Macao", "Northern Cyprus", "Somaliland", "Abkhazia", "South Ossetia", "Transnistria",
	"African Union", "OSCE", "CIS", "Baltic States", "Eurasia", "Asia Pacific", "Asia and Oceania", "Arab World", "Persian Gulf", "Australia & New Zealand",
	"Central and South America", "Central Europe and the Baltics", "South Asia", "East Asia & Pacific", "Europe & Central Asia", "Latin America & Caribbean",
	"Middle East & North Africa", "Middle East, North Africa, Afghanistan & Pakistan", "Africa Eastern and Southern", "Africa Western and Central",
	"South Eastern Asia", "Land Locked Developing Countries", "Least Developed Countries", "Low Income Food Deficit Countries", "Net Food Importing Developing Countries",
	"Small island developing States", "Small states", "Other small states", "Caribbean small states", "Pacific island small states", "OECD members", "Non-OECD",
	"Fragile and conflict affected situations", "Heavily indebted poor countries (HIPC)", "IBRD only", "IDA & IBRD total", "IDA blend", "IDA only", "IDA total",
	"Early-demographic dividend", "Late-demographic dividend", "Pre-demographic dividend", "Post-demographic dividend", "Low & middle income",
	"Europe, Western", "Asia, Central", "NATO members", "Regional Security System", "European Union (27)", "Least developed countries: UN classification",
	"Unknown supplier(s)", "Unknown recipient(s)", "Unknown", "Undefined", "Afloat", "State of Palestine", "China, Hong Kong SAR", "Macao SAR, China", "Netherlands Antilles",
	"Faeroe Islands", "Wake Island", "Johnston Atoll", "Diego Garcia", "Svalbard", "Virgin Islands", "United States Virgin Islands", "Virgin Islands, U.S.", "U.S. Territories", "Puerto Rico (US)",
	"Ascension Island", "BR Indian Ocean Territory", "Gran Colombia", "Great Colombia", "United Provinces of Central America", "Orange Free State", "Transvaal", "Oldenburg", "Brunswick",
	"Nassau", "Hamburg", "Saxe-Weimar-Eisenach", "Trucial States", "Aden", "Biafra", "Katanga", "Belgium-Luxembourg", "Sint Maarten (Dutch part)", "St. Martin (French part)",
	"High income", "Low income", "Middle income", "Lower middle income", "Upper middle income", "Channel Islands", "Western Sahara", "Tibet", "United Nations",
	"Advanced Economies", "Emerging and Developing Asia", "Emerging and Developing Europe", "Emerging Market and Developing Economies", "Middle East and Central Asia",
	"Africa not specified", "Asia not specified", "Europe not specified", "Middle East and Central Asia not specified", "Western Hemisphere not specified",
	"Countries & Areas not specified", "Other Countries n.i.e.", "Special Categories", "EMDEs by Source of Export Earnings: Fuel", "EMDEs by Source of Export Earnings: Nonfuel",
	"Middle East, North Africa, Afghanistan, and Pakistan", "Latin America and the Caribbean", "Holy See", "Vatican City State", "Cura\ufffdao", "Dutch Antilles",
	"Hong Kong Special Administrative Region, People's Republic of China", "Macao Special Administrative Region, People's Republic of China", "Sint Maarten",
	"European External Action Service", "Brussels", "Wallis and Futuna Islands", "U.S. Pacific Islands", "Hawaiian Trade Zone",
}
