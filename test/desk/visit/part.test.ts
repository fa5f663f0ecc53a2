import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeReplied } from '#shared/desk/visit/intake.ts';
import { ceiling, planned } from '#shared/domain/order/steps.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { followersOf, type Stage, stages } from '#shared/domain/visit/stage.ts';
import { tellAt } from '#shared/flows/visit/tell.ts';
import { Yard } from './yard.ts';

const minute = 60_000;
const workshop = ['checking', 'parts', 'working', 'quality', 'ready'] as const;

function arrived(agreesToHear = true): Yard {
  return new Yard(agreesToHear).says('arrived', '84210 1/2');
}

describe('a stage after a stage', () => {
  const pairs = stages.flatMap((from) => stages.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s is done, or refused with the reason', (from, to) => {
    const yard = new Yard();
    if (from !== 'booked' && from !== 'handedBack' && from !== 'cancelled' && from !== 'noShow')
      yard.says('arrived');
    if (from !== 'arrived') yard.to(from);
    // What is over is no visit any more, and cancelling asks before it is done.
    if (yard.customer.visits.length === 0 || from === 'cancelled' || from === 'handedBack') return;
    yard.to(to);
    const may = followersOf(from).includes(to);
    if (to === 'cancelled' && may) expect(yard.reads).toContain('?');
    else expect(yard.stage).toBe(may ? to : from);
    if (!may) expect(yard.last.toast).toMatchObject({ key: 'stageRefused', args: { from, to } });
  });

  it('says why nothing happens to a car that is not there', () => {
    expect(new Yard().says('ready').reads).toBe(
      'From “Booked” it does not go to “Ready”.\nThe car is not here yet.',
    );
  });
});

describe('what else its owner asked for', () => {
  it('is as open after a stage of this visit as it was before', () => {
    const yard = arrived();
    const { now } = yard;
    const when = { start: now + 7 * 24 * 60 * minute, by: now + 30 * minute, until: now + 60 * minute };
    const car = yard.visit.vehicle.short;
    yard.customer = { ...yard.customer, requested: [{ id: 'V00002', car, advisor: 'maria', ...when }] };
    yard.to('checking');
    expect(yard.stage).toBe('checking');
    expect(yard.customer.requested).toHaveLength(1);
  });
});

describe('a car that comes', () => {
  it('with mileage and fuel in one message is told at once, with the promise of first news', () => {
    const yard = arrived();
    expect(yard.told).toBe(
      [
        'Octavia …4821: with us since 09:07, 84,210 km, fuel ½.',
        'Next we look it over; first news by 11:00.',
        'Ready by 17:06.',
        'Nothing is needed from you now.',
      ].join('\n'),
    );
    expect(yard.reads).toContain('The owner was told.');
    expect(yard.customer.vehicles[0]?.mileage).toEqual({ km: 84_210, at: yard.now });
  });

  it('is described by taps and answers, then its owner is told in one message', () => {
    const yard = new Yard().says('arrived');
    expect(yard.told).toBe('');
    expect(yard.reads).toContain('The owner is told in a few minutes');
    yard.taps('Fuel ½').answers({ kind: 'text', text: plain('84 210') });
    expect(yard.visit.life.intake).toMatchObject({ mileage: 84_210, fuel: 4 });
    yard.taps('Tell the owner');
    expect(yard.told).toContain('84,210 km, fuel ½');
    expect(yard.last.say.filter(({ to }) => to === 'customer')).toHaveLength(1);
  });

  it('is described in answer to the status card that became the intake, and its owner reads nothing of that', () => {
    const yard = new Yard().says('status').taps('Arrived');
    const content = { kind: 'text', text: plain('84.210 1/2') } as const;
    const turn = yard.turn({ counterpart: yard.counterpart('first') });
    expect(intakeReplied(content, turn)).toEqual({ kind: 'content', content });
    yard.answers(content, 'first');
    expect(yard.visit.life.intake).toMatchObject({ mileage: 84_210, fuel: 4 });
  });

  it('keeps photos of its condition once each, and shows them to its owner on request', () => {
    const yard = new Yard().says('arrived');
    for (const key of ['a.jpg', 'b.jpg', 'a.jpg'])
      yard.act({
        flow: 'desk.visit',
        data: { do: 'photo', customer: yard.customer.id, visit: 'V00001', key, card: '77' },
      });
    expect(yard.visit.life.intake?.photos).toEqual(['a.jpg', 'b.jpg']);
    yard.taps('Tell the owner');
    expect(yard.told).toContain('2 photos of its condition');
    const [news] = yard.last.say.flatMap(({ to, message }) =>
      to === 'customer' && message.kind === 'say' ? [message] : [],
    );
    expect(news?.options.flat()[0]).toMatchObject({ action: { flow: 'visits', data: { do: 'photos' } } });
  });

  it('fetches a photo that answers the card, and passes nothing of it to the customer', () => {
    const yard = new Yard().says('arrived');
    const photo = {
      source: { at: 'messenger', channel: 'telegram', id: 'f1' } as const,
      mime: null,
      name: null,
      bytes: null,
    };
    yard.answers({ kind: 'photo', ...photo, caption: plain('') });
    expect(yard.last.jobs).toMatchObject([
      { kind: 'fetch', ticket: { flow: 'desk.visit', visit: 'V00001' } },
    ]);
    expect(yard.last.say).toEqual([]);
  });
});

