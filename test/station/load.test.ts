import { describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation, StationError } from '#shared/station/load.ts';
import { pylaiaTyres } from '#shared/station/pylaia.ts';
import type { StationData } from '#shared/station/schema.ts';
import { station } from '#shared/station/station.ts';
import { textIn } from '#shared/station/text-in.ts';

/** What loading says about the demo station after a change. */
function complaint(change: (data: StationData) => void): string {
  const data = structuredClone(demoStation);
  change(data);
  try {
    loadStation(data);
  } catch (error) {
    if (error instanceof StationError) return error.message;
    throw error;
  }
  return 'nothing';
}

const service = (data: StationData, id: string) => {
  const found = data.services.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`The demo has no ${id}`);
  return found;
};

describe('the stations that come with the project', () => {
  it('load: Aristotelous Auto with sixteen services, Pylaia Tyres with one', () => {
    expect(station.services).toHaveLength(16);
    expect(station.hours.mon?.break).toEqual({ from: 780, to: 810 });
    expect(loadStation(pylaiaTyres).services).toHaveLength(1);
  });

  it('speak all their languages, and a person of another one reads the default', () => {
    for (const language of languages) expect(textIn(station.entrance, language, station)).not.toBe('');
    const pylaia = loadStation(pylaiaTyres);
    expect(textIn(pylaia.entrance, 'ru', pylaia)).toBe(pylaia.entrance.el);
  });

  it('keep every list row within 24 UTF-16 units', () => {
    for (const { row } of station.services) {
      for (const text of Object.values(row)) expect(text.length).toBeLessThanOrEqual(24);
    }
  });
});

