import type { Address } from '#shared/domain/address.ts';
import { type Instant, MINUTE } from '#shared/domain/clock.ts';
import { type Day, decodeDay, emptyDay, encodeDay, type Job } from '#shared/domain/day.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Report } from '#shared/domain/report.ts';
import { emptyWaitlist, type Waitlist, waitlistSchema } from '#shared/domain/waitlist.ts';
import type { Setting } from '#shared/flows/step.ts';
import type { Station } from '#shared/station/schema.ts';
import { comingOf } from '#shared/text/coming-of.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { missTopicOf } from '#shared/text/wish/miss-topic.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { tongueOf, wordOf } from '#shared/text/words.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { noFacts } from '#test/helpers/facts.ts';
import { Neighbour } from './neighbour.ts';

/** Chance, for everybody alike: nobody here is linked to anybody (`linked.ts` plays that). */
const token = '0123456789abcdef'.repeat(2);
const desk: Address = { channel: 'telegram', bot: '4242', chat: '-1002000000001', thread: '' };

/** A station, its calendar and its customers in memory: what the store would keep, and a clock that is moved by hand. */
export class Town {
  readonly station: Station;
  readonly days = new Map<string, Day>();
  readonly people: Neighbour[] = [];
  /** By customer and number. */
  readonly reports = new Map<string, Report>();
  waitlist: Waitlist = emptyWaitlist;
  now: Instant;
  /** What words are understood as; a test may say it itself. */
  understoodOf: Setting['understoodOf'] = understoodOf;
  /** Whether there is a language model. */
  interprets = false;

  constructor(now: Instant, station: Station) {
    this.now = now;
    this.station = station;
  }

  /** Someone who never wrote before; `language` is the one of their profile. */
  person(name = 'Lena', language: Language = 'en'): Neighbour {
    const chat = String(7_000_001 + this.people.length);
    const address: Address = { channel: 'telegram', bot: '4242', chat, thread: '' };
    const person = new Neighbour(this, { name, language, address });
    this.people.push(person);
    return person;
  }

  /** Minutes go by. */
  later(minutes: number): this {
    this.now += minutes * MINUTE;
    return this;
  }

  /** The clock is put to a date and 'HH:MM' of the station. */
  clock(date: string, time: string): this {
    this.now = at(date, time, this.station);
    return this;
  }

  setting(): Setting {
    return {
      station: this.station,
      desk,
      now: this.now,
      token,
      calendar: 'file',
      canEdit: true,
      publicUrl: 'https://station.example',
      wordOf,
      tongueOf,
      dangerOf,
      comingOf,
      understoodOf: this.understoodOf,
      missTopicOf,
      interprets: this.interprets,
    };
  }

  /** Only the named days, as the shell reads them. */
  read(needs: readonly Need[]): Facts {
    const dates = needs.flatMap((need) => (need.kind === 'days' ? need.dates : []));
    const days = new Map(dates.map((date) => [date, this.days.get(date) ?? emptyDay(date)]));
    const reports = new Map(
      needs.flatMap((need) => {
        const found = need.kind === 'report' ? this.reports.get(`${need.of} ${need.id}`) : undefined;
        return found ? [[found.id, found] as const] : [];
      }),
    );
    const waitlist = needs.some(({ kind }) => kind === 'waitlist') ? this.waitlist : emptyWaitlist;
    return { ...noFacts, days, reports, waitlist };
  }

  /** Throws when the day was read before somebody else wrote it, or cannot be stored. */
  write(day: Day): void {
    const stored = this.days.get(day.date) ?? emptyDay(day.date);
    if (stored.version !== day.version) throw new Error(`${day.date} is written from another version`);
    this.days.set(day.date, { ...decodeDay(encodeDay(day)), version: day.version + 1 });
  }

  /** Throws when the list was read before somebody else wrote it. */
  writeWaitlist(list: Waitlist): void {
    if (this.waitlist.version !== list.version) throw new Error('The waiting list was not read');
    this.waitlist = waitlistSchema.parse(JSON.parse(JSON.stringify({ ...list, version: list.version + 1 })));
  }

  jobs(date?: string): readonly Job[] {
    return [...this.days.values()].filter((day) => !date || day.date === date).flatMap((day) => day.jobs);
  }
}

/** Where a story begins: Monday 23 November 2026 at 10:00 at the demo station, unless it says otherwise. */
export function given(date = MONDAY, time = '10:00', station: Station = demo): Town {
  return new Town(at(date, time, station), station);
}
