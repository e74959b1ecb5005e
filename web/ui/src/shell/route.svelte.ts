// Where the reader is: path and query of the address, kept by the history of
// the browser. Everything that a page shows follows from it.
import { lang, setLang } from '../i18n/lang.svelte';

export type Query = Record<string, string | number | undefined | null>;

const at = $state<{ path: string; search: string }>({ path: location.pathname, search: location.search });

export const path = (): string => at.path;
export const query = (name: string): string => new URLSearchParams(at.search).get(name) ?? '';

// href is the address of a page; facts that are empty are left out.
export function href(to: string, facts: Query = {}): string {
  const q = new URLSearchParams();
  for (const [k, v] of Object.entries(facts)) if (v !== undefined && v !== null && v !== '') q.set(k, String(v));
  if (!q.has('lang')) q.set('lang', lang());
  return `${to}?${q}`;
}

// go moves to an address of this program; replace leaves no step to go back to.
export function go(to: string, replace = false) {
  if (to === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  const moved = at.path !== location.pathname;
  read();
  if (moved) scrollTo(0, 0);
}

// set changes some facts of the address and keeps the others.
export function set(facts: Query, replace = false) {
  const all: Query = Object.fromEntries(new URLSearchParams(at.search));
  go(href(at.path, { ...all, ...facts }), replace);
}

function read() {
  at.path = location.pathname;
  at.search = location.search;
  const asked = query('lang');
  if ((asked === 'en' || asked === 'ko') && asked !== lang()) setLang(asked);
}

// start follows the browser's buttons and turns links into moves without a
// reload; it also writes the language into the address.
export function start(): () => void {
  setLang(lang());
  if (query('lang') !== lang()) set({}, true);
  const follow = (e: MouseEvent) => {
    if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    const a = (e.target as Element | null)?.closest?.('a');
    if (!a || a.target || a.hasAttribute('download') || a.origin !== location.origin || a.hash) return;
    if (!isPage(a.pathname)) return;
    e.preventDefault();
    go(a.pathname + a.search);
  };
  addEventListener('popstate', read);
  document.addEventListener('click', follow);
  return () => {
    removeEventListener('popstate', read);
    document.removeEventListener('click', follow);
  };
}

const isPage = (p: string) => !p.startsWith('/api/') && p !== '/openapi.json' && p !== '/docs' && !p.startsWith('/docs/');
