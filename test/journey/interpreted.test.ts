import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toWall } from '#shared/domain/clock.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { readHappened } from '#shared/store/happened.ts';
import { aTime, words } from '#test/helpers/labels.ts';
import { playedModel } from '#test/helpers/model.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { answered, lost } from '#test/runtime/fake-http.ts';
import { type Records, recordsOf } from './people.ts';

const lena: Person = { id: 7000005, first_name: 'Lena', language_code: 'en' };
const help = words('en', phrase('help'));
/** No rule knows these words; a model that says what they mean finds them in none of its tricks. */
const unclear = 'plonk my jalopy in for a zhuzh the day past tomorrow';
const oilInTwoDays = {
  wish: { intent: 'book', services: ['oil'], days: [{ of: 'ahead', days: 2 }] },
  asks: [],
};

beforeAll(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe.each(['telegram', 'whatsapp'] as const)('a language model, on %s', (messenger) => {
  let rig: Rig;
  let records: Records;
  const model = playedModel();
  beforeEach(async () => {
    model.asked.length = 0;
    rig = await startRig({ messenger, model: { server: model.http, mostCalls: 2 } });
    records = recordsOf(rig, messenger);
    await rig.command('/start', lena);
  });
  afterEach(() => rig.close());

  const text = () => rig.last(lena).text;
  const interpreted = async () =>
    (await readHappened(rig.table, toWall(rig.clock, station.zone).date)).flatMap(({ happened }) =>
      happened.what === 'interpreted' ? [happened] : [],
    );

  it('says what the rules missed, and the same times are shown as by the buttons; nothing is booked by that', async () => {
    model.says(oilInTwoDays);
    await rig.says(unclear, lena);
    await rig.advance(1);
    expect(model.asked).toHaveLength(1);
    expect(text()).not.toContain(help);
    await rig.says('Octavia ABC-4821', lena);
    const times = rig.last(lena).buttons.filter((button) => aTime.test(button.text));
    expect(times.length).toBeGreaterThan(1);
    for (const { text: label } of times) expect(label).toMatch(/Mon 23/);
    expect((await records.customer(lena))?.visits).toEqual([]);
  });

  it('answers a question from the station’s own data', async () => {
    model.says({ wish: null, asks: ['parking'] });
    await rig.says('wherever shall I stash the old banger', lena);
    await rig.advance(1);
    expect(text()).toContain(station.answers.parking?.text.en);
  });

  it('is asked in words that tell nobody’s name, number or plate, without any history', async () => {
    model.says('null');
    await rig.says('Lena here, zhuzh for ABC-4821 asap, ring +30 690 000 0001 or ask Maria', lena);
    await rig.advance(1);
    const [asked] = model.asked;
    expect(asked?.text).toBe(
      '<message>[name] here, zhuzh for [plate] asap, ring [phone] or ask [name]</message>',
    );
    expect(asked?.url).toMatch(/\/model\/eu\.amazon\.nova-lite-v1%3A0\/converse$/);
    expect(asked?.instructions).not.toMatch(/Lena|4821|7000005/);
  });

  it.each([
    ['nothing', null],
    ['a service that the station does not have', { wish: { intent: 'book', services: ['paint'] } }],
    ['a date that nobody wrote', { wish: { services: ['oil'], days: [{ of: 'date', day: 27, month: 11 }] } }],
    ['a key of its own', { wish: { intent: 'book', services: ['oil'] }, asks: [], book: true }],
    ['words', 'Sure! I booked you in for Friday at 10.'],
  ])('that says %s is not believed: help, and the second time a person', async (_, answer) => {
    model.says(answer);
    await rig.says(unclear, lena);
    await rig.advance(1);
    expect(text()).toContain(help);
    expect((await records.customer(lena))?.visits).toEqual([]);
    await rig.says('zxcvb', lena);
    await rig.advance(1);
    expect(model.asked).toHaveLength(1);
    const [request] = await records.rows(lena, 'request#');
    expect(request).toMatchObject({ reason: 'misunderstood', open: true });
  });

  it.each([
    ['is busy', answered(429, {})],
    ['is gone', lost],
    ['refuses us', answered(403, {})],
    ['says what nobody can read', answered(200, 'x')],
  ])('that %s is as if there were none', async (_, outcome) => {
    model.fails(outcome);
    await rig.says(unclear, lena);
    await rig.advance(1);
    expect(text()).toContain(help);
  });

  it('that is too slow is not waited for: help comes after twelve seconds, and the late answer changes nothing', async () => {
    model.says(oilInTwoDays);
    await rig.says(unclear, lena);
    while (rig.queues.interpret.waiting.length === 0) {
      await rig.work('inbound');
      if (!(await rig.work('later'))) rig.clock += 1_000;
    }
    const question = JSON.parse(rig.queues.interpret.waiting[0]?.body ?? '');
    rig.queues.interpret.lose();
    const shown = rig.bubbles(lena).length;
    rig.clock += 10_000;
    await rig.settle();
    expect(rig.bubbles(lena)).toHaveLength(shown);
    rig.clock += 2_000;
    await rig.settle();
    expect(text()).toContain(help);
    await rig.queues.interpret.send({
      body: JSON.stringify({ ...question, at: rig.clock }),
      group: 'interpret',
    });
    await rig.calm(1);
    expect(text()).toContain(help);
    expect(rig.bubbles(lena)).toHaveLength(shown + 1);
  });

  it('whose answer comes after something else was said is not heard: that goes on', async () => {
    model.says(oilInTwoDays);
    await rig.says(unclear, lena);
    while (rig.queues.interpret.waiting.length === 0) {
      await rig.work('inbound');
      if (!(await rig.work('later'))) rig.clock += 1_000;
    }
    rig.queues.interpret.lose();
    await rig.says('person', lena);
    await rig.calm(1);
    expect(text()).not.toContain(help);
    const [request] = await records.rows(lena, 'request#');
    expect(request).toMatchObject({ open: true });
  });

  it('that cannot even be asked, since its queue takes nothing, is missed by nobody', async () => {
    const broken = await startRig({
      messenger,
      model: { server: model.http, mostCalls: 2 },
      wrap: (parts) => ({
        ...parts,
        interpret: { ...parts.interpret, send: () => Promise.reject(new Error('no such queue')) },
      }),
    });
    try {
      await broken.command('/start', lena);
      await broken.says(unclear, lena);
      await broken.advance(1);
      expect(broken.last(lena).text).toContain(help);
    } finally {
      await broken.close();
    }
  });

  it('is asked no more often in a day than the owner allows; after midnight again', async () => {
    const people = [1, 2, 3].map((id): Person => ({ ...lena, id: 7000100 + id }));
    model.says(null);
    for (const person of people) {
      await rig.command('/start', person);
      await rig.says(unclear, person);
      await rig.advance(1);
      expect(rig.last(person).text).toContain(help);
    }
    expect(model.asked).toHaveLength(2);
    await rig.advance(14 * 60);
    const late = { ...lena, id: 7000104 };
    await rig.command('/start', late);
    await rig.says(unclear, late);
    await rig.advance(1);
    expect(model.asked).toHaveLength(3);
  });

  it('and whoever is erased while it is asked is answered no more, and leaves nothing', async () => {
    model.says(oilInTwoDays);
    await rig.says(unclear, lena);
    while (rig.queues.interpret.waiting.length === 0) {
      await rig.work('inbound');
      if (!(await rig.work('later'))) rig.clock += 1_000;
    }
    const [question] = rig.queues.interpret.waiting;
    rig.queues.interpret.lose();
    await rig.says('erase me', lena);
    await rig.taps(/^Erase everything/, lena);
    await rig.advance(10);
    const shown = rig.bubbles(lena).length;
    const body = JSON.stringify({ ...JSON.parse(question?.body ?? ''), at: rig.clock });
    await rig.queues.interpret.send({ body, group: 'interpret' });
    await rig.advance(2);
    expect(rig.bubbles(lena)).toHaveLength(shown);
    const { Items } = await rig.table.client.send(new ScanCommand({ TableName: rig.table.name }));
    expect(JSON.stringify(Items)).not.toMatch(/jalopy|interpreted-/);
  });

  it('is counted with what it takes, in the figures of the day and in the metrics', async () => {
    model.says(oilInTwoDays);
    await rig.says(unclear, lena);
    await rig.advance(1);
    expect(await interpreted()).toEqual([{ what: 'interpreted', understood: true, micros: 86 }]);
    const figures = rig.measured.filter(({ name }) => name.startsWith('Model'));
    expect(figures).toEqual([
      { name: 'ModelTokens', value: 1_260 },
      { name: 'ModelDollars', value: 0.000_086_4 },
    ]);
  });

  it('is not asked where rules understand, where a person has the talk, or by a button', async () => {
    await rig.says('hours', lena);
    await rig.says('I want to talk to a person', lena);
    await rig.says(unclear, lena);
    await rig.advance(1);
    expect(model.asked).toEqual([]);
  });
});

it('without a model nothing waits for one: words that mean nothing get help at once', async () => {
  const rig = await startRig();
  try {
    await rig.command('/start', lena);
    await rig.says(unclear, lena);
    rig.clock += 2_500;
    await rig.settle();
    expect(rig.last(lena).text).toContain(help);
    expect(rig.queues.interpret.waiting).toEqual([]);
  } finally {
    await rig.close();
  }
});
