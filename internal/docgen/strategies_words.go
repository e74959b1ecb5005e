package docgen

var courseEnglish = course{
	title: "Strategies",
	intro: "What a government can choose: where it sets its levers, and the rule by which it moves them. The named strategies hold for any state between two powers, A, the less hostile of the two, and B. " +
		"A lever that a strategy does not name stays as it is today. What levers do is a structural assumption of the simulation, not an estimate. " +
		"Written by `make docs` from [named.yaml](../../strategy/named.yaml), whose comments give the reason for each setting; the same word is the same number in all.",
	leverHead: "Levers", seenHead: "What rules can watch", fileHead: "Files",
	leverCols:   []string{"Name", "Label", "Unit", "Range", "Most in a year", "Today", "Meaning"},
	seenCols:    []string{"Name", "Label", "Unit", "Range"},
	keyCols:     []string{"Key", "Meaning"},
	settingCols: []string{"Lever", "Set to"},
	named:       "A file may name the step: %s.", figures: "from figures", to: " to ", today: "today",
	nothing: "Sets no lever.", from: "From year %d:",
	drift: "**Drifts:** every change of government moves its levers in full.",
	kinds: [4]string{
		"**No rule.**",
		"**Reactive rule**, acting on what was seen the year before:",
		"**Anticipatory rule**, acting on where the trend of recent years leads:",
		"**Inertial rule**, acting once the condition has held for years:",
	},
	above: "while %s is above %s: %s", below: "while %s is below %s: %s",
	files: "`shatterbelt strategies` prints the named strategies as a file to start from; `--strategies` takes a changed copy. Whatever is wrong with it is reported by line and column. " +
		"How far rules look back, ahead and wait are [parameters](parameters.md): `rule_window`, `rule_lead` and `rule_patience`. A clause moves levers from the strategy's own aim, only while it holds, and within the most a lever moves in a year.",
	keys: [][2]string{
		{"name", "lower-case letters and digits joined by hyphens"},
		{"title", "`en` and `ko`; {A} and {B} stand for the powers"},
		{"argument", "optional: `en` and `ko`, whose case it is and how it goes, up to 2,000 characters; keys of works in square brackets"},
		{"drift", "optional: `true` where every change of government moves the levers in full; `false` if left out"},
		{"levers", "optional: a lever to a number, to the name of a step, to `today`, `{plus: amount}` or `{times: factor}` of today's value"},
		{"targets", "optional: later aims in order, each with `year`, from 1 to 25, and `set`"},
		{"rule", "optional: `kind`, one of `none`, `reactive`, `anticipatory`, `inertial`, and `clauses`, each with `when` (`observe`, and `above` or `below`) and `then`"},
	},
	pick: func(en, _ string) string { return en },
}

var courseKorean = course{
	title: "전략",
	intro: "정부가 선택할 수 있는 것: 정책 수단을 어디에 두고 어떤 규칙으로 움직이는가. 기본 전략은 두 강대국 A(둘 중 덜 적대적인 쪽)와 B 사이의 어느 나라에나 적용됨. " +
		"전략이 지정하지 않은 수단은 현재 수준을 유지함. 수단의 효과는 추정치가 아니라 시뮬레이션의 구조적 가정임. " +
		"`make docs`로 [named.yaml](../../strategy/named.yaml)에서 생성하며, 설정별 이유는 그 파일의 영어 주석에 있음. 같은 말은 모든 전략에서 같은 수치임.",
	leverHead: "정책 수단", seenHead: "규칙이 관찰하는 것", fileHead: "파일",
	leverCols:   []string{"이름", "뜻", "단위", "범위", "연간 최대 변화", "현재", "설명"},
	seenCols:    []string{"이름", "뜻", "단위", "범위"},
	keyCols:     []string{"키", "설명"},
	settingCols: []string{"수단", "설정"},
	named:       "파일에서 단계 이름 사용 가능: %s.", figures: "자료에 따름", to: " ~ ", today: "현재 수준",
	nothing: "설정하는 수단 없음.", from: "%d년 차부터:",
	drift: "**표류:** 정권이 바뀔 때마다 수단이 전폭으로 움직임.",
	kinds: [4]string{
		"**규칙 없음.**",
		"**반응형 규칙**(전년에 관찰한 것에 따라 행동):",
		"**예측형 규칙**(최근 추세가 향하는 곳에 따라 행동):",
		"**관성형 규칙**(조건이 여러 해 지속된 뒤 행동):",
	},
	above: "%s > %s인 동안: %s", below: "%s < %s인 동안: %s",
	files: "`shatterbelt strategies`는 기본 전략을 파일로 출력하고, `--strategies`는 고친 파일을 받음. 잘못된 곳은 줄과 칸으로 알려 줌. " +
		"규칙이 돌아보고 내다보고 기다리는 기간은 [매개변수](parameters.ko.md) `rule_window`, `rule_lead`, `rule_patience`임. 조항은 성립하는 동안만 전략의 목표에서 수단을 움직이며, 연간 최대 변화를 넘지 않음.",
	keys: [][2]string{
		{"name", "소문자와 숫자를 하이픈으로 이은 이름"},
		{"title", "`en`과 `ko`. {A}와 {B}는 두 강대국 이름"},
		{"argument", "선택: `en`과 `ko`. 누구의 주장이며 어떤 논리인지, 2,000자까지. 대괄호 안은 문헌 키"},
		{"drift", "선택: 정권이 바뀔 때마다 수단이 전폭으로 움직이면 `true`. 생략하면 `false`"},
		{"levers", "선택: 수단별로 숫자, 단계 이름, `today`, 현재값 기준 `{plus: 변화량}` 또는 `{times: 배수}`"},
		{"targets", "선택: 이후의 목표를 순서대로. 각각 `year`(1~25)와 `set`"},
		{"rule", "선택: `kind`(`none`, `reactive`, `anticipatory`, `inertial`)와 `clauses`. 조항마다 `when`(`observe`와 `above` 또는 `below`)과 `then`"},
	},
	pick: func(_, ko string) string { return ko },
}
