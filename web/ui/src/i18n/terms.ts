// The field's terms that the program's answers use as keys, in words. An
// unknown key is shown as it is.
import { lang } from './lang.svelte';

type Pair = readonly [en: string, ko: string];

const look = (table: Record<string, Pair>) => (key: string) => table[key]?.[lang() === 'ko' ? 1 : 0] ?? key;

export const kindName = look({
  great_power: ['great power', '강대국'],
  middle_power: ['middle power', '중견국'],
  small_state: ['small state', '소국'],
  in_between: ['state in between', '끼인 국가'],
  trading_state: ['trading state', '통상국가'],
  divided_nation: ['divided nation', '분단국가'],
  nuclear_own: ['nuclear state', '핵보유국'],
  nuclear_host: ['host of nuclear weapons', '핵무기 배치국'],
  nuclear_guarantee: ['ally of a nuclear state', '핵보유국의 동맹국'],
  island: ['island state', '섬나라'],
  landlocked: ['landlocked state', '내륙국'],
  front_line_ally: ['front-line ally', '최전선 동맹국'],
  energy_importer: ['energy importer', '에너지 수입국'],
  democracy: ['electoral democracy', '선거민주국가'],
});

export const indexName = look({
  gdp_current: ['output at market rates', '시장환율 GDP'],
  gdp_ppp: ['output at purchasing power', '구매력 GDP'],
  net_resources: ['output times output per head', '순자원'],
  milex_constant: ['military spending', '군사비'],
  milex_stock: ['military capital', '군사자본'],
  cinc: ['composite of six components (CINC)', '종합국력지수(CINC)'],
  composite: ['weighted composite', '가중 종합지수'],
});

export const regimeName = look({
  gdp_current: ['at market rates', '시장환율'],
  gdp_constant: ['at constant prices', '불변가격'],
  gdp_ppp: ['at purchasing power', '구매력'],
});

export const poleName = look({
  unipolar: ['unipolar', '단극'],
  bipolar: ['bipolar', '양극'],
  multipolar: ['multipolar', '다극'],
});

export const tieName = look({
  treaty: ['treaties', '조약'],
  votes: ['UN votes', '유엔 표결'],
  trade: ['trade', '교역'],
  forces: ['forces hosted', '주둔 병력'],
  hostility: ['hostility', '적대'],
  arms_transfers: ['arms delivered', '인도된 무기'],
  visits: ['leaders’ visits', '정상 방문'],
  exercises: ['joint exercises', '연합훈련'],
});

export const themeName = look({
  size: ['size', '규모'],
  arms: ['military effort', '군사력'],
  regime: ['regime', '정치체제'],
  place: ['place between powers', '강대국 사이의 위치'],
  ties: ['ties', '대외 관계'],
  dependence: ['dependence', '의존'],
  conflict: ['conflict', '분쟁'],
});

export const seriesName = look({
  votes: ['UN ideal points', '유엔 이상점'],
  agreement: ['agreement in UN roll calls', '유엔 표결 일치도'],
  trade: ['trade over GDP', 'GDP 대비 교역'],
  arms: ['arms delivered', '무기 인도'],
  visits: ['leaders’ visits', '정상 방문'],
  exercises: ['joint exercises', '연합훈련'],
});

const aspects: Record<string, Pair> = {
  output: ['GDP', 'GDP'],
  population: ['population', '인구'],
  output_per_head: ['GDP per head', '1인당 GDP'],
  spending: ['military spending', '군사비'],
  burden: ['military spending over GDP', 'GDP 대비 군사비'],
  democracy: ['electoral democracy', '선거 민주주의'],
  turnover: ['leaders entering office a year', '연간 지도자 교체'],
  squeeze: ['squeeze', '압착도'],
  tightness: ['tightness', '긴박도'],
  nearest_power: ['distance to the nearest power', '가장 가까운 강대국과의 거리'],
  borders: ['land neighbours', '육상 인접국'],
  lean: ['lean to {a} over {b}', '{a}·{b} 사이의 기울기'],
  votes: ['UN ideal point', '유엔 이상점'],
  allies: ['defence allies', '방위 동맹국'],
  trade_a: ['trade with {a} over GDP', 'GDP 대비 {a} 교역'],
  trade_b: ['trade with {b} over GDP', 'GDP 대비 {b} 교역'],
  energy: ['energy imported', '에너지 순수입'],
  food: ['food in imports', '수입 중 식량'],
  disputes: ['disputes entered a year', '연간 군사 분쟁'],
  rivals: ['rivals', '경쟁국'],
};

// aspectName is a dimension of comparison; some name the two powers.
export const aspectName = (key: string, a: string, b: string) => look(aspects)(key).replace('{a}', a).replace('{b}', b);

export const verdictName = look({
  alike: ['alike', '비슷함'],
  more: ['more', '많음'],
  much_more: ['much more', '훨씬 많음'],
  less: ['less', '적음'],
  much_less: ['much less', '훨씬 적음'],
});
