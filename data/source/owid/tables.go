package owid

import (
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	datasets = "https://github.com/owid/owid-datasets"
	energy   = "https://github.com/owid/energy-data"
	weapons  = "https://ourworldindata.org/nuclear-weapons"
)

// All lists the datasets, in order of key.
func All() []source.Dataset {
	var out []source.Dataset
	for _, t := range []table{
		cereals(), conflicts(), energyImports(), energyMix(), food(), fossil(), milex(), milexGDP(),
		tests(), primary(), proliferation(), warheads(),
	} {
		out = append(out, t.dataset())
	}
	return out
}

func cereals() table {
	const thousand = "thousand tons"
	return table{
		key: "owid-cereals", title: "Cereal allocation to food, feed and fuel", from: "FAO", cite: "owidcereals", url: datasets, edition: "2020", first: 1961, last: 2017, states: 171,
		note: "amounts are thousands of tons although the columns say tonnes; the method changes in 2014",
		file: "Cereal allocation to food, feed, fuel (OWID based on FAO).csv", rows: 11028, hash: "a9f89684ea6bf90c8c1bb23e2d73f2d3d3f596cad1bf2d2612057d7049b54b0d",
		about: "Cereal allocation to food, feed, fuel (OWID based on FAO)", aboutRows: 8, aboutHash: "212459ddcc603bd781391d5f8ee560b650409a353d6c917e1448b80e31572b5b",
		entity: "Entity",
		columns: []source.Column{
			amount("Cereals allocated to food (tonnes) (FAO, 2020)", thousand),
			amount("Cereals allocated to animal feed (tonnes) (FAO, 2020)", thousand),
			amount("Cereals allocated to other uses (tonnes) (FAO, 2020)", thousand),
			amount("Share of cereals allocated to food (FAO, 2020)", "%"),
			amount("Share of cereals allocated to animal feed (FAO, 2020)", "%"),
			amount("Share of cereals allocated to other uses (FAO, 2020)", "%"),
		},
		series: []series{
			{"Share of cereals allocated to food (FAO, 2020)", "cereals_food_share", "% of cereals", prov.Outturn},
			{"Share of cereals allocated to animal feed (FAO, 2020)", "cereals_feed_share", "% of cereals", prov.Outturn},
		},
	}
}

func energyImports() table {
	return table{
		key: "owid-energy-imports", title: "Energy imports, net", from: "World Bank", cite: "owidenergyimports", url: datasets, edition: "2017-05", first: 1960, last: 2014, states: 139,
		note: "exporters have a negative share; the World Bank's own extract has the same series by code",
		file: "Energy imports (% energy use) - World Bank (2014).csv", rows: 6486, hash: "b1816b596178cda722b8bd77ac3e0a652dd905592ef4c258f4a06a128a6e8fd9",
		about: "Energy imports (% energy use) - World Bank (2014)", aboutRows: 3, aboutHash: "01b0623759a739ba191bf6d5fd971b60196e178b0029ecd235a7a60b4bf71517",
		entity: "Entity", columns: []source.Column{amount("Energy imports (World Bank (2014))", "% of energy use")},
		series: []series{{"Energy imports (World Bank (2014))", "energy_imports", "% of energy use", prov.Outturn}},
	}
}

func energyMix() table {
	const share = "% of primary energy"
	return table{
		key: "owid-energy-mix", title: "Energy mix from BP", from: "BP", cite: "owidenergymix", url: datasets, edition: "2022-03", first: 1965, last: 2020, states: 78,
		note: "shares by substitution count a unit of electricity as the fuel it would have taken; growth rates from near 0 mean nothing",
		file: "Energy mix from BP (2021).csv", rows: 4871, hash: "7b092269cf977b82ff8f26d2fd0dcbb7ddb24dacbf34c1413232ab24574c843e",
		about: "Energy mix from BP (2021)", aboutRows: 74, aboutHash: "4b034d1a60d1b6ee5f0af7b4b2e50538c25714769c72acd82b09a9c8849cbc1b",
		entity: "Entity",
		columns: []source.Column{
			amount("Primary energy (TWh)", "TWh"), amount("Primary energy – direct (TWh)", "TWh"),
			amount("Coal (% sub energy)", share), amount("Oil (% sub energy)", share),
			amount("Gas (% sub energy)", share), amount("Nuclear (% sub energy)", share),
		},
		series: []series{
			{"Coal (% sub energy)", "coal_share", share, prov.Outturn},
			{"Oil (% sub energy)", "oil_share", share, prov.Outturn},
			{"Gas (% sub energy)", "gas_share", share, prov.Outturn},
			{"Nuclear (% sub energy)", "nuclear_energy_share", share, prov.Outturn},
		},
	}
}

