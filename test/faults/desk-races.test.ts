import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import type { Between } from '#test/helpers/between.ts';
import { words } from '#test/helpers/labels.ts';
import { nikos, type Rig } from '#test/helpers/rig.ts';
import { faultsIn } from './audit.ts';
import { quietDesk } from './quiet-desk.ts';
import { maria as anna, type Small, smallRig, textsOf } from './small.ts';

/** What happens at the desk at the very same moment, on purpose. */

/** Monday, 23 November 2026, 10:00 in Athens. */
const mondayTen = Date.parse('2026-11-23T08:00:00Z');
const messengers = ['telegram', 'whatsapp'] as const;
type Messenger = (typeof messengers)[number];

/** Lets everybody else go first at each call, so that all are in the middle of their step at the same time. */
const byTurns: Between = async (_io, act) => {
  await new Promise((resolve) => setImmediate(resolve));
  return act();
};

async function mondayRig(messenger: Messenger, between: Between = byTurns): Promise<Small> {
  const rig = await smallRig({ messenger, between });
  rig.clock = mondayTen;
  return rig;
}

/** Handles everything that waits for a decision at the same moment, whoever's it is, as no queue would. */
async function decidedTogether(rig: Small): Promise<void> {
  const bodies = rig.queues.inbound.waiting.map(({ body }) => JSON.parse(body));
  rig.queues.inbound.lose();
  await Promise.all(bodies.map((body) => rig.handlers.converse(body)));
}

async function topicLines(rig: Rig, person = nikos): Promise<readonly string[]> {
  return (await rig.desk.topicOf(person)).messages.map(({ text }) => text);
}

const greek = (...what: Parameters<typeof phrase>) => words('el', phrase(...what));
const isTaken = (text: string) => text.includes('My Octavia has a new owner');

async function atRest(rig: Small): Promise<void> {
  await rig.calm();
  await rig.advance(2);
  expect(faultsIn(rig.rows.items(), rig)).toEqual([]);
}

