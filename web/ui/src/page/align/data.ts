import type { Number, Trail } from '../structure/data';

export interface Align {
  ccode: number;
  year: number;
  pair: { a: number; b: number };
  powers: {
    power: number;
    ties: { dimension: string; value: number; known: boolean }[];
    treaties?: { s: number; kappa: number; year: number } | null;
    ideal_point_distance?: number;
    trade_over_gdp?: number;
  }[];
  shared: string[];
  between?: {
    lean: Number;
    has_lean: boolean;
    hedge: Number;
    has_hedge: boolean;
    steadiness: number;
    steadiness_years: number;
    ties: { dimension: string; a: number; b: number; known: boolean }[];
  };
  lines: { power: number; dimension: string; points: { year: number; value: number; low: number; high: number }[] }[];
  swing: {
    known: boolean;
    percentile: Number;
    verdict: string;
    own: number;
    pooled: number;
    pooled_low: number;
    pooled_high: number;
    usual: number;
    states: number;
    settings: number;
    field: { ccode: number; pooled: number }[] | null;
    from: number;
    to: number;
  };
  trail: Trail;
}

export interface Nearest {
  states: { ccode: number; apart: number; dimensions: number; like: string[] | null; unlike: string[] | null }[];
  trail: Trail;
}
