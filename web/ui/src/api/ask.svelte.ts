import { untrack } from 'svelte';

// Asking the program. Every answer carries the command that reproduces it and
// the address it came from, and every page shows both.

export interface Reply<T> {
  data: T;
  command: string;
  url: string;
}

export interface Flaw {
  location?: string;
  message: string;
}

// A Problem is what the program says when it cannot answer.
export class Problem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly detail: string,
    readonly flaws: Flaw[],
  ) {
    super(title);
  }
}

const base = '/api/v1';
const most = 40; // answers kept, so that stepping back asks nothing again
const answers = new Map<string, Reply<unknown>>();

// address is the address of a question; facts that are empty are left out.
export function address(path: string, facts: Record<string, string | number | undefined> = {}): string {
  const q = new URLSearchParams();
  for (const [k, v] of Object.entries(facts)) if (v !== undefined && v !== '') q.set(k, String(v));
  const tail = q.toString();
  return base + path + (tail ? `?${tail}` : '');
}

// as is the same question with its answer in another form, such as csv.
export function as(url: string, format: string): string {
  const [path, tail] = url.split('?');
  const q = new URLSearchParams(tail);
  q.set('format', format);
  return `${path}?${q}`;
}

export async function ask<T>(url: string, how: RequestInit = {}): Promise<Reply<T>> {
  const plain = !how.method || how.method === 'GET';
  const had = plain && answers.get(url);
  if (had) return had as Reply<T>;
  const r = await fetch(url, { ...how, headers: { Accept: 'application/json', ...how.headers } });
  if (!r.ok) throw await problem(r);
  const data = (r.status === 204 ? null : await r.json()) as T;
  const reply = { data, command: r.headers.get('Shatterbelt-Command') ?? '', url };
  if (plain && !lives(url)) remember(url, reply);
  return reply;
}

export const send = <T>(url: string, body?: unknown) =>
  ask<T>(url, {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });

// lives tells answers that change by themselves.
const lives = (url: string) => url.startsWith(`${base}/runs`) || url.startsWith(`${base}/claims`);

function remember(url: string, reply: Reply<unknown>) {
  answers.set(url, reply);
  if (answers.size > most) answers.delete(answers.keys().next().value as string);
}

async function problem(r: Response): Promise<Problem> {
  try {
    const p = await r.json();
    return new Problem(r.status, p.title ?? r.statusText, p.detail ?? '', p.errors ?? []);
  } catch {
    return new Problem(r.status, r.statusText || `HTTP ${r.status}`, '', []);
  }
}

// A Watched is the newest answer to a question that changes with the page. The
// answer before stays until the next is there, so that nothing jumps.
export interface Watched<T> {
  readonly reply: Reply<T> | undefined;
  readonly wrong: Error | undefined;
  readonly busy: boolean;
  again: () => void; // asks once more
}

// watched asks whenever the address that url returns changes; an empty one asks
// nothing. Call it while a component is made.
export function watched<T>(url: () => string): Watched<T> {
  let now = $state.raw<{ reply?: Reply<T>; wrong?: Error; busy: boolean }>({ busy: true });
  let asked = $state(0);
  $effect(() => {
    void asked;
    const to = url();
    if (!to) {
      now = { busy: false };
      return;
    }
    const stop = new AbortController();
    now = { reply: untrack(() => now.reply), busy: true };
    ask<T>(to, { signal: stop.signal }).then(
      (reply) => {
        if (!stop.signal.aborted) now = { reply, busy: false };
      },
      (wrong) => {
        if (!stop.signal.aborted) now = { wrong, busy: false };
      },
    );
    return () => stop.abort();
  });
  return {
    get reply() {
      return now.reply;
    },
    get wrong() {
      return now.wrong;
    },
    get busy() {
      return now.busy;
    },
    again: () => asked++,
  };
}
