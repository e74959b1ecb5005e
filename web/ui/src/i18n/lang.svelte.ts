// The language of the page. It is part of the address, so that a link shows
// what its sender saw; where the address has none, the one used last counts.
import { keep } from '../shell/kept';

export type Lang = 'en' | 'ko';

const at = $state<{ lang: Lang }>({ lang: document.documentElement.lang === 'ko' ? 'ko' : 'en' });

export const lang = (): Lang => at.lang;

export function setLang(to: Lang) {
  at.lang = to;
  document.documentElement.lang = to;
  keep('lang', to);
}
