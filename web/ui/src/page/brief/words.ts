import { say } from '../../i18n/words';

const en = {
  title: 'Brief on {state}',
  intro: 'The whole answer as a document to hand over: advice, findings, figures and every source, in English and Korean.',
  futures: 'Futures',
  seed: 'Seed',
  write: 'Write the brief',
  writing: 'Writing: {share} of {futures} futures',
  waiting: 'Waiting, place {place} in the queue',
  finishing: 'Writing the document',
  left: 'about {s} s left',
  cancel: 'Cancel',
  failed: 'The brief was not written: {why}',
  cancelled: 'Cancelled.',
  ready: 'Brief on {state}, {year}',
  language: 'Language of the document',
  download: 'Download',
  command: 'Command',
  earlier: 'Earlier briefs on {state}',
  of: '{year}, {futures} futures, seed {seed}',
};

const ko: Record<keyof typeof en, string> = {
  title: '{state} 보고서',
  intro: '제언과 결과, 그림, 모든 출처를 담아 그대로 건넬 수 있는 문서를 한국어와 영어로 만든다.',
  futures: '미래 수',
  seed: '시드',
  write: '보고서 쓰기',
  writing: '쓰는 중: 미래 {futures}개의 {share}',
  waiting: '대기 중, {place}번째',
  finishing: '문서를 쓰는 중',
  left: '약 {s}초 남음',
  cancel: '취소',
  failed: '보고서를 쓰지 못했다: {why}',
  cancelled: '취소했다.',
  ready: '{state} 보고서, {year}년',
  language: '문서 언어',
  download: '내려받기',
  command: '명령',
  earlier: '앞서 쓴 {state} 보고서',
  of: '{year}년, 미래 {futures}개, 시드 {seed}',
};

export const t = say(en, ko);