describe.each(messengers)('at the desk, with customers on %s, at the same moment', (messenger) => {
  it('two first messages of one customer make one topic, and both stand in it', async () => {
    const rig = await mondayRig(messenger);
    for (const text of ['My brakes squeak', 'Can I come today'])
      await rig.brings(rig.updates.text(text, nikos));
    await decidedTogether(rig);
    const wake = { v: 1, destination: 'telegram/0/desk/' };
    await Promise.all([1, 2, 3].map(() => rig.handlers.deliver(wake)));
    await atRest(rig);
    expect(rig.desk.topics()).toHaveLength(1);
    const lines = await topicLines(rig);
    for (const text of ['My brakes squeak', 'Can I come today'])
      expect(lines.filter((line) => line === text)).toHaveLength(1);
  });

  it('two first messages of two customers make a topic each, and nobody’s words stand in the other’s', async () => {
    const rig = await mondayRig(messenger);
    await rig.brings(rig.updates.text('I am Nikos', nikos));
    await rig.brings(rig.updates.text('I am Anna', anna));
    await decidedTogether(rig);
    const wake = { v: 1, destination: 'telegram/0/desk/' };
    await Promise.all([1, 2, 3].map(() => rig.handlers.deliver(wake)));
    await atRest(rig);
    expect(rig.desk.topics()).toHaveLength(2);
    expect((await topicLines(rig, nikos)).filter((line) => line.startsWith('I am'))).toEqual(['I am Nikos']);
    expect((await topicLines(rig, anna)).filter((line) => line.startsWith('I am'))).toEqual(['I am Anna']);
  });

  it('two advisors take a talk: one has it, and the other is told who', async () => {
    const rig = await mondayRig(messenger);
    await rig.says('person');
    await rig.calm();
    const desk = quietDesk(rig);
    for (const who of ['maria', 'eleni'] as const) await desk.as(who).says('/take', nikos);
    await decidedTogether(rig);
    await atRest(rig);
    const owner = (await rig.desk.caseOf(nikos))?.owner ?? '';
    expect(['maria', 'eleni']).toContain(owner);
    const lines = await topicLines(rig);
    expect(lines.filter((line) => line === greek('relayTaken'))).toHaveLength(1);
    expect(lines.filter((line) => line === greek('relayTakenBy', { owner }))).toHaveLength(1);
  });

  it('two advisors answer: one has the talk, the other is asked first, and nothing is lost', async () => {
    const rig = await mondayRig(messenger);
    await rig.says('person');
    await rig.calm();
    const desk = quietDesk(rig);
    await desk.as('maria').says('It is ready at five', nikos);
    await desk.as('eleni').says('It is ready at six', nikos);
    await decidedTogether(rig);
    await atRest(rig);
    const sent = textsOf(rig).filter((text) => text.includes('It is ready'));
    expect(sent).toHaveLength(1);
    const held = rig.desk.topics().flatMap(({ messages }) => messages);
    expect(
      held.filter(({ buttons }) => buttons.some(({ text }) => text === greek('relayLabelSend'))),
    ).toHaveLength(1);
  });

  it('a customer writes and an advisor answers: both arrive once, and the customer who wrote last waits or is answered', async () => {
    const rig = await mondayRig(messenger);
    await rig.says('person');
    await rig.calm();
    await rig.brings(rig.updates.text('My Octavia has a new owner', nikos));
    await quietDesk(rig).as('maria').says('Please wait a moment', nikos);
    await decidedTogether(rig);
    await atRest(rig);
    expect((await topicLines(rig)).filter(isTaken)).toHaveLength(1);
    expect(textsOf(rig).filter((text) => text.includes('Please wait a moment'))).toHaveLength(1);
    expect(await rig.desk.caseOf(nikos)).toMatchObject({ baton: 'person', owner: 'maria' });
  });

  it('an advisor gives the talk back and the customer writes: it is answered by the bot, or somebody has it', async () => {
    const rig = await mondayRig(messenger);
    await rig.says('person');
    await rig.calm();
    await rig.desk.as('maria').says('All done', nikos);
    await rig.calm();
    const before = textsOf(rig).length;
    await rig.brings(rig.updates.text('hours', nikos));
    await quietDesk(rig).as('maria').says('/give', nikos);
    await decidedTogether(rig);
    await atRest(rig);
    const known = await rig.desk.caseOf(nikos);
    const answered = textsOf(rig)
      .slice(before)
      .some((text) => text.startsWith('We are open'));
    expect(answered || known?.waitingSince !== null || known?.baton === 'bot').toBe(true);
    expect((await topicLines(rig)).filter((line) => line === 'hours')).toHaveLength(1);
  });
});

/** Does something in the middle of the next delivery of words to a customer's phone. */
function inDelivery(messenger: Messenger, when: 'before' | 'after') {
  const kind = messenger === 'telegram' ? 'Telegram sendMessage' : 'Whatsapp messages';
  let waiting: (() => Promise<void>) | null = null;
  const between: Between = async (io, act) => {
    const does = waiting;
    if (!does || io.process !== 'deliver' || io.kind !== kind) return act();
    waiting = null;
    if (when === 'before') await does();
    const result = await act();
    if (when === 'after') await does();
    return result;
  };
  return {
    between,
    next: (does: () => Promise<void>) => {
      waiting = does;
    },
  };
}

const moments = messengers.flatMap((messenger) =>
  (['before', 'after'] as const).map((when) => ({ messenger, when })),
);

