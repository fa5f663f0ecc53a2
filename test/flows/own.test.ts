import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Consents, purposes } from '#shared/domain/consent.ts';
import { customerSchema } from '#shared/domain/customer.ts';
import { isSpan, leastLoudHours, spanIn } from '#shared/flows/settings/quiet.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** "My settings": purposes, quiet hours, cars; and a "stop" that is taken back exactly. */

function withCars(lena: Neighbour, ...names: readonly string[]): Neighbour {
  const vehicles = names.map((name) => ({ id: name, label: name, short: name }));
  lena.customer = customerSchema.parse({ ...lena.customer, vehicles });
  return lena;
}

function booked(lena: Neighbour): Neighbour {
  lena.sends('book').taps('labelService', { id: 'oil' });
  if (lena.heard.includes('askCar')) lena.says('Golf');
  return lena.taps('labelSlot').taps('labelWait').says('skip');
}

describe('the settings', () => {
  it.each(['settings', 'мои настройки', 'мої налаштування', 'οι ρυθμίσεις μου'])(
    'open with "%s", in the middle of a booking too, which goes on',
    (text) => {
      const lena = given().person().sends('book').taps('labelService', { id: 'oil' });
      const { flow } = lena.conversation;
      expect(lena.says(text).heard).toEqual(['ownCard']);
      expect(lena.conversation.flow).toEqual(flow);
    },
  );

  it('are a list that fits one screen, and a card that shows at once what was switched', () => {
    const lena = given().person().says('settings');
    expect(lena.labels).toHaveLength(10);
    lena.taps('ownLabelOffers', { on: false });
    expect(lena.heardOf('ownCard')).toMatchObject({ visit: false, service: false, offers: true });
    lena.taps('ownLabelService', { on: false }).taps('ownLabelOffers', { on: true });
    expect(lena.heardOf('ownCard')).toMatchObject({ visit: false, service: true, offers: false });
    expect(lena.changes.flatMap((one) => (one.kind === 'consent' ? [[one.purpose, one.given]] : []))).toEqual(
      [
        ['offers', true],
        ['service', true],
        ['offers', false],
      ],
    );
  });

  it('record each answer with wording, language, time and the message that it answers', () => {
    const lena = given().person('Lena', 'uk').says('налаштування').taps('ownLabelService', { on: false });
    expect(lena.customer.consents.service).toEqual({
      given: true,
      at: lena.town.now,
      wording: 'service-1',
      language: 'uk',
      messageId: '2',
    });
  });
});

describe('a "stop"', () => {
  const consent = fc.record({
    given: fc.boolean(),
    at: fc.integer({ min: 1, max: 1_000_000 }),
    wording: fc.constantFrom('visit-1', 'service-1'),
    language: fc.constantFrom('en', 'el'),
    messageId: fc.option(fc.constant('7')),
  });
  const consents: fc.Arbitrary<Consents> = fc.record(
    { visit: consent, service: consent, offers: consent },
    { requiredKeys: [] },
  );

  it('ends all purposes, and one tap brings back exactly what was before, whatever it was', () => {
    fc.assert(
      fc.property(consents, (before) => {
        const lena = given().person();
        lena.customer = customerSchema.parse({ ...lena.customer, consents: before });
        const { consents: known } = lena.customer;
        const isStopped = purposes.every((one) => known[one]?.given === false);
        expect(lena.says('stop').heard).toEqual(['stopped']);
        expect(purposes.map((one) => lena.customer.consents[one]?.given)).toEqual([false, false, false]);
        if (isStopped) expect(lena.labels).toEqual([]);
        else lena.taps('labelUndo');
        expect(lena.customer.consents).toEqual(known);
      }),
    );
  });

  it('taken back late leaves alone what was answered since', () => {
    const lena = given().person();
    const agreed = { given: true, at: 1, wording: 'visit-1', language: 'en', messageId: null };
    lena.customer = customerSchema.parse({ ...lena.customer, consents: { visit: agreed, service: agreed } });
    lena.says('stop').town.later(5);
    lena.says('settings').taps('ownLabelService', { on: false }).taps('ownLabelService', { on: true });
    lena.taps('labelUndo');
    expect(lena.customer.consents).toMatchObject({ visit: { given: true }, service: { given: false } });
    expect(lena.customer.consents.offers).toBeUndefined();
    expect(lena.taps('labelUndo').heard).toEqual(['ownNothingToUndo', 'ownCard']);
  });

  it('that may mean the work is asked about; nothing is ended by it', () => {
    const lena = given().person().says('please stop');
    expect(lena.heard).toEqual(['ownStopWhich']);
    expect(lena.customer.consents).toEqual({});
    expect(lena.taps('ownLabelStopMessages').heard).toEqual(['stopped']);
  });
});

