import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { type Between, kill } from '#test/helpers/between.ts';
import { cancelled } from '#test/helpers/memory-table.ts';
import { type BotCall, type Instead, throttled } from '#test/helpers/phone.ts';
import type { Chance } from './chance.ts';
import { cut, down, html, internal, onceDone, reset, timedOut } from './outcomes.ts';

/** Everything that goes wrong, in a given share of all calls, and a count of what may rightly show a message twice. */
export type FaultMix = {
  readonly between: Between;
  readonly intercept: (call: BotCall) => Instead | undefined;
  on: boolean;
  /** Faults of each kind so far. */
  readonly counts: Map<string, number>;
  /** Faults after which a message that a person has already seen is not on record: each may show it once more. */
  excuses: number;
};

export function faultMix(chance: Chance, part: number): FaultMix {
  const lostOnce = new Set<string>();

  const mix: FaultMix = {
    on: true,
    counts: new Map(),
    excuses: 0,
    async between(io, act) {
      // What goes wrong at Meta depends on the message: see graph-faults.ts.
      const isMeta = io.kind.startsWith('Whatsapp');
      if (!mix.on || isMeta || io.process === 'test' || !chance.share(part)) return act();
      const fault = chance.of(faultsOf(io.kind));
      count(`${fault} ${io.kind.split(' ')[0]}`);
      const sends = io.kind.startsWith('Telegram send');
      const records = io.process === 'deliver' && io.kind.endsWith('of a row');
      if ((sends && fault === 'kill after') || (records && !fault.endsWith('after'))) mix.excuses += 1;
      if (fault.endsWith('after')) await act();
      switch (fault) {
        case 'kill before':
        case 'kill after':
          return kill();
        case 'fail before':
          throw new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} });
        case 'fail after':
          throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
        case 'conflict':
          throw cancelled([true, false], 'TransactionConflict');
      }
    },
    intercept(call) {
      if (!mix.on || !chance.share(part)) return undefined;
      const key = `${call.method} ${call.body.chat_id} ${withoutBoundary(call.body.text ?? '')}`;
      const answers = lostOnce.has(key) ? known : [...known, ...lost];
      const answer = chance.of(answers);
      if (lost.includes(answer)) lostOnce.add(key);
      count(`Telegram ${answer.name}`);
      if (answer.name.endsWith('after') && call.method.startsWith('send')) mix.excuses += 1;
      return answer.instead(chance);
    },
  };

  function count(name: string): void {
    mix.counts.set(name, (mix.counts.get(name) ?? 0) + 1);
  }
  return mix;
}

/** A file's boundary is made up anew each time it is sent. */
function withoutBoundary(text: string): string {
  return text.replaceAll(/station-[\w-]{36}/g, '');
}

const anywhere = ['kill before', 'kill after', 'fail before', 'fail after'] as const;

function faultsOf(kind: string): readonly ((typeof anywhere)[number] | 'conflict')[] {
  if (kind.startsWith('Telegram')) return ['kill before', 'kill after'];
  return kind.endsWith('TransactWrite') ? [...anywhere, 'conflict'] : anywhere;
}

type Answer = { readonly name: string; readonly instead: (chance: Chance) => Instead };

/** Telegram says no, or nothing was sent. */
const known: readonly Answer[] = [
  { name: '429', instead: (chance) => throttled(1 + chance.below(30)) },
  { name: '500', instead: () => internal },
  { name: 'page', instead: () => html },
  { name: 'refused', instead: () => down },
];

/** Nobody knows whether it was sent. A message loses its answer once at most: twice is given up, as another test tells. */
const lost: readonly Answer[] = [
  { name: 'time-out before', instead: () => timedOut },
  { name: 'time-out after', instead: () => onceDone(timedOut) },
  { name: 'reset before', instead: () => reset },
  { name: 'reset after', instead: () => onceDone(reset) },
  { name: 'cut after', instead: () => onceDone(cut) },
];
