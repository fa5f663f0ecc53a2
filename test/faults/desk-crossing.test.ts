import { describe, expect, it } from 'vitest';
import { nikos } from '#test/helpers/rig.ts';
import { idsOf, type WhatsAppPerson } from '#test/helpers/whatsapp-people.ts';
import { maria as anna, type Small, smallRig, textsOf } from './small.ts';

/** What an advisor writes for one customer reaches nobody else: the worst that this product could do. */

const mondayTen = Date.parse('2026-11-23T08:00:00Z');

async function mondayRig(messenger: 'telegram' | 'whatsapp'): Promise<Small> {
  const rig = await smallRig({ messenger });
  rig.clock = mondayTen;
  return rig;
}

describe.each(['telegram', 'whatsapp'] as const)('two customers on %s', (messenger) => {
  it('who are answered one after the other each get their own answers, edits and reactions', async () => {
    const rig = await mondayRig(messenger);
    for (const person of [nikos, anna]) {
      await rig.says('person', person);
      await rig.calm();
    }
    const maria = rig.desk.as('maria');
    const first = await maria.says('For Nikos', nikos);
    const second = await maria.says('For Anna', anna);
    await rig.calm();
    await maria.edits(first, 'Really for Nikos');
    await maria.edits(second, 'Really for Anna');
    await rig.calm();
    const answersTo = (person: typeof nikos) =>
      textsOf(rig, person).filter((text) => /for /i.test(text) && /Nikos|Anna/.test(text));
    expect(answersTo(nikos).filter((text) => text.includes('Anna'))).toEqual([]);
    expect(answersTo(anna).filter((text) => text.includes('Nikos'))).toEqual([]);
    expect(answersTo(nikos).at(-1)).toContain('Really for Nikos');
    expect(answersTo(anna).at(-1)).toContain('Really for Anna');
  });
});

describe('a number that was given up and given out again', () => {
  const lena: WhatsAppPerson = { id: 7_000_005, first_name: 'Lena', language_code: 'en', userId: null };
  const moved: WhatsAppPerson = { ...lena, number: '447007999999' };
  const next: WhatsAppPerson = { ...lena, id: 7_000_009, first_name: 'Nadia', number: idsOf(lena).number };

  it('brings nothing of the former owner’s talk to whoever has it now', async () => {
    const rig = await mondayRig('whatsapp');
    await rig.says('person', lena);
    await rig.calm();
    const topic = await rig.desk.topicOf(lena);
    rig.clock += 60_000;
    await rig.brings(rig.played.whatsapp.updates.changed(idsOf(lena), moved));
    await rig.calm();
    rig.clock += 60_000;
    await rig.says('hello', next);
    await rig.calm();
    await rig.desk.as('maria').says('Your car is ready, Lena', topic);
    await rig.calm();
    const at = (person: WhatsAppPerson) =>
      rig.bubbles(person).filter(({ text }) => text.includes('Your car is ready'));
    expect(at(next)).toEqual([]);
    // Nobody wrote from the new number within the day: the words wait for them there, and for nobody else.
    await rig.says('It is me, with a new number', moved);
    await rig.calm();
    expect(at(next)).toEqual([]);
    expect(at(moved)).toHaveLength(1);
    const theirs = await rig.desk.topicOf(next);
    expect(theirs.thread).not.toBe(topic.thread);
    await rig.desk.as('maria').says('Good morning, Nadia', theirs);
    await rig.calm();
    expect(rig.last(next).text).toContain('Good morning, Nadia');
  });
});