describe('who wants the work to stop', () => {
  it('is passed on before anything else, in the middle of anything, and unsubscribed from nothing', () => {
    const lena = given().person().sends('book').taps('labelService', { id: 'oil' });
    const { flow } = lena.conversation;
    const { outcome } = lena.play({ kind: 'text', text: 'Please don’t do anything more to the car' });
    expect(outcome.say.map(({ to, priority }) => [to, priority])).toEqual([
      ['customer', 'danger'],
      ['desk', 'danger'],
      ['general', 'danger'],
    ]);
    expect(lena.heardOf('ownStopWork')).toMatchObject({ open: true });
    expect(lena.conversation.flow).toEqual(flow);
    expect(lena.customer.consents).toEqual({});
    expect(lena.case.waitingSince).toBe(lena.town.now);
    const again = lena.play({ kind: 'text', text: 'stop the repair now!' }).outcome.say;
    expect(again.some(({ to }) => to === 'general')).toBe(false);
  });

  it('with no car here may mean the visit ahead, which is one tap away', () => {
    const lena = booked(given().person());
    const { outcome } = lena.play({ kind: 'text', text: 'нет, все отмените, уезжаю' });
    expect(outcome.say.some(({ to, priority }) => to === 'desk' && priority === 'danger')).toBe(true);
    expect(lena.heard).toEqual(['ownStopWork', 'visitStatus', 'visitCancelAsk']);
    expect(lena.visits).toHaveLength(1);
    expect(lena.labels).toContain('labelCancelVisit');
  });

  it('gives the desk one tap for each order that goes on', () => {
    const lena = given().person();
    const head = { ref: 'K7M2QP', of: lena.customer.id, car: 'Golf', state: 'agreed', at: 1, cents: 9_600 };
    lena.customer = customerSchema.parse({
      ...lena.customer,
      orders: [
        { ...head, work: 'started' },
        { ...head, ref: 'A2B3C4', work: 'done' },
      ],
    });
    const { outcome } = lena.play({ kind: 'text', text: 'зупиніть ремонт' });
    const topic = outcome.say.find(({ to }) => to === 'desk')?.message;
    expect(topic).toMatchObject({
      text: [{ key: 'ownStopLine', args: { car: 'Golf', work: true } }],
      options: [[{ action: { flow: 'desk.estimate', data: { do: 'work', ref: 'K7M2QP', to: 'stop' } } }]],
    });
  });
});