describe('what the owner is told', () => {
  it('is the first change at once, and what follows within ten minutes at their end', () => {
    const yard = arrived().to('parts');
    expect(yard.told).toBe('');
    expect(yard.reads).toContain('in a few minutes');
    yard.now += 10 * minute;
    yard.to('ready');
    expect(yard.told).toContain('ready to be collected since');
  });

  it('is nothing where a stage is silent, or where they want to hear only when they ask', () => {
    expect(arrived().to('checking').reads).toContain('no message of its own');
    const quiet = arrived(false);
    expect(quiet.told).toBe('');
    expect(quiet.reads).toContain('not agreed to messages');
  });

  it('is put right where a step is taken back', () => {
    const yard = arrived();
    yard.now += 20 * minute;
    yard.to('ready').taps('Undo');
    expect(yard.stage).toBe('arrived');
    // Working is a silent stage; but they were told that the car is ready, and it is not.
    yard.now += 10 * minute;
    expect(yard.to('working').told).toContain('being worked on');
  });
});

describe('a step back', () => {
  it('is one tap for ten minutes, also after the keys were handed back', () => {
    const yard = arrived().to('ready').to('handedBack');
    expect(yard.customer).toMatchObject({ visits: [], past: [{ id: 'V00001', stage: 'handedBack' }] });
    yard.taps('Undo');
    expect(yard.stage).toBe('ready');
    expect(yard.customer.past).toEqual([]);
    expect(yard.changes).toContainEqual(expect.objectContaining({ key: 'feedback#V00001', dueAt: null }));
  });

  it('does nothing later, or once something followed', () => {
    const late = arrived().to('parts');
    late.now += 10 * minute;
    expect(late.taps('Undo').reads).toContain('ten minutes only');
    expect(late.stage).toBe('parts');
  });

  it('takes back the work that was begun or ended by it', () => {
    const yard = arrived().says('estimate', 'pads 96').taps('Send').owner('agrees').to('working').to('ready');
    expect([...yard.orders.values()]).toMatchObject([{ work: 'done' }]);
    yard.taps('Undo');
    expect([...yard.orders.values()]).toMatchObject([{ work: 'started' }]);
    expect(yard.stage).toBe('working');
  });
});

describe('the end of a visit', () => {
  it('leaves a short past, the last work, a count, and the question how it was', () => {
    const yard = arrived().says('estimate', 'pads 96').taps('Send').owner('agrees').to('ready');
    yard.now += 10 * minute;
    yard.to('handedBack');
    expect(yard.told).toContain('handed back');
    expect(yard.customer.last).toEqual({ services: ['oil'], vehicle: 'c1', stay: 'leave' });
    const over = yard.changes.find(({ kind }) => kind === 'happened');
    expect(over).toMatchObject({
      name: 'over#V00001',
      happened: { what: 'over', stage: 'handedBack', cents: 9_600 },
    });
    expect(yard.changes).toContainEqual(expect.objectContaining({ key: 'clock#V00001', dueAt: null }));
    expect(yard.changes.some((one) => one.kind === 'timer' && one.key === 'feedback#V00001')).toBe(true);
  });

  it('gives the bay back where nobody came, without a word of blame', () => {
    const yard = new Yard().to('noShow');
    expect(yard.stage).toBe('noShow');
    expect(yard.told).toContain('You are welcome any other day');
    expect(yard.changes.some((one) => one.kind === 'timer' && one.key.startsWith('waitlist#freed#'))).toBe(
      true,
    );
  });
});

