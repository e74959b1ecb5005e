// Light or dark: as the system has it, unless the reader chose.
import { keep, kept } from './kept';

export type Theme = 'system' | 'light' | 'dark';

const first = kept('theme');
const at = $state<{ theme: Theme }>({ theme: first === 'light' || first === 'dark' ? first : 'system' });

export const theme = (): Theme => at.theme;

export function setTheme(to: Theme) {
  at.theme = to;
  keep('theme', to === 'system' ? null : to);
  if (to === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = to;
}