describe('quiet hours', () => {
  it.each([
    ['22-8', 1_320, 480],
    ['22–8', 1_320, 480],
    ['from 10 pm to 8 am', 1_320, 480],
    ['с 22 до 8', 1_320, 480],
    ['з 22:30 до 7:15', 1_350, 435],
    ['από τις 22.30 έως τις 8', 1_350, 480],
    ['10 вечера - 8 утра', 1_320, 480],
    ['13-15', 780, 900],
    ['24-7', 0, 420],
  ])('"%s" are hours', (text, from, to) => {
    expect(spanIn(text)).toEqual({ from, to });
  });

  it.each(['22', 'at night', '25-8', '22-8-9', '22:75 - 8', ''])('"%s" are none', (text) => {
    expect(spanIn(text)).toBeNull();
  });

  it('leave some hours of the day, always', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        const quiet = (to - from + 1_440) % 1_440;
        expect(isSpan({ from, to })).toBe(quiet > 0 && quiet <= 1_440 - leastLoudHours * 60);
      }),
    );
  });

  it('are chosen by a tap or in words, asked again where they leave too little, and given back to the station', () => {
    const lena = given().person().says('settings').taps('ownLabelQuiet');
    expect(lena.says('8-7').heard).toEqual(['ownQuietOdd', 'ownAskQuiet']);
    expect(lena.says('22-9').heard).toEqual(['ownCard']);
    expect(lena.customer.quietHours).toEqual({ from: 1_320, to: 540 });
    lena.taps('ownLabelQuiet').taps('ownLabelAsStation');
    expect(lena.customer.quietHours).toBeNull();
    expect(lena.conversation.flow).toBeNull();
  });
});

describe('a visit that is spoken of in no chat', () => {
  it.each([
    ['hours', (lena: Neighbour) => lena.says('settings').taps('ownLabelQuiet').says('22-9')],
    ['messages', (lena: Neighbour) => lena.says('settings').taps('ownLabelVisit')],
    ['"stop"', (lena: Neighbour) => lena.says('stop')],
  ])('sets no clock when its owner sets their %s', (_, sets) => {
    const lena = booked(given().person()).taps('labelConsentYes');
    const visits = lena.customer.visits.map((visit) => ({ ...visit, chat: '' }));
    lena.customer = customerSchema.parse({ ...lena.customer, visits });
    const before = lena.changes.length;
    sets(lena);
    const clocks = lena.changes.slice(before).filter((one) => one.kind === 'timer');
    expect(clocks).toEqual([]);
  });
});

describe('my cars', () => {
  it('are renamed in words, in the visits ahead too', () => {
    const lena = booked(given().person()).says('settings').taps('ownLabelCars');
    lena.taps('verbatim', { text: 'Golf' }).taps('ownLabelRename').says('VW Golf 7 ABC-4821');
    expect(lena.heard).toEqual(['ownCarNamed', 'ownCars']);
    expect(lena.customer.vehicles.map(({ label }) => label)).toEqual(['VW Golf 7 ABC-4821']);
    expect(lena.visits[0]?.vehicle.label).toBe('VW Golf 7 ABC-4821');
  });

  it('leave the list after a question, and what was put off for them with them; one with a visit stays', () => {
    const lena = withCars(given().person(), 'Yaris');
    const item = { ref: 'A', line: '1', name: 'discs', cents: 1, car: 'Yaris', urgency: null, at: 1 };
    lena.customer = customerSchema.parse({
      ...lena.customer,
      deferred: [
        { ...item, vehicle: 'Yaris' },
        { ...item, vehicle: null },
      ],
      upkeep: [{ vehicle: 'Yaris', service: 'oil', at: 1, km: null }],
    });
    lena.says('settings').taps('ownLabelCars').taps('verbatim', { text: 'Yaris' }).taps('ownLabelRemove');
    expect(lena.heard).toEqual(['ownAskRemove']);
    lena.taps('ownLabelRemove');
    expect(lena.heard).toEqual(['ownCarRemoved', 'ownNoCars']);
    expect(lena.customer.deferred).toHaveLength(1);
    expect(lena.customer.upkeep).toEqual([]);
    const anna = booked(given().person('Anna')).says('settings').taps('ownLabelCars');
    anna.taps('verbatim', { text: 'Golf' }).taps('ownLabelRemove');
    expect(anna.heard).toEqual(['ownCarStays', 'ownCar']);
    expect(anna.customer.vehicles).toHaveLength(1);
  });

  it('that is gone meanwhile shows the list', () => {
    const lena = withCars(given().person(), 'Yaris').says('settings').taps('ownLabelCars');
    lena.taps('verbatim', { text: 'Yaris' });
    withCars(lena);
    expect(lena.taps('ownLabelRemove').heard).toEqual(['ownCarGone', 'ownNoCars']);
  });
});
