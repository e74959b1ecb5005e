// Where the forks of the game stand in the picture.
import type { Branch, Game } from './data';

// A Fork is one choice that can be made: who makes it, how likely it is where it
// can be made, and how likely at the defaults.
export interface Fork {
  key: string;
  depth: number;
  row: number; // in units of a line
  parent?: Fork;
  actor: string;
  name: string;
  p: number;
  before: number;
  pays?: [number, number]; // worth of an end to the challenger and the target
  instrument?: string; // that a click follows
  followed?: boolean;
}

export interface Says {
  begins: string;
  beginsNot: string;
  concedes: string;
  resists: string;
  backs: string;
  carries: string;
  comes: string;
  stays: string;
  instrument: (key: string) => string;
}

// forks lists the tree from its root: the choice of instrument in full, and what
// follows on one of them.
export function forks(g: Game, before: Game, follow: string, who: { c: string; t: string; p: string }, s: Says): Fork[] {
  const n = g.branches.length;
  const at = Math.max(0, g.branches.findIndex((b) => b.instrument === follow));
  const b = g.branches[at] as Branch, was = before.branches[at] as Branch;
  const out: Fork[] = [];
  const add = (f: Fork) => (out.push(f), f);
  add({ key: 'none', depth: 0, row: -0.4, actor: who.c, name: s.beginsNot, p: 1 - g.start, before: 1 - before.start, pays: [g.status_quo, NaN] });
  const root = add({ key: 'begin', depth: 0, row: (n - 1) / 2, actor: who.c, name: s.begins, p: g.start, before: before.start });
  let on = root;
  g.branches.forEach((x, i) => {
    const f = add({
      key: `by-${i}`, depth: 1, row: i, parent: root, actor: who.c, name: s.instrument(x.instrument), p: x.chosen,
      before: before.branches[i]?.chosen ?? NaN, instrument: x.instrument, followed: i === at,
    });
    if (i === at) on = f;
  });
  // What follows is kept within the height of the instruments.
  const middle = Math.min(Math.max(at, 1.2), n - 2.2);
  const resist = add({ key: 'resist', depth: 2, row: middle + 0.6, parent: on, actor: who.t, name: s.resists, p: b.resist, before: was.resist });
  add({ key: 'concede', depth: 2, row: middle - 0.9, parent: on, actor: who.t, name: s.concedes, p: 1 - b.resist, before: 1 - was.resist, pays: [b.concede_challenger, b.concede_target] });
  const carry = add({ key: 'carry', depth: 3, row: middle + 1.1, parent: resist, actor: who.c, name: s.carries, p: b.attack, before: was.attack });
  add({ key: 'back', depth: 3, row: middle - 0.4, parent: resist, actor: who.c, name: s.backs, p: 1 - b.attack, before: 1 - was.attack, pays: [b.back_down_challenger, b.back_down_target] });
  if (!b.come.length) {
    carry.pays = [b.fight_challenger[0] ?? NaN, b.fight_target[0] ?? NaN];
    return out;
  }
  const one = b.come.length === 1;
  add({
    key: 'come', depth: 4, row: middle + 1.6, parent: carry, actor: who.p, name: s.comes, p: b.some_come, before: was.some_come,
    pays: one ? [b.fight_challenger[1] ?? NaN, b.fight_target[1] ?? NaN] : undefined,
  });
  add({ key: 'stay', depth: 4, row: middle + 0.1, parent: carry, actor: who.p, name: s.stays, p: 1 - b.some_come, before: 1 - was.some_come, pays: [b.fight_challenger[0] ?? NaN, b.fight_target[0] ?? NaN] });
  return out;
}
