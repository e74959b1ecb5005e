import type { Trail } from '../structure/data';

export interface Both {
  en: string;
  ko: string;
}

export type Verdict = 'supported' | 'contradicted' | 'mixed' | 'undetermined';
export const verdicts: Verdict[] = ['supported', 'contradicted', 'mixed', 'undetermined'];

export interface Reading {
  setting: Record<string, string>;
  value: number | null;
  low: number | null;
  high: number | null;
  side: number;
}

export interface Part {
  part: string;
  study: string;
  asks: Both;
  unit: string;
  even: number;
  least: number;
  verdict: Verdict;
  value: number | null;
  low: number | null;
  high: number | null;
  why: Both;
  readings: Reading[] | null;
  trail?: Trail;
}

export interface Claim {
  id: string;
  year: number;
  statement: Both;
  section: Both;
  question: Both;
  reverses: Both;
  shown_before: Both;
  waits_for: Both;
  verdict: Verdict | ''; // '' until it is judged
  parts: Part[] | null;
}

export interface Verdicts {
  rules_commit: string;
  computing: boolean;
  done: number;
  total: number;
  claims: Claim[];
}
