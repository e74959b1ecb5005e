// Names of the sources of figures, asked for once and only where a picture
// shows some.
import { address, ask } from './ask.svelte';

export interface Source {
  key: string;
  publisher: string;
  title: string;
  edition: string;
  url?: string;
  licence: string;
  note?: string;
}

export interface Dataset {
  name: string;
  version: string;
  title: string;
  publisher: string;
  licence: string;
  url: string;
  first: number;
  last: number;
  verified: boolean;
}

export interface DataReply {
  datasets: Dataset[];
  sources: Source[];
  first: number;
  last: number;
}

let names = $state.raw(new Map<string, string>());
let asked = false;

// sourceName is publisher and edition of a source; its key until they are there.
export function sourceName(key: string): string {
  if (!asked) {
    asked = true;
    ask<DataReply>(address('/data')).then(
      ({ data }) => (names = new Map(data.sources.map((s) => [s.key, `${s.publisher}, ${s.edition}`]))),
      () => (asked = false),
    );
  }
  return names.get(key) ?? key;
}
