// What the page on structure asks for.

export interface Number {
  value: number;
  low: number;
  high: number;
  unit: string;
  trail: Trail;
}

export interface Trail {
  formula?: string;
  figures?: { source: string }[];
}

export interface Trend {
  ccode: number;
  points: { year: number; value: number; low: number; high: number }[];
  sources: string[];
}

interface Poles {
  year: number;
  effective: number;
  concentration: number;
  first_share: number;
  gap_to_third: number;
  label: string;
}

export interface Index {
  index: string;
  unit: string;
  rows: { ccode: number; year: number; value: number; share: number; rank: number }[];
  powers_with_value: number;
  now: Poles;
  then: Poles;
  movement: number;
  ratio_b_to_a: number;
  trail: Trail;
}

export interface Passing {
  q10: number; // 0: not within the horizon
  q50: number;
  q90: number;
  past: number;
  never: number;
}

export interface FanYear {
  year: number;
  q5: number;
  q25: number;
  q50: number;
  q75: number;
  q95: number;
}

export interface Crossing {
  choice: string;
  name: string;
  overtaking: Passing;
  parity: Passing;
  fan?: FanYear[];
}

export interface Fan {
  regime: string;
  history: { year: number; value: number }[] | null;
  fan: FanYear[] | null;
  windows: Crossing[] | null;
}

export interface Transition {
  leader: number;
  riser: number;
  vintage: number;
  horizon: number;
  all: Crossing;
  by: Crossing[];
  fans: Fan[];
  assumed: number;
  within: number;
  widest: string;
  parity_at: number;
  trail: Trail;
}

export interface Base {
  host: number;
  km: number;
  reach: number;
  present: boolean;
}

export interface Reach {
  power: number;
  capability: Number;
  home_km: number;
  from_home: number;
  host?: number;
  base_km?: number;
  from_base?: number;
  projected: number;
  bases: Base[] | null;
  years: { year: number; value: number }[] | null;
}

export interface Contest {
  ccode: number;
  a: Reach;
  b: Reach;
  settings: number;
  b_ahead: number;
  crossed?: number;
  half_distance: number;
  base_share: number;
}

export interface WarList {
  list: string;
  cite: string;
  counts: string;
  cases: number;
  wars: number;
  share: number;
  low: number;
  high: number;
}

export interface Structure {
  year: number;
  pair: { a: number; b: number };
  gdp_trend: Trend[];
  milex_trend: Trend[];
  indexes: Index[] | null;
  transitions: Transition[] | null;
  war_rate: { least: number; most: number; low: number; high: number; lists: WarList[] };
  contest?: Contest | null;
  capability: string;
  powers: number[];
}

// sourcesOf are the sources of the figures in a trail, in their order.
export const sourcesOf = (...trails: (Trail | undefined)[]): string[] => [
  ...new Set(trails.flatMap((t) => (t?.figures ?? []).map((f) => f.source))),
];
