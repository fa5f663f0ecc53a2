import { describe, expect, it } from 'vitest';
import { blockJobs } from '#shared/desk/diary/blocks.ts';
import { calendarPart } from '#shared/desk/diary/calendar-part.ts';
import { dayView } from '#shared/desk/diary/day-view.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import { type Day, emptyDay, type Job } from '#shared/domain/day.ts';
import { languages } from '#shared/domain/language.ts';
import { actionsOf, type Say } from '#shared/domain/outbound.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { textFor } from '#shared/text/text.ts';
import { at, demo, MONDAY, TUESDAY } from '#test/domain/slots/bookings.ts';
import { Counter } from './counter.ts';

/** The page of a day, as the paper diary had it. */

const now = at(MONDAY, '10:00');

function work(id: string, time: string, change: Partial<Job> = {}): Job {
  const start = at(TUESDAY, time);
  const end = start + 45 * MINUTE;
  const usual: Job = {
    id,
    bay: 'B1',
    technician: 'pet',
    service: 'oil',
    kind: 'wait',
    start,
    end,
    arrival: start,
    readyBy: end + 15 * MINUTE,
    holdUntil: null,
  };
  return { ...usual, ...change };
}

function page(day: Day, half?: 'morning' | 'afternoon'): Say {
  const counter = new Counter(now);
  counter.days.set(day.date, day);
  for (const { id } of day.jobs)
    counter.owners.set(id, {
      ...counter.customer,
      visits: [
        {
          id,
          start: now,
          readyBy: now,
          services: ['oil'],
          vehicle: { id: 'c', label: 'Octavia 2018', short: 'Octavia …4821' },
          stay: 'wait',
          sequence: 1,
          dates: [day.date],
          chat: '',
          life: freshLife,
        },
      ],
    });
  return dayView(day.date, counter.facts([day.date]), { station: demo, now }, half ?? null);
}

const shown = (message: Say) => message.text.map((one) => textFor('en', demo, now).say(one));
const tuesday = (...jobs: Job[]): Day => ({ ...emptyDay(TUESDAY), jobs });

describe('/day', () => {
  it('says of a closed station that it is the station, and does not name all its people and bays', () => {
    const closed = blockJobs(
      demo,
      { what: { of: 'station' }, date: TUESDAY, span: { from: 600, to: 660 } },
      'BLOCK1',
    );
    expect(shown(page(tuesday(...closed)))).toContain('10:00–11:00 the whole station: blocked');
  });

  it('shows visits and blocks in the order of the day, with bay, technician, car and promise', () => {
    const block = blockJobs(
      demo,
      { what: { of: 'bay', bay: 'B3' }, date: TUESDAY, span: { from: 600, to: 660 } },
      'BLOCK1',
    );
    const [head, ...lines] = shown(page(tuesday(work('BBBBBB', '11:00'), ...block, work('AAAAAA', '09:00'))));
    expect(head).toMatch(/^Tue 24 Nov · 2 visits · \d+%/);
    expect(lines.slice(0, 3)).toEqual([
      '09:00 B1 Petros · Lena · Octavia …4821\noil and filter change → 10:00, waits here, no. AAAAAA',
      '10:00–11:00 B3: blocked',
      '11:00 B1 Petros · Lena · Octavia …4821\noil and filter change → 12:00, waits here, no. BBBBBB',
    ]);
  });

  it('says for everybody who is there when they have nothing yet, without the break', () => {
    const lines = shown(page(tuesday(work('AAAAAA', '09:00'))));
    expect(lines).toContain('Petros, free: 08:30–09:00, 09:45–13:00, 13:30–17:30');
    expect(lines).toContain('Kostas, free: 08:30–13:00, 13:30–17:30');
  });

  it('warns of a visit that lies outside the hours by now', () => {
    const [, line] = shown(page(tuesday(work('AAAAAA', '18:00'))));
    expect(line).toContain('outside the hours');
  });

  it('of a day on which the station is closed says so', () => {
    expect(shown(page(emptyDay('2026-11-29')))).toEqual([
      'Sun 29 Nov · closed',
      'Nothing is booked on this day.',
    ]);
  });

  it('opens every visit by a button, and the days beside it', () => {
    const actions = actionsOf(page(tuesday(work('AAAAAA', '09:00'))));
    expect(actions).toEqual([
      { flow: 'desk.diary', data: { do: 'visit', customer: 'telegram/4242/501/', visit: 'AAAAAA' } },
      { flow: 'desk.calendar', data: { do: 'day', date: MONDAY } },
      { flow: 'desk.calendar', data: { do: 'day', date: '2026-11-25' } },
    ]);
  });

  it.each(languages)('of forty visits fits into one message by halves, in %s', (language) => {
    const many = tuesday(
      ...Array.from({ length: 40 }, (_none, index) =>
        work(
          `V${String(index).padStart(5, '0')}`,
          `${String(8 + Math.floor(index / 4.5)).padStart(2, '0')}:30`,
        ),
      ),
    );
    const [morning, afternoon] = [page(many), page(many, 'afternoon')];
    const text = (message: Say) =>
      message.text.map((one) => textFor(language, demo, now).say(one)).join('\n\n');
    expect(text(morning).length).toBeLessThan(4_096);
    expect(text(afternoon).length).toBeLessThan(4_096);
    const refs = (message: Say) => [...text(message).matchAll(/V\d{5}/g)].map(([ref]) => ref);
    expect(new Set([...refs(morning), ...refs(afternoon)])).toHaveLength(40);
    expect(actionsOf(morning)).toContainEqual({
      flow: 'desk.calendar',
      data: { do: 'day', date: TUESDAY, half: 'afternoon' },
    });
  });
});

describe('a block', () => {
  const block = (counter: Counter, words: string) => counter.says('block', words, 'general', calendarPart);

  it('changes nothing before it is confirmed, and names the visits that lie there', () => {
    const counter = new Counter(now);
    counter.days.set(TUESDAY, tuesday(work('AAAAAA', '09:00')));
    block(counter, 'B1 9-12 tomorrow');
    expect(counter.keys).toEqual(['diaryBlockAsk', 'diaryAffected']);
    expect(counter.last.changes).toEqual([]);
  });

  it.each(['polish', 'B9 14-15', 'B3 15-14', 'B3 14-15 2020-01-01'])('“%s” is no block', (words) => {
    const counter = block(new Counter(now), words);
    expect(counter.buttons).toEqual([]);
    expect(counter.last.changes).toEqual([]);
  });
});
