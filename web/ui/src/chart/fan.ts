export interface FanYear {
  year: number;
  q5: number;
  q25: number;
  q50: number;
  q75: number;
  q95: number;
}

// A FanRow is when the ratio passes 1 by one way of estimating; 0 is never.
export interface FanRow {
  key: string;
  label: string;
  own: boolean;
  q10: number;
  q50: number;
  q90: number;
  never: string;
}
