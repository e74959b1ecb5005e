// What a reader's browser remembers: the theme and the language, nothing else.

export function keep(key: 'theme' | 'lang', value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing shows the pages all the same.
  }
}

export function kept(key: 'theme' | 'lang'): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