func food() table {
	const calories = "kcal per person per day"
	return table{
		key: "owid-food", title: "Food supply", from: "FAO", cite: "owidfood", url: datasets, edition: "2020", first: 1961, last: 2017, states: 171,
		note: "supply before what is wasted in shops and at home; the method changes in 2014",
		file: "Food supply (FAO, 2020).csv", rows: 11028, hash: "e5bf24c869dc55dc583b4a7a58f8f947951e09927d5807cdbbcc5544be21a760",
		about: "Food supply (FAO, 2020)", aboutRows: 18, aboutHash: "22d2fb2b7c14084f7d0735a21967f076c64743407b791feea5bcf432671ae20f",
		entity: "Entity",
		columns: []source.Column{
			amount("Food supply (kcal/capita/day) - Grand Total", calories),
			amount("Fat supply quantity (g/capita/day) - Grand Total", "g per person per day"),
			amount("Protein supply quantity (g/capita/day) - Grand Total", "g per person per day"),
		},
		series: []series{{"Food supply (kcal/capita/day) - Grand Total", "food_supply", calories, prov.Outturn}},
	}
}

func milex() table {
	const dollars = "US$ 2019"
	return table{
		key: "owid-milex", title: "SIPRI Military Expenditure, tidied", from: "SIPRI", cite: "owidsipri", url: datasets, edition: "2022-02", first: 1949, last: 2020, states: 168,
		note: "dollars are of 2019, those of the 2023 edition are of 2021; regions and the world stand among the states",
		file: "SIPRI Military Expenditure Database.csv", rows: 8496, hash: "0d3ced1a5ea28e3b84a7e1967ed42da1ea803b8c8336de47d8e623527624adbf",
		about: "SIPRI Military Expenditure Database", aboutRows: 5, aboutHash: "96753a3d1ba1e09fce8f276c092498672634e7be6f1d4f54e855b0afc63a947f",
		entity: "Entity",
		columns: []source.Column{
			amount("military_expenditure", dollars),
			amount("military_expenditure_share_gdp", "% of GDP"),
			amount("military_expenditure_per_capita", dollars+" per person"),
		},
		series: []series{
			{"military_expenditure", "milex_constant_2019", dollars, prov.Outturn},
			{"military_expenditure_share_gdp", "milex_gdp", "% of GDP", prov.Outturn},
		},
	}
}

func milexGDP() table {
	const column = "Military expenditure as a share of GDP (OWID calculated based on NMC, COW & SIPRI (2017))"
	return table{
		key: "owid-milex-gdp", title: "Military expenditure as a share of GDP in the long run", from: "Correlates of War; SIPRI", cite: "owidmilexgdp",
		url: datasets, edition: "2018-04", first: 1827, last: 2016, states: 196,
		note: "worked out by Our World in Data from older expenditure, exchange rates and output, and SIPRI's own shares from 2013; some shares are above 100",
		file: "Military expenditure as a share of GDP - OWID based on COW & SIPRI (2017).csv", rows: 11554, hash: "0a5f8ed6d7f9e0ef50e1de2a74b4e5792d2caf19497d44288c21b763778a1194",
		about: "Military expenditure as a share of GDP - OWID based on COW & SIPRI (2017)", aboutRows: 3, aboutHash: "75c2fc6c02dd6e4d5cdf0d24fd9b204b1611a4e4ef7f32786b3243bf09ac217c",
		entity: "Entity", columns: []source.Column{amount(column, "% of GDP")},
		series: []series{{column, "milex_gdp_long", "% of GDP", prov.Estimate}},
	}
}

func proliferation() table {
	const status = "0 to 3"
	return table{
		key: "owid-proliferation", title: "Nuclear weapons proliferation", from: "Bleek; Nuclear Threat Initiative", cite: "bleek2017", url: weapons, edition: "2022", first: 1938, last: 2022, states: 199,
		note: "status 0 to 3: not considering, considering, pursuing, possessing; Belarus, Kazakhstan and Ukraine are not coded as possessing what the Soviet Union left",
		file: "Nuclear weapons proliferation – OWID based on Bleek (2017), Nuclear Threat Initiative (2022).csv", rows: 16848,
		hash:  "8b0dd308369cc00385262a10e23dd67c6dbc440ae4ee2c81f1e3f106d3f5aac2",
		about: "Nuclear weapons proliferation – OWID based on Bleek (2017), Nuclear Threat Initiative (2022)", aboutRows: 6,
		aboutHash: "70d0b57bc7fd2ca33df2172df31d298a4bdac9103f105d42ca7a508608fe0182",
		entity:    "Entity",
		columns: []source.Column{
			amount("nuclear_weapons_status", status), amount("nuclear_weapons_consideration", "0 or 1"),
			amount("nuclear_weapons_pursuit", "0 or 1"), amount("nuclear_weapons_possession", "0 or 1"),
		},
		series: []series{{"nuclear_weapons_status", "nuclear_status", status, prov.Estimate}},
	}
}