describe('estimates and stages', () => {
  it('an estimate that goes out waits for its answer, and the answer brings the visit back', () => {
    const yard = arrived().to('checking').says('estimate', 'pads 96').taps('Send');
    expect(yard.stage).toBe('answer');
    expect(yard.owner('agrees').stage).toBe('checking');
    expect(yard.says('work', 'start').stage).toBe('working');
    expect(yard.says('work', 'done').stage).toBe('quality');
  });

  it.each(['declines', 'waits too long'] as const)('an owner who %s leaves nothing waiting', (how) => {
    const yard = arrived().says('estimate', 'pads 96').taps('Send').owner(how);
    expect(yard.stage).toBe('checking');
    expect(yard.to('working').stage).toBe('working');
  });

  it('an estimate that goes out after the stage was set by hand is what the owner is told, once', () => {
    const yard = arrived().to('answer').says('estimate', 'pads 96').taps('Send');
    const { told, stage } = yard.visit.life;
    expect([stage, told]).toEqual(['answer', { stage: 'answer', at: yard.now }]);
    expect(tellAt(yard.visit, yard)).toBeNull();
  });

  it('an answer that is awaited without an estimate asks for an answer, and for no estimate', () => {
    const yard = arrived();
    yard.now += 10 * minute;
    expect(yard.to('answer').told).toContain('Please answer here in the chat.');
    expect(yard.told).not.toContain('estimate');
  });

  it('the sum that was agreed stands in the news that the car is ready', () => {
    const yard = arrived()
      .says('estimate', 'pads 96')
      .taps('Send')
      .owner('agrees')
      .says('work', 'start')
      .says('work', 'done');
    yard.now += 10 * minute;
    expect(yard.to('ready').told).toContain('96 €, as agreed.');
  });

  it('work is refused while more is planned than was agreed, by the command and by the stage, with the same words', () => {
    const start = () => {
      const yard = arrived().says('estimate', 'pads 96').taps('Send').owner('agrees');
      return yard.says('estimate', 'pads 96\ndiscs 148').taps('Send');
    };
    const byCommand = start().says('work', 'start').reads;
    const byStage = start().says('status', 'working').reads;
    expect(byStage).toBe(byCommand);
    expect(byStage).toContain('244 €');
  });
});

describe('work beyond what was agreed', () => {
  const step = fc.oneof(
    fc
      .constantFrom(...workshop, 'answer' as const, 'arrived' as const)
      .map((stage: Stage) => (yard: Yard) => yard.to(stage)),
    fc.constantFrom('start', 'stop', 'done').map((words) => (yard: Yard) => yard.says('work', words)),
    fc
      .constantFrom('pads 96', 'pads 96\ndiscs 148', 'discs 148', 'wipers 24')
      .map((words) => (yard: Yard) => yard.says('estimate', words)),
    fc.constantFrom('Send', 'Undo', 'Withdraw', 'Discard').map((label) => (yard: Yard) => {
      try {
        return yard.taps(label);
      } catch {
        return yard;
      }
    }),
    fc.constantFrom('agrees', 'declines', 'waits too long').map((how) => (yard: Yard) => yard.owner(how)),
  );

  it('never goes on, by whatever path', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const yard = arrived();
        for (const act of steps) {
          act(yard);
          for (const order of yard.orders.values()) {
            if (order.work !== 'started') continue;
            expect(planned(order)).toBeLessThanOrEqual(ceiling(order));
          }
          const waits = [...yard.orders.values()].filter(
            ({ agreed, state }) => agreed === null && state === 'asked',
          );
          if (yard.stage === 'working' && yard.orders.size === 1) expect(waits).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an owner who had as many messages as a day may bring', () => {
  it('gets none more, and the advisor is asked to call', () => {
    const yard = arrived();
    const { visitPerDay } = yard.station.rules.caps;
    const written = Array.from({ length: visitPerDay }, () => ({ purpose: 'visit' as const, at: yard.now }));
    yard.customer = { ...yard.customer, written };
    yard.now += 20 * minute;
    yard.to('ready');
    expect(yard.told).toBe('');
    expect(yard.reads).toContain('please call');
  });
});
