// The states that the program knows, by code, asked for once.
import { lang } from '../i18n/lang.svelte';
import { address, ask } from './ask.svelte';

export interface State {
  ccode: number;
  iso: string;
  en: string;
  ko: string;
  lat: number | null;
  lon: number | null;
  great_power: boolean;
  has_outline: boolean;
}

let all = $state.raw<State[]>([]);
let newest = $state(0);
let byCode = $derived(new Map(all.map((s) => [s.ccode, s])));
let byISO = $derived(new Map(all.map((s) => [s.iso, s])));

let asked: Promise<void> | undefined;

// loadStates asks for the states; pages are drawn once they are there.
export function loadStates(): Promise<void> {
  asked ??= ask<{ year: number; states: State[] }>(address('/states')).then(
    ({ data }) => {
      all = data.states;
      newest = data.year;
    },
    (wrong) => {
      asked = undefined;
      throw wrong;
    },
  );
  return asked;
}

export const states = (): State[] => all;
export const newestYear = (): number => newest;
export const stateOf = (code: number): State | undefined => byCode.get(code);
export const stateNamed = (iso: string): State | undefined => byISO.get(iso.toUpperCase());
export const isoOf = (code: number): string => byCode.get(code)?.iso ?? String(code);
export const sorted = (): State[] => [...all].sort((a, b) => nameOf(a.ccode).localeCompare(nameOf(b.ccode), lang()));

// nameOf is a state's name in the language of the page.
export function nameOf(code: number): string {
  const s = byCode.get(code);
  if (!s) return String(code);
  return lang() === 'ko' ? s.ko : s.en;
}
