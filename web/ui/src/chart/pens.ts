// How each power is drawn on a page: a colour told apart without colour vision
// and a dash that tells it apart in grey, the same as in a brief.

export interface Pen {
  name: string; // class that sets the colours
  dash: string;
}

const own: Pen = { name: 'pen-own', dash: '' };
const a: Pen = { name: 'pen-a', dash: '' };
const b: Pen = { name: 'pen-b', dash: '7 3' };
const rest: Pen[] = [
  { name: 'pen-r0', dash: '2 3' },
  { name: 'pen-r1', dash: '9 3 2 3' },
  { name: 'pen-r2', dash: '5 2 1 2 1 2' },
  { name: 'pen-r3', dash: '1 2' },
];
export const noPen: Pen = { name: 'pen-none', dash: '' };

// pens gives every state its pen: the state looked at, the pair that presses
// it, then the others in their order.
export function pens(state: number, pair: { a: number; b: number }, others: number[]): Map<number, Pen> {
  const all = new Map<number, Pen>([[state, own]]);
  if (!all.has(pair.a)) all.set(pair.a, a);
  if (!all.has(pair.b)) all.set(pair.b, b);
  let next = 0;
  for (const c of others) {
    if (all.has(c)) continue;
    const pen = rest[next % rest.length] as Pen;
    // A colour that comes round again is drawn without a gap.
    all.set(c, next < rest.length ? pen : { name: pen.name, dash: '' });
    next++;
  }
  return all;
}