func conflicts() table {
	return table{
		key: "owid-conflicts", title: "UCDP/PRIO Armed Conflict Dataset 17.2, counted by type", from: "UCDP", cite: "owiducdp", url: datasets, edition: "17.2", first: 1946, last: 2016,
		note: "the entities are types of conflict and no states, so no panel is given anything",
		file: "UCDP!PRIO Armed Conflict Dataset version 17.2 (direct form UCDP).csv", rows: 497, hash: "454a17b89ef0de0c24fb37918fbd85f1159694c8d0eb953e743177e47994c4fa",
		about: "UCDP/PRIO Armed Conflict Dataset version 17.2 (direct form UCDP)", aboutRows: 3, aboutHash: "b4a842c4f53b6320902350e95da382a07f948ae373db287dad23d2e86c47d91d",
		entity: "Entity", plain: true, columns: []source.Column{amount("Number of conflicts and incidences of one-sided violence", "conflicts")},
	}
}

func warheads() table {
	return table{
		key: "owid-warheads", title: "Nuclear warhead stockpiles", from: "Federation of American Scientists", cite: "fas2022nuclear", url: weapons, edition: "2022", first: 1945, last: 2022, states: 10,
		note: "estimates of deployed and reserve warheads; retired ones are left out; names may be in Russian, so the code is read",
		file: "nuclear-warhead-stockpiles.csv", rows: 780, hash: "94cef4089cf83efa2c664e2e6e32465fbafd9e4f1ce13d1c8dbaab25f67b0596",
		entity: "Entity", code: "Code", columns: []source.Column{amount("nuclear_weapons_stockpile", "warheads")},
		series: []series{{"nuclear_weapons_stockpile", "warheads", "warheads", prov.Estimate}},
	}
}

func tests() table {
	return table{
		key: "owid-nuclear-tests", title: "Nuclear weapons tests", from: "Arms Control Association", cite: "owidtests", url: weapons, edition: "2020", first: 1945, last: 2019, states: 8,
		file: "number-of-nuclear-weapons-tests.csv", rows: 600, hash: "67f0ee75b6fc14e77df36d066694b6a4c2ebddabd598beb68b917c901dbca5a5",
		entity: "Entity", code: "Code", columns: []source.Column{amount("nuclear_weapons_tests", "tests")},
		series: []series{{"nuclear_weapons_tests", "nuclear_tests", "tests", prov.Outturn}},
	}
}

func fossil() table {
	const coal, gas, oil = "Coal production (TWh)", "Gas production (TWh)", "Oil production (TWh)"
	return table{
		key: "owid-fossil", title: "Fossil fuel production", from: "BP; The Shift Data Portal", cite: "owidfossil", url: energy, edition: "2022-03", first: 1900, last: 2020, states: 188,
		note: "changes in per cent from near 0 mean nothing (up to 9e17); names of states that are no more stand beside their successors",
		file: "Fossil fuel production BP & Shift (2022).csv", rows: 16746, hash: "810f9990ecb935570c7040e7d2bf0cefdf399cf3145114434d2349d5b3390226",
		entity: "Country", columns: []source.Column{amount(coal, "TWh"), amount(gas, "TWh"), amount(oil, "TWh")},
		series: []series{
			{coal, "coal_production_twh", "TWh", prov.Outturn}, {gas, "gas_production_twh", "TWh", prov.Outturn},
			{oil, "oil_production_twh", "TWh", prov.Outturn},
		},
	}
}

func primary() table {
	const total, each = "Primary energy consumption (TWh)", "Energy per capita (kWh)"
	return table{
		key: "owid-primary-energy", title: "Primary energy consumption", from: "BP; EIA", cite: "owidprimary", url: energy, edition: "2022-03", first: 1965, last: 2020, states: 192,
		note: "by substitution where from BP",
		file: "Primary energy consumption BP & EIA (2022).csv", rows: 10376, hash: "ccda1d91103bd447b8012260232d41e6c3aa2c3461f7d1277325a7ded5ab9187",
		entity: "Country", columns: []source.Column{amount(total, "TWh"), amount(each, "kWh per person")},
		series: []series{{total, "primary_energy", "TWh", prov.Outturn}, {each, "primary_energy_per_person", "kWh per person", prov.Outturn}},
	}
}
