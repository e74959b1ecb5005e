// Numbers as a reader of the language writes them.
import { lang } from './lang.svelte';

const made = new Map<string, Intl.NumberFormat>();

function format(how: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang() + JSON.stringify(how);
  const had = made.get(key);
  if (had) return had;
  const f = new Intl.NumberFormat(lang() === 'ko' ? 'ko-KR' : 'en-GB', how);
  made.set(key, f);
  return f;
}

const shares = new Set(['share', 'share of world', 'share of system', 'probability', 'share of searches', '0..1', '0 to 1']);

const least = 0.001; // smallest share that one decimal of a percent shows

// percent writes a share of 0 to 1.
export function percent(v: number): string {
  if (!Number.isFinite(v)) return '–';
  const size = Math.abs(v);
  const maximumFractionDigits = size >= 0.1 || size === 0 ? 1 : size >= least ? 2 : 4;
  return format({ style: 'percent', maximumFractionDigits }).format(v);
}

// amount writes a number with as many digits as its unit bears.
export function amount(v: number | null | undefined, unit = ''): string {
  if (v === null || v === undefined || !Number.isFinite(v)) return '–';
  if (shares.has(unit)) return percent(v);
  if (Math.abs(v) >= 1e6) return format({ notation: 'compact', maximumSignificantDigits: 3 }).format(v);
  if (Number.isInteger(v)) return format({}).format(v);
  if (Math.abs(v) >= 1000) return format({ maximumFractionDigits: 0 }).format(v);
  return format({ maximumSignificantDigits: 3 }).format(v);
}

// signed writes a number with its sign.
export const signed = (v: number): string =>
  Number.isFinite(v) ? format({ maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(v) : '–';

// range writes low to high, or one number where they agree.
export function range(low: number, high: number, unit = ''): string {
  const a = amount(low, unit), b = amount(high, unit);
  return a === b ? a : `${a} – ${b}`;
}
