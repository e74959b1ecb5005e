// Runs that the program keeps: explorations and briefs.

export type RunState = 'waiting' | 'running' | 'unfinished' | 'finished' | 'failed' | 'cancelled';

export interface Progress {
  stage: string;
  done: number;
  total: number;
  rate?: number;
  left_s?: number;
}

export interface Run {
  id: string;
  kind: 'explore' | 'brief';
  state: RunState;
  iso: string;
  ccode: number;
  year: number;
  seed: number;
  futures: number;
  strategies: string[];
  fix: string[];
  command: string;
  problem?: string;
  asked: string;
  began?: string;
  ended?: string;
  place: number;
  progress?: Progress;
}

export const over = (s: RunState): boolean => s === 'finished' || s === 'failed' || s === 'cancelled';
