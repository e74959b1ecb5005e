// What the strategy lab asks for.
import type { Lang } from '../../i18n/lang.svelte';

export interface Title {
  en: string;
  ko: string;
}

export interface Lever {
  name: string;
  en: string;
  ko: string;
  unit: string;
  min: number;
  max: number;
  default: number; // where it stands today
  speed: number;
  note_en: string;
  note_ko: string;
  rungs?: { name: string; at: number; en: string; ko: string }[];
}

export interface Course {
  name: string;
  title: Title;
  argument: Title;
  rule: string;
}

export interface Swept {
  name: string;
  en: string;
  ko: string;
  unit: string;
  min: number;
  max: number;
  default: number;
  log: boolean;
  why: string;
  world: boolean;
  options?: string[];
  options_en?: string[];
  options_ko?: string[];
}

export interface Choices {
  ccode: number;
  year: number;
  a: number;
  b: number;
  levers: Lever[];
  strategies: Course[];
  fixable: Swept[];
  sources: string[];
}

export interface Span {
  value: number;
  low: number;
  high: number;
}

export interface Standing {
  name: string;
  title: Title;
  rank: number;
  leading: boolean;
  good_enough: Span;
  regret: Span;
  worst_tenth: Span;
  halved: Span;
  narrowest: string;
  moves: { lever: string; from: number; to: number; years: number }[];
}

export interface Interest {
  name: string;
  en: string;
  ko: string;
  say_en: string;
  say_ko: string;
  unit: string;
  higher_is_better: boolean;
  threshold: number;
}

export interface Robustness {
  id: string;
  futures: number;
  pair: string[];
  strategies: Standing[];
  outcomes: Interest[];
  matrix: Record<'mean' | 'worst_tenth' | 'met' | 'regret', Span>[][];
  criteria: { criterion: string; outcome: string; higher_is_better: boolean; values: { strategy: string; value: number }[]; best: string[] }[];
  settled: { keep_leader: number; keep_leading: number; keep_order: number; held: boolean };
  pareto: string[];
  dominated: { strategy: string; by: string[] }[] | null;
  waivers: { outcome: string; leader: string; share: number; clear: boolean }[];
}

export interface Driver {
  name: string;
  en: string;
  ko: string;
  unit: string;
  min: number;
  max: number;
  spread: number;
  options?: string[] | null;
  options_en?: string[] | null;
  options_ko?: string[] | null;
}

export interface Failing {
  strategy: string;
  share: number;
  density: number;
  boxes: { limits: { driver: Driver; low?: number; high?: number; options?: string[] }[]; futures: number; coverage: number; density: number; mass: number; best: string; best_share: number; own_share: number }[] | null;
  en: string[] | null;
  ko: string[] | null;
}

export interface Turning {
  leader: string;
  outcomes: string[];
  weights: number[];
  flips: { strategy: string; weights: number[]; moved: number }[] | null;
  swings: { outcome: string; low: number; high: number; below?: string; above?: string }[] | null;
}

export interface Flips {
  leader: string;
  flips: { driver: Driver; at: number; low_leader: string; high_leader: string; margin: number; clear: boolean }[];
  drivers: Driver[];
  waivers: { outcome: string; leader: string; share: number; clear: boolean }[];
  weights: Turning;
}

export interface Question {
  more: string;
  than: string;
  share: number;
  en: string;
  ko: string;
  more_en: string;
  more_ko: string;
  than_en: string;
  than_ko: string;
}

export type Answer = 'yes' | 'no' | 'level';

export interface Weights {
  answers: number;
  outcomes: Interest[];
  question?: Question;
  weights: { outcome: string; value: number; low: number; high: number }[];
  leader: string;
  acceptability: { strategy: string; title: Title; first: number }[];
}

export interface Experiments {
  columns: string[];
  rows: (number | string | null)[][];
  total: number;
}

export interface Partial {
  n: number;
  strategies: { strategy: string; good_enough: number; outcomes: { outcome: string; mean: number; worst_tenth: number }[] }[];
}

// An Own is a strategy made of levers that were moved.
export interface Own {
  name: string;
  levers: Record<string, number>;
}

export const most = 5; // strategies side by side

// ownsOf and ownText read and write own strategies as an address has them:
// NAME~LEVER=VALUE~LEVER=VALUE, with semicolons between.
export const ownsOf = (text: string): Own[] =>
  text
    .split(';')
    .filter(Boolean)
    .map((part) => {
      const [name = '', ...rest] = part.split('~');
      const levers: Record<string, number> = {};
      for (const r of rest) {
        const [k = '', v = ''] = r.split('=');
        if (k && Number.isFinite(Number(v))) levers[k] = Number(v);
      }
      return { name, levers };
    });

export const ownText = (owns: Own[]): string => owns.map((o) => [o.name, ...Object.entries(o.levers).map(([k, v]) => `${k}=${v}`)].join('~')).join(';');

// A Fix holds an uncertainty at a number or at an option by name.
export type Fix = Map<string, string>;

export const fixOf = (text: string): Fix => new Map(text.split(';').flatMap((p) => (p.includes('=') ? [[p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)] as const] : [])));
export const fixText = (fix: Fix): string => [...fix].map(([k, v]) => `${k}=${v}`).join(';');

export const inLang = (x: Title, lang: Lang): string => (lang === 'ko' ? x.ko : x.en);
