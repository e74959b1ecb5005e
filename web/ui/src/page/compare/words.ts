import { say } from '../../i18n/words';

const en = {
  title: '{state} beside {other}, {year}',
  pick: '{state} beside another state',
  intro: 'Two states by twenty dimensions in seven themes. Ties and trade are with {a} and {b}.',
  introBare: 'Two states by twenty dimensions in seven themes.',
  other: 'Beside',
  choose: 'Choose a state to set beside it; those most like it are in its page on alignment.',
  nobody: '(choose)',
  found: '{state} and {other} are {apart} spreads apart; {closer} of {among} other states are closer to {state}',
  note: 'To the right, {state} has more. Scale: spreads of states about their median (1.4826 times the median absolute deviation); sizes are compared as ratios. Bars are cut at {cut}.',
  chart: 'Difference by dimension in spreads of states; the table has the figures.',
  dimension: 'Dimension',
  theme: 'Theme',
  verdict: 'Verdict on {state}',
  gap: 'Spreads apart',
  unit: 'Unit',
  unknown: 'no data',
};

const ko: Record<keyof typeof en, string> = {
  title: '{state:과/와} {other}, {year}년',
  pick: '{state:과/와} 다른 나라',
  intro: '일곱 주제 스무 항목으로 두 나라를 견준다. 관계와 교역은 {a}·{b:과/와}의 것이다.',
  introBare: '일곱 주제 스무 항목으로 두 나라를 견준다.',
  other: '비교 대상',
  choose: '견줄 나라를 고른다. 가장 비슷한 나라는 정렬 쪽에 있다.',
  nobody: '(선택)',
  found: '{state:과/와} {other}의 차이는 {apart} 퍼짐이고, 다른 {among}개국 가운데 {closer}개국이 {state}에 더 가깝다',
  note: '오른쪽일수록 {state:이/가} 더 많다. 척도는 국가 간 퍼짐(중앙값 절대편차의 1.4826배)이며 규모는 비율로 비교. 막대는 {cut}에서 자름.',
  chart: '항목별 차이(국가 간 퍼짐). 수치는 표에 있다.',
  dimension: '항목',
  theme: '주제',
  verdict: '판정({state})',
  gap: '차이(퍼짐)',
  unit: '단위',
  unknown: '자료 없음',
};

export const t = say(en, ko);
