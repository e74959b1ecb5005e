// Six shades from little to much, with as many states in each.

export const shadesN = 6;

// breaks are the values at which the next shade begins: quantiles, since the
// sizes of states run over powers of ten.
export function breaks(values: number[]): number[] {
  const s = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!s.length) return [];
  const cuts: number[] = [];
  for (let i = 1; i < shadesN; i++) cuts.push(s[Math.min(s.length - 1, Math.floor((i * s.length) / shadesN))]!);
  return [...new Set(cuts)].filter((c) => c > s[0]!);
}

// shadeOf is the class of the shade of a value. Few breaks use the ends of the
// scale first, so that a yes and a no stand well apart.
export function shadeOf(v: number | undefined, cuts: number[]): string {
  if (v === undefined || !Number.isFinite(v)) return '';
  const step = cuts.filter((c) => v >= c).length;
  return `q${cuts.length ? Math.round((step * (shadesN - 1)) / cuts.length) : 2}`;
}
