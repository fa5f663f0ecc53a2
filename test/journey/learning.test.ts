import { afterEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import type { Person } from '#test/helpers/messenger.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { el, mondayTen } from './desk-talk.ts';
import { people } from './people.ts';

/** What advisors say again and again becomes a ready answer, from their words in three topics to a tap in a fourth. */

const held: { rig: Rig | null; table: MemoryTable } = { rig: null, table: memoryTable() };
afterEach(async () => {
  await held.rig?.close();
  held.rig = null;
});

const { en: lena, ru: anna, uk: olena, el: nikos } = people;
const common = 'winter tyres are in stock, just come by at any time';

async function begin(messenger: 'telegram' | 'whatsapp'): Promise<Rig> {
  held.table = memoryTable();
  const rig = await startRig({ messenger, table: held.table });
  held.rig = rig;
  rig.clock = mondayTen;
  for (const one of [lena, anna, olena, nikos]) {
    await rig.says('person', one);
    await rig.calm();
  }
  return rig;
}

async function answers(rig: Rig, who: 'maria' | 'eleni', to: Person, text: string): Promise<void> {
  await rig.desk.as(who).says(text, to);
  await rig.calm();
}

const general = (rig: Rig) => rig.desk.general().messages;

describe.each(['telegram', 'whatsapp'] as const)('what advisors write to customers on %s', (messenger) => {
  it('three times is offered to the manager once, with nothing of the customers in it, and is a tap away once it is kept', async () => {
    const rig = await begin(messenger);
    await answers(rig, 'eleni', lena, `Lena, ${common}`);
    await answers(rig, 'maria', anna, `Анна, ${common}`);
    const before = general(rig).length;
    await answers(rig, 'eleni', olena, `${common}!`);
    const [offer, ...more] = general(rig).slice(before);
    const text = `Winter tyres are in stock, just come by at any time!`;
    expect(offer?.text).toBe(el(phrase('cannedAsk', { text, count: 3 })));
    expect(more).toEqual([]);
    await answers(rig, 'maria', olena, `Олена, ${common}`);
    expect(general(rig).slice(before)).toHaveLength(1);

    const stored = JSON.stringify(
      held.table.items().filter(({ pk, sk }) => pk === 'S#replies' || (pk === 'G#desk' && sk === 'answers')),
    );
    for (const secret of ['Lena', 'Анна', 'Олена', String(lena.id), 'tyres'])
      expect(stored).not.toContain(secret);

    await rig.desk.as('eleni').taps(el(phrase('cannedLabelKeep')), 'general');
    await rig.calm();
    expect(rig.desk.toast()).toBe(words('el', phrase('relayManagersOnly')));
    await rig.desk.as('maria').taps(el(phrase('cannedLabelKeep')), 'general');
    await rig.calm();
    expect(general(rig).at(-1)?.text).toBe(el(phrase('cannedKept', { text })));

    await answers(rig, 'eleni', nikos, '/say winter stock');
    const card = (await rig.desk.topicOf(nikos)).messages.at(-1);
    const title = card?.buttons.find(({ text: label }) => label.startsWith('Winter'))?.text;
    if (title) {
      await rig.desk.as('eleni').taps(title, nikos);
      await rig.calm();
    }
    await rig.desk.as('eleni').taps(el(phrase('cannedLabelSend')), nikos);
    await rig.calm();
    expect(rig.last(nikos).text).toContain(text);
  }, 60_000);

  it('and does not want as a ready answer is not asked about again', async () => {
    const rig = await begin(messenger);
    for (const one of [lena, anna, olena]) await answers(rig, 'eleni', one, `Yes, ${common}`);
    await rig.desk.as('maria').taps(el(phrase('cannedLabelNo')), 'general');
    await rig.calm();
    const before = general(rig).length;
    for (const one of [nikos, lena, anna]) await answers(rig, 'maria', one, `Yes, ${common}`);
    expect(general(rig)).toHaveLength(before);
    await answers(rig, 'eleni', nikos, '/say winter');
    const card = (await rig.desk.topicOf(nikos)).messages.at(-1);
    expect(card?.text).not.toContain('come by');
  }, 60_000);
});
