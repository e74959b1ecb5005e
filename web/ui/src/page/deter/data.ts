// What the deterrence lab asks for, and moves of payoffs as an address has them.

export interface Value {
  value: number;
  low: number;
  high: number;
  trail?: { figures?: { source?: string }[] };
}

export interface Play {
  demand: Value;
  resist: Value;
  attack: Value;
  intervene: Value;
  fight: Value;
  war: Value;
  win_alone: Value;
  win_joined: Value;
}

export const chances = ['demand', 'resist', 'attack', 'intervene', 'fight', 'war', 'win_alone', 'win_joined'] as const;

export interface Branch {
  instrument: string;
  open: number;
  concede_challenger: number;
  concede_target: number;
  back_down_challenger: number;
  back_down_target: number;
  fight_challenger: number[];
  fight_target: number[];
  come: { leader_out: number; leader_in: number }[];
  chosen: number;
  resist: number;
  attack: number;
  some_come: number;
  worth: number;
  a_year: number;
  comes: { p: number; leader_out: number; leader_in: number }[];
}

export interface Game {
  schema?: string;
  lambda: number;
  status_quo: number;
  patrons?: number[];
  odds: number[];
  branches: Branch[];
  start: number;
  value: number;
  fight: number;
  war: number;
  residual: number;
}

export interface Static {
  change: string;
  dispute: number;
  fight: number;
  war: number;
  same_way: number;
}

export interface Crisis {
  challenger: number;
  target: number;
  patron: number;
  patrons?: number[];
  record: Value;
  with: Play;
  without: Play;
  efforts?: { forces: number; attack: number; fight: number; war: number }[];
  statics: Static[];
  residual: number;
  game: Game;
  moved?: Game; // with the payoffs that the address moves
}

// A Move sets one payoff, as in "invasion.fight_target.1=-0.5".
export type Moves = Map<string, number>;

export function movesOf(text: string): Moves {
  const out: Moves = new Map();
  for (const part of text.split(',')) {
    const [name, value] = part.split('=');
    if (name && value && Number.isFinite(Number(value))) out.set(name, Number(value));
  }
  return out;
}

export const textOf = (moves: Moves): string => [...moves].map(([k, v]) => `${k}=${v}`).join(',');

// called is an instrument as moves name it.
export const called = (instrument: string): string => instrument.replaceAll(' ', '-');

const plain = ['open', 'concede_challenger', 'concede_target', 'back_down_challenger', 'back_down_target'] as const;

// payoffsOf lists what can be moved: the payoffs of a branch by name, or those of
// the whole game.
export function payoffsOf(b: Branch): Map<string, number> {
  const at = called(b.instrument);
  const out = new Map<string, number>();
  for (const f of plain) out.set(`${at}.${f}`, b[f]);
  b.fight_challenger.forEach((v, i) => out.set(`${at}.fight_challenger.${i}`, v));
  b.fight_target.forEach((v, i) => out.set(`${at}.fight_target.${i}`, v));
  b.come.forEach((c, i) => {
    if (i === 0) out.set(`${at}.come.0`, c.leader_in);
    else out.set(`${at}.come.${i}.out`, c.leader_out).set(`${at}.come.${i}.in`, c.leader_in);
  });
  return out;
}

// moved is a game with some payoffs set; its choices are those of before.
export function moved(g: Game, moves: Moves): Game {
  const at = (name: string, had: number) => moves.get(name) ?? had;
  return {
    ...g,
    lambda: at('lambda', g.lambda),
    status_quo: at('status_quo', g.status_quo),
    branches: g.branches.map((b) => {
      const i = called(b.instrument);
      const out: Branch = {
        ...b,
        fight_challenger: b.fight_challenger.map((v, k) => at(`${i}.fight_challenger.${k}`, v)),
        fight_target: b.fight_target.map((v, k) => at(`${i}.fight_target.${k}`, v)),
        come: b.come.map((c, k) => {
          if (k === 0) {
            const v = at(`${i}.come.0`, c.leader_in);
            return { leader_out: v, leader_in: v };
          }
          return { leader_out: at(`${i}.come.${k}.out`, c.leader_out), leader_in: at(`${i}.come.${k}.in`, c.leader_in) };
        }),
      };
      for (const f of plain) out[f] = at(`${i}.${f}`, b[f]);
      return out;
    }),
  };
}

// alone is a game in which no patron can come.
export function alone(g: Game): Game {
  return {
    ...g,
    patrons: [],
    odds: g.odds.slice(0, 1),
    branches: g.branches.map((b) => ({ ...b, fight_challenger: b.fight_challenger.slice(0, 1), fight_target: b.fight_target.slice(0, 1), come: [], comes: [] })),
  };
}

export const sourcesOf = (c: Crisis): string[] => [
  ...new Set([c.record, ...chances.map((k) => c.with[k])].flatMap((v) => (v.trail?.figures ?? []).flatMap((f) => (f.source ? f.source.split(/[;|]\s*/) : [])))),
];