describe.each(moments)('on $messenger, right $when the call that brings an answer', ({ messenger, when }) => {
  async function answering(does: 'undo' | 'edit' | 'note') {
    const { between, next } = inDelivery(messenger, when);
    const rig = await mondayRig(messenger, between);
    await rig.says('My Octavia has a new owner');
    await rig.calm();
    const desk = quietDesk(rig);
    const bubble = await desk.as('maria').says('It costs 900', nikos);
    next(async () => {
      if (does === 'undo') await desk.as('maria').says('/undo', nikos, { replyTo: bubble });
      else await desk.as('maria').edits(bubble, does === 'note' ? '// it costs 900' : 'It costs 90');
      while (await rig.work('inbound'));
    });
    await rig.calm();
    await atRest(rig);
    return rig;
  }

  it('an undo takes it back for the customer too, or asks them to disregard it; nobody is told it had not left', async () => {
    const rig = await answering('undo');
    const shown = textsOf(rig).filter((text) => text.includes('It costs 900'));
    const lines = await topicLines(rig);
    const kept = lines.includes(greek('relayUndone', { how: 'kept' }));
    if (kept) expect(shown).toEqual([]);
    else
      expect(
        shown.length === 0 ||
          shown.some((text) => text === words('en', phrase('relayRetracted', { text: 'It costs 900' }))),
      ).toBe(true);
    expect(lines.some((line) => line.includes(greek('relayUndoHow')))).toBe(false);
  });

  it('an edit reaches the customer as an edit or a correction, never as a second answer without a word', async () => {
    const rig = await answering('edit');
    const shown = textsOf(rig).filter((text) => text.includes('It costs'));
    expect(shown.filter((text) => text.endsWith('It costs 90'))).toHaveLength(1);
    if (shown.length > 1)
      expect(shown.at(-1)).toContain(words('en', phrase('relaySignCorrection', { name: 'maria' })));
  });

  it('a change into a note does not pretend that the customer has not seen it', async () => {
    const rig = await answering('note');
    expect(textsOf(rig).filter((text) => text.includes('// it costs'))).toEqual([]);
    expect(await topicLines(rig)).toContain(greek('relayStaysSent'));
  });
});

describe('two chats that are joined', () => {
  /** Nikos has a topic for each of his messengers, and has just written in WhatsApp the code that joins them. */
  async function joining() {
    const rig = await mondayRig('telegram');
    const whatsapp = rig.on('whatsapp');
    await rig.says('My brakes squeak');
    await whatsapp.says('person', nikos);
    await rig.calm();
    const [own, old] = [await rig.desk.topicOf(nikos), await rig.desk.topicOf(nikos, 'whatsapp')];
    expect(old.thread).not.toBe(own.thread);
    await rig.says('link');
    const [code = ''] = /\d{4} \d{4}/.exec(rig.last().text) ?? [];
    await whatsapp.brings(rig.played.whatsapp.updates.text(code, nikos));
    const linesOf = ({ messages }: typeof own) => messages.map(({ text }) => text);
    const shown = () => [...textsOf(rig), ...whatsapp.bubbles(nikos).map(({ text }) => text)];
    return { rig, whatsapp, own, old, linesOf, shown };
  }

  it('while the customer writes: the words stand once in a topic of theirs, and from then on all in one', async () => {
    const { rig, whatsapp, own, old, linesOf } = await joining();
    await rig.brings(rig.updates.text('It rattles too', nikos));
    await decidedTogether(rig);
    await atRest(rig);
    const both = [...linesOf(own), ...linesOf(old)];
    expect(both.filter((text) => text.endsWith('It rattles too'))).toHaveLength(1);
    await whatsapp.says('Hello from here', nikos);
    await rig.says('And from there');
    await atRest(rig);
    const last = linesOf(await rig.desk.topicOf(nikos));
    expect(last.filter((text) => /Hello from here$|And from there$/.test(text))).toHaveLength(2);
    expect((await rig.desk.topicOf(nikos, 'whatsapp')).thread).toBe(own.thread);
    expect(rig.desk.topics()).toHaveLength(2);
  });

  it('right before an advisor writes in the topic that ends: the words still arrive, once', async () => {
    const { rig, old, own, shown } = await joining();
    while (await rig.work('inbound'));
    await quietDesk(rig).as('maria').says('We call you', old);
    await atRest(rig);
    expect((await rig.desk.topicOf(nikos, 'whatsapp')).thread).toBe(own.thread);
    expect(shown().filter((text) => text.includes('We call you'))).toHaveLength(1);
    expect(await rig.desk.caseOf(nikos)).toMatchObject({ baton: 'person', waitingSince: null });
  });

  it('at the moment in which an advisor writes: the words arrive once, whoever is first', async () => {
    const { rig, old, shown } = await joining();
    await quietDesk(rig).as('maria').says('We call you', old);
    await decidedTogether(rig);
    await atRest(rig);
    expect(shown().filter((text) => text.includes('We call you'))).toHaveLength(1);
  });
});
