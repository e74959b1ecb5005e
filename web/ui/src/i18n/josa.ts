// Korean particles depend on how the word before them ends: with a final
// consonant, without one, or with ㄹ before 로.

const digitsEnd: Record<string, number> = { '0': 21, '1': 8, '2': 0, '3': 16, '4': 0, '5': 0, '6': 1, '7': 8, '8': 8, '9': 0 };

// josa adds the fitting one of two particles, such as "은/는" or "으로/로".
export function josa(word: string, pair: string): string {
  const [closed, open] = pair.split('/') as [string, string];
  const end = final(word);
  const takesOpen = end === 0 || (end === 8 && open === '로');
  return word + (takesOpen ? open : closed);
}

// final is the number of the final consonant of a word, 0 for none.
function final(word: string): number {
  const last = word.replace(/[)\]%"'\s]+$/, '').slice(-1);
  const code = last.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11172) return code % 28;
  return digitsEnd[last] ?? (/[lmnr]/i.test(last) ? (/[lr]/i.test(last) ? 8 : 4) : 0);
}
