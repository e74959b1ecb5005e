// What the map asks for.

export interface Measure {
  name: string;
  en: string;
  ko: string;
  unit: string;
  kind: 'measure' | 'indicator';
  level: 'state' | 'dyad' | 'directed';
  first: number;
  last: number;
}

export interface Row {
  ccode: number;
  iso: string;
  year: number;
  value: number;
  low?: number;
  high?: number;
  unit: string;
  source?: string;
  kind?: string;
}

export interface Zone {
  states: number[];
  peak: number;
  persistence: number;
  level: number;
}

export interface Zones {
  zones: Zone[];
}
