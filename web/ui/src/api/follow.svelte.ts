// Following a run as it goes.
import { address, ask } from './ask.svelte';
import { over, type Progress, type Run } from './runs';

export interface Followed {
  readonly run: Run | undefined;
  readonly progress: Progress | undefined;
  readonly wrong: Error | undefined;
}

// follow asks for a run whenever the id changes and then listens to its events
// until it is over. What else is to be heard goes to hear by name. Call it while
// a component is made.
export function follow(id: () => string, hear?: (event: string, data: unknown) => void): Followed {
  let run = $state.raw<Run | undefined>();
  let progress = $state.raw<Progress | undefined>();
  let wrong = $state.raw<Error | undefined>();
  $effect(() => {
    const at = id();
    run = progress = wrong = undefined;
    if (!at) return;
    let stream: EventSource | undefined;
    let gone = false;
    const look = async () => {
      try {
        const { data } = await ask<Run>(address(`/runs/${at}`));
        if (gone) return;
        run = data;
        progress = data.progress ?? progress;
        if (over(data.state)) stream?.close();
        else if (!stream) listen();
      } catch (e) {
        if (!gone) wrong = e as Error;
      }
    };
    const listen = () => {
      stream = new EventSource(address(`/runs/${at}/events`));
      stream.addEventListener('progress', (e) => {
        progress = JSON.parse((e as MessageEvent<string>).data);
        if (run?.state === 'waiting') look();
      });
      stream.addEventListener('partial', (e) => hear?.('partial', JSON.parse((e as MessageEvent<string>).data)));
      for (const end of ['done', 'failed', 'cancelled'])
        stream.addEventListener(end, () => {
          stream?.close();
          hear?.(end, undefined);
          look();
        });
    };
    look();
    return () => {
      gone = true;
      stream?.close();
    };
  });
  return {
    get run() {
      return run;
    },
    get progress() {
      return progress;
    },
    get wrong() {
      return wrong;
    },
  };
}
