// The pages, in the order of the navigation. To add one: a folder under page/
// with its component and its words, and a line here.
import type { Component } from 'svelte';
import type { Lang } from './i18n/lang.svelte';

// Facts of the address, such as the state in /structure/KOR.
export type Of = Record<string, string>;

export interface Page {
  id: string;
  path: string; // ":state" and the like are facts, and "?" follows one that may be absent
  name: (lang: Lang) => string;
  load: () => Promise<{ default: Component<{ of: Of }> | Component }>;
}

const named = (en: string, ko: string) => (lang: Lang) => (lang === 'ko' ? ko : en);

export const pages: Page[] = [
  { id: 'map', path: '/', name: named('Map', '지도'), load: () => import('./page/map/Map.svelte') },
  { id: 'structure', path: '/structure/:state?', name: named('Structure', '구조'), load: () => import('./page/structure/Structure.svelte') },
  { id: 'align', path: '/align/:state?', name: named('Alignment', '정렬'), load: () => import('./page/align/Align.svelte') },
  { id: 'compare', path: '/compare/:state?/:other?', name: named('Comparison', '비교'), load: () => import('./page/compare/Compare.svelte') },
  { id: 'claims', path: '/claims/:id?', name: named('Claims', '주장'), load: () => import('./page/claims/Claims.svelte') },
  { id: 'data', path: '/data', name: named('Data', '자료'), load: () => import('./page/data/Data.svelte') },
  { id: 'runs', path: '/runs', name: named('Runs', '실행'), load: () => import('./page/runs/Runs.svelte') },
  { id: 'brief', path: '/brief/:state?', name: named('Brief', '보고서'), load: () => import('./page/brief/Brief.svelte') },
];

// find is the page at a path and the facts in it.
export function find(path: string): { page: Page; of: Of } | undefined {
  const at = parts(path);
  for (const page of pages) {
    const of = match(parts(page.path), at);
    if (of) return { page, of };
  }
  return undefined;
}

// front is the part of a page's path that is always there.
export const front = (p: Page): string => '/' + parts(p.path).filter((x) => !x.startsWith(':')).join('/');

const parts = (path: string): string[] => path.split('/').filter(Boolean);

function match(pattern: string[], at: string[]): Of | undefined {
  if (at.length > pattern.length) return undefined;
  const of: Of = {};
  for (const [i, p] of pattern.entries()) {
    const have = at[i];
    if (!p.startsWith(':')) {
      if (p !== have) return undefined;
    } else if (have !== undefined) {
      of[p.replace(/[:?]/g, '')] = decodeURIComponent(have);
    } else if (!p.endsWith('?')) {
      return undefined;
    }
  }
  return of;
}