describe('wrong data is refused with the field and what to do', () => {
  it.each<[string, (data: StationData) => void, string]>([
    [
      'a bay kind that no bay has',
      (data) => {
        service(data, 'oil').legs = [{ bay: 'hoist', minutes: 45 }];
      },
      '.legs[0].bay: Add a bay of kind "hoist"',
    ],
    [
      'an answer for which nobody answers',
      (data) => {
        if (data.answers.towing) data.answers.towing.owner = 'petros';
      },
      'answers.towing.owner: Name an advisor: "petros" is none of maria, eleni',
    ],
    [
      'an answer that misses a language',
      (data) => {
        if (data.answers.towing) delete data.answers.towing.text.uk;
      },
      'answers.towing.text.uk: Add the text in "uk"',
    ],
    [
      'an answer checked on no day',
      (data) => {
        if (data.answers.payment) data.answers.payment.reviewed = '2026-02-30';
      },
      'answers.payment.reviewed: Write a real day as YYYY-MM-DD',
    ],
    [
      'an answer checked before anybody could',
      (data) => {
        if (data.answers.payment) data.answers.payment.reviewed = '1926-11-02';
      },
      'answers.payment.reviewed: Write the day on which somebody last checked the answer',
    ],
    [
      'an answer that is never checked again',
      (data) => {
        if (data.answers.payment) data.answers.payment.reviewEvery = 99_999;
      },
      'answers.payment.reviewEvery: Use at most 3650 days',
    ],
    [
      'a service that is due again by no rule',
      (data) => {
        service(data, 'oil').again = { months: null, km: null };
      },
      '.again: Write months or km',
    ],
    [
      'a service that is due again and is not booked in the chat',
      (data) => {
        service(data, 'punct').again = { months: 12, km: null };
      },
      '.again: Use null: only what is booked in the chat',
    ],
    [
      'a day of the year that does not exist',
      (data) => {
        service(data, 'tyres').again = { on: ['02-30'] };
      },
      'Write a day of every year as MM-DD',
    ],
    [
      'a skill that nobody has',
      (data) => {
        service(data, 'oil').skill = 'magic';
      },
      'services[0].skill: Give a technician the skill "magic"',
    ],
    [
      'a limit for signatures in euros instead of cents',
      (data) => {
        data.rules.signAbove = 1000;
      },
      'rules.signAbove: Write cents, at least 62000',
    ],
    [
      'talk that goes before the visit it is about',
      (data) => {
        data.keep.talkDays = 45;
      },
      'keep.talkDays: Use at least 60 days: so far ahead people book (rules.horizonDays)',
    ],
    [
      'files that go before anybody looked at them',
      (data) => {
        data.keep.fileDays = 1;
      },
      'keep.fileDays: Use at least 7 days',
    ],
    [
      'an opening after closing',
      (data) => {
        data.hours.mon = { open: '18:00', close: '09:00', break: null, only: null };
      },
      'hours.mon.close: Close later than you open',
    ],
    [
      'a break outside the hours',
      (data) => {
        data.hours.mon = { open: '08:30', close: '17:30', break: { from: '07:00', to: '08:00' }, only: null };
      },
      'hours.mon.break: Put the break inside',
    ],
    [
      'a time that is none',
      (data) => {
        data.hours.mon = { open: '8.30', close: '17:30', break: null, only: null };
      },
      'hours.mon.open: Write a time of day as HH:MM',
    ],
    [
      'never open',
      (data) => {
        for (const day of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const) data.hours[day] = null;
      },
      'hours: Open on at least one weekday',
    ],
    [
      'a Saturday service that does not exist',
      (data) => {
        data.hours.sat = { open: '09:00', close: '14:00', break: null, only: ['oil', 'wax'] };
      },
      'hours.sat.only[1]: Name a service: "wax" does not exist',
    ],
    [
      'a defect that leads to work which does not exist',
      (data) => {
        data.reports.lamp = 'wax';
      },
      'reports.lamp: Name a service with booking "online": "wax" does not exist',
    ],
    [
      'a defect that leads to work which people cannot book in the chat',
      (data) => {
        data.reports.tyre = 'punct';
      },
      'reports.tyre: Name a service with booking "online": "punct" is another kind',
    ],
    [
      'an estimate by photos that nobody makes',
      (data) => {
        data.services = data.services.filter(({ booking }) => booking !== 'remote');
      },
      'reports.body: Add a service with booking "remote"',
    ],
    [
      'a closed day that is no day',
      (data) => {
        data.closed = [{ from: '2027-02-30', to: '2027-03-01', reason: data.name }];
      },
      'closed[0].from: Write a real day',
    ],
    [
      'a closure that ends before it begins',
      (data) => {
        data.closed = [{ from: '2027-03-02', to: '2027-03-01', reason: data.name }];
      },
      'closed[0].to: End a closure on or after',
    ],
    [
      'one half day twice',
      (data) => {
        data.halfDays.push({ date: '2026-12-24', close: '12:00' });
      },
      'halfDays[4].date: Use another date',
    ],
    [
      'a zone that is none',
      (data) => {
        data.zone = 'Europe/Atlantis';
      },
      'zone: Use a zone of the IANA list',
    ],
    [
      'one bay id twice',
      (data) => {
        data.bays.push({ id: 'B1', kinds: ['oil'] });
      },
      'bays[5].id: Use another id: "B1" is taken',
    ],
    [
      'a bay named like parking',
      (data) => {
        data.bays.push({ id: 'P', kinds: ['oil'] });
      },
      'bays[5].id: Use another id: "P" means parking',
    ],
    [
      'one Telegram id for two advisors',
      (data) => {
        for (const advisor of data.advisors) advisor.deskId = 7;
      },
      'advisors[1].deskId: Use another deskId',
    ],
    [
      'no manager',
      (data) => {
        for (const advisor of data.advisors) advisor.role = 'advisor';
      },
      'advisors: Give one advisor the role "manager"',
    ],
    [
      'an id too long to store',
      (data) => {
        service(data, 'oil').id = 'oilchange';
      },
      'services[0].id: Use 1 to 6 letters',
    ],
    [
      'a default language it does not speak',
      (data) => {
        data.languages = ['en', 'el'];
        data.defaultLanguage = 'ru';
      },
      "defaultLanguage: Choose one of the station's languages: en, el",
    ],
    [
      'a missing translation',
      (data) => {
        service(data, 'oil').name = { en: 'oil', ru: 'масло', uk: 'масло' };
      },
      'services[0].name.el: Add the text in "el"',
    ],
    [
      'a list row that is too long',
      (data) => {
        service(data, 'oil').row.en = 'Oil and filter and what else';
      },
      'services[0].row.en: A list row holds 24 characters',
    ],
    [
      'work longer than its days',
      (data) => {
        service(data, 'timing').legs = [{ bay: 'timing', minutes: 600 }];
      },
      '.legs: Give it more days',
    ],
    [
      'waiting for longer than anyone may',
      (data) => {
        service(data, 'tyres').legs = [{ bay: 'tyres', minutes: 120 }];
      },
      '.mode: Nobody may wait longer than rules.waitUpTo',
    ],
    [
      'waiting for work of two days',
      (data) => {
        service(data, 'clutch').mode = 'both';
      },
      '.days: Work of several days has one leg and mode "leave"',
    ],
    [
      'remote work with a bay',
      (data) => {
        service(data, 'body').legs = [{ bay: 'oil', minutes: 15 }];
      },
      '.legs: Remove the legs',
    ],
    [
      'work in no bay',
      (data) => {
        service(data, 'oil').legs = [];
      },
      '.legs: Add a leg',
    ],
    [
      'a drop-off before the desk opens',
      (data) => {
        service(data, 'timing').dropOffBy = '07:00';
      },
      '.dropOffBy: Use a time at which the desk is open',
    ],
    [
      'a share above one',
      (data) => {
        data.rules.onlineShare = 80;
      },
      'rules.onlineShare: Use a share of at most 1',
    ],
    [
      'a price with cents after a dot',
      (data) => {
        service(data, 'oil').priceFrom = 65.5;
      },
      'services[0].priceFrom: Use whole cents',
    ],
    [
      'a shift that ends before it starts',
      (data) => {
        data.technicians[0] = {
          ...demoStation.technicians[0],
          id: 'gio',
          name: data.name,
          skills: ['level-a'],
          shifts: {
            mon: { from: '17:00', to: '09:00' },
            tue: null,
            wed: null,
            thu: null,
            fri: null,
            sat: null,
            sun: null,
          },
        };
      },
      'technicians[0].shifts.mon: End the shift after its start',
    ],
  ])('%s', (_, change, message) => {
    expect(complaint(change)).toContain(message);
  });

  it('lists everything at once', () => {
    const message = complaint((data) => {
      data.defaultLanguage = 'en';
      data.languages = ['el'];
      service(data, 'oil').skill = 'magic';
      data.zone = 'Europe/Atlantis';
    });
    expect(message).toContain('has 3 to correct');
    expect(message.split('\n')).toHaveLength(4);
  });

  it('refuses a field it does not know, so that a slip of the pen is noticed', () => {
    expect(() => loadStation({ ...demoStation, colour: 'blue' })).toThrow(/colour/);
    expect(() => loadStation(null)).toThrow(StationError);
  });
});
