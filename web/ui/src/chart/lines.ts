import type { Pen } from './pens';

export interface Point {
  year: number;
  value: number;
  low?: number;
  high?: number;
}

export interface Line {
  key: string | number;
  name: string;
  short: string; // where there is little room
  pen?: Pen;
  thick?: boolean;
  points: Point[];
}
