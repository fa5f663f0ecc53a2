import { writeSync } from 'node:fs';
import { startOfRun } from '../stub/clock.ts';
import type { Messenger } from './events.ts';

/** What a measuring process is told through BENCH_TASK, as JSON. */
export type Task =
  /** One function answers webhooks, many times over. */
  | {
      readonly kind: 'acks';
      readonly messenger: Messenger;
      readonly bundle: string;
      readonly warm: number;
      readonly count: number;
    }
  /** WhatsApp's webhook is told what became of our messages, one post each. */
  | { readonly kind: 'receipts'; readonly bundle: string; readonly warm: number; readonly count: number }
  /** Acknowledgement and step of the floor, one after the other. */
  | {
      readonly kind: 'floor-steps';
      readonly ack: string;
      readonly step: string;
      readonly warm: number;
      readonly count: number;
    }
  /** People book: webhook, converse and deliver. */
  | {
      readonly kind: 'own-steps';
      readonly messenger: Messenger;
      readonly webhook: string;
      readonly converse: string;
      readonly deliver: string;
      readonly warm: number;
      readonly count: number;
    }
  /** One start: load a bundle and handle one event. `body` is the queue message's, where the event is one. */
  | {
      readonly kind: 'cold';
      readonly messenger: Messenger;
      readonly bundle: string;
      readonly event: ColdEvent;
      readonly body: string;
    };

export type ColdEvent = 'webhook' | 'message' | 'wake' | 'minute';

/** CPU of this process so far: user and system, all threads, microseconds. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Hands the result to the parent, on a pipe that no function writes to. */
export function report(result: Readonly<Record<string, number>>): void {
  writeSync(3, JSON.stringify(result));
}

/** Every run happens on the same Saturday noon, whatever day it is: offers and their number stay alike. */
export function setClock(): void {
  const real = Date.now.bind(Date);
  const shift = startOfRun - real();
  Date.now = () => real() + shift;
}

/** Asks the stub between measurements. */
export async function ask(what: string): Promise<unknown> {
  const { get } = process.getBuiltinModule('node:http');
  return new Promise((resolve, reject) => {
    get(`${process.env.BENCH_STUB}/_bench/${what}`, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(JSON.parse(text))
          : reject(new Error(`The stub failed at ${what}`)),
      );
    }).on('error', reject);
  });
}
