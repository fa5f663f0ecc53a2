import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { bookOil, people, recordsOf } from './people.ts';

/** Promises are kept, or the owner hears it before: a visit with a clock that is pushed. The desk reads in whose language it is. */

const lena = people.en;
const minute = 60_000;

describe.each(['telegram', 'whatsapp'] as const)('a promise, on %s', (messenger) => {
  let rig: Rig;
  const read = () => rig.bubbles(lena).map(({ text }) => text);
  const topic = async () => (await rig.desk.topicOf(lena)).messages.map(({ text }) => text).join('\n---\n');
  const customer = async () => await recordsOf(rig, messenger).customer(lena);
  const visit = async () => {
    const found = (await customer())?.visits[0];
    if (!found) throw new Error('Nothing is booked');
    return found;
  };

  async function books(wants: 'labelConsentYes' | 'labelConsentAsk'): Promise<void> {
    await rig.says('Good day', lena);
    await rig.calm();
    await bookOil(rig, lena, 'en');
    if (messenger === 'telegram') await rig.says('skip', lena);
    await rig.taps(words('en', phrase(wants)), lena);
    await rig.calm();
  }

  /** The clock jumps there, and what is due is done. */
  async function jump(to: number): Promise<void> {
    rig.clock = Math.ceil(to / minute) * minute;
    await rig.advance(1);
    await rig.calm(1);
  }

  async function arrives(): Promise<void> {
    await jump((await visit()).start);
    await rig.desk.as('maria').says('/status arrived', lena);
    await rig.calm(1);
  }

  async function promises(text: string): Promise<void> {
    await rig.desk.as('maria').says(`/promise ${text}`, lena);
    await rig.calm(1);
  }

  beforeEach(async () => {
    rig = await startRig({ messenger });
    rig.clock = Date.parse('2026-11-23T08:00:00Z');
  });
  afterEach(() => rig.close());

  it('that nobody can keep is moved ten minutes before, with reason and new time; the desk was warned', async () => {
    await books('labelConsentYes');
    await arrives();
    const { readyBy } = await visit();
    await jump(readyBy - 30 * minute);
    expect(await topic()).toMatch(/not finished yet|δεν τελείωσε ακόμη/);
    expect(read().join()).not.toContain('takes longer');
    await jump(readyBy - 10 * minute);
    expect(rig.last(lena).text).toContain('the work takes longer than planned');
    expect((await visit()).readyBy).toBeGreaterThan(readyBy);
    await rig.taps(words('en', phrase('promiseLabelFine')), lena);
    expect(rig.last(lena).text).toContain('thank you');
  });

  it('is moved by an advisor in one line or two taps, and the owner hears it at once', async () => {
    await books('labelConsentYes');
    await arrives();
    await promises('17:00 the disc comes at three');
    expect(rig.last(lena).text).toContain('the disc comes at three');
    expect(rig.last(lena).text).toContain('by 17:00');
    await promises('16:00');
    expect(rig.last(lena).text).toContain('good news');
    await promises('17:15');
    await rig.desk.as('maria').taps(/^(Part is late|Αργεί ανταλλακτικό)$/, lena);
    await rig.calm(1);
    expect(rig.last(lena).text).toContain('the part is taking longer to arrive');
    expect((await visit()).readyBy).toBe(Date.parse('2026-11-23T15:15:00Z'));
  });

  it('of somebody who wants to hear only when they ask: the desk is asked to call, in time', async () => {
    await books('labelConsentAsk');
    await arrives();
    const { readyBy } = await visit();
    const before = read().length;
    await jump(readyBy - 30 * minute);
    expect(await topic()).toMatch(/not agreed to messages|δεν έχουν δεχτεί μηνύματα/);
    await jump(readyBy - 10 * minute);
    expect(read().slice(before)).toEqual([]);
    expect((await visit()).readyBy).toBeGreaterThan(readyBy);
    expect((await rig.desk.caseOf(lena))?.waitingSince).not.toBeNull();
  });

  it('of a car that does not come: a kind question, then the bay is free', async () => {
    await books('labelConsentYes');
    const { start, id, dates } = await visit();
    const jobs = async () => (await recordsOf(rig, messenger).jobsOn(dates[0] ?? '')).join();
    await jump(start + 15 * minute);
    expect(rig.last(lena).text).toContain('Is everything all right?');
    expect(await topic()).toMatch(/not marked as arrived|δεν σημειώθηκε άφιξη/);
    expect(await jobs()).toContain(id);
    await jump(start + 30 * minute);
    expect(await jobs()).not.toContain(id);
    expect((await customer())?.visits).toEqual([]);
    expect((await customer())?.past).toMatchObject([{ stage: 'noShow' }]);
    expect(await topic()).toMatch(/bay is free again|η θέση είναι πάλι ελεύθερη/);
  });

  it('that passed while everything stood still is spoken of once, as soon as it goes on', async () => {
    await books('labelConsentYes');
    await arrives();
    const { readyBy } = await visit();
    await jump(readyBy + 40 * minute);
    await jump(readyBy + 45 * minute);
    expect(read().filter((text) => text.includes('the work takes longer than planned'))).toHaveLength(1);
    expect((await visit()).readyBy).toBeGreaterThan(readyBy + 45 * minute);
  });
});
