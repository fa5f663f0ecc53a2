import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { type Person, type Rig, startRig } from '#test/helpers/rig.ts';
import { everything } from './leftovers.ts';
import { bookOil, recordsOf } from './people.ts';

const dimitra: Person = { id: 7001234567, first_name: 'Dimitra Canaridou', language_code: 'en' };

const canaries = ['Canaridou', 'CNR-4821', 'CNR4821', 'squeaks like a parrot', '7001234567', '6971112233'];

function left(text: string): readonly string[] {
  return text.split('\n').filter((line) => canaries.some((one) => line.includes(one)));
}

describe.each(['telegram', 'whatsapp'] as const)('being forgotten, on %s', (messenger) => {
  let rig: Rig;
  /** All that was put before converse. */
  const came: string[] = [];
  beforeEach(async () => {
    came.length = 0;
    rig = await startRig({
      messenger,
      wrap: (parts) => ({
        ...parts,
        inbound: {
          ...parts.inbound,
          send: (entry) => {
            came.push(entry.body);
            return parts.inbound.send(entry);
          },
        },
      }),
    });
  });
  afterEach(() => rig.close());

  const say: (...given: Parameters<typeof phrase>) => string = (...given) => words('en', phrase(...given));

  async function live(): Promise<void> {
    await rig.says('Hello', dimitra);
    await rig.calm();
    await rig.taps(words('en', phrase('labelBook')), dimitra);
    await rig.says('menu', dimitra);
    await bookOilFor();
    await rig.says('It squeaks like a parrot', dimitra);
    await rig.calm();
    await rig.says('person', dimitra);
    await rig.calm();
    await rig.desk.as('eleni').says('We look at your CNR-4821', dimitra);
    await rig.calm();
    await rig.advance(3);
  }

  async function bookOilFor(): Promise<void> {
    await bookOil(rig, dimitra, 'en');
    await rig.calm();
  }

  async function erases(): Promise<void> {
    await rig.says('erase me', dimitra);
    await rig.advance(1);
    await rig.taps(say('eraseLabelYes'), dimitra);
  }

  it('nothing of the person is left: not in the table, not in the files, not in the queues, not in the group', async () => {
    await live();
    expect(left(await everything(rig)).length).toBeGreaterThan(10);
    await erases();
    await rig.advance(5);
    expect(left(await everything(rig))).toEqual([]);
    expect(rig.last(dimitra).text).toBe(say('eraseDone'));
    const topics = rig.desk.topics().filter(({ deleted }) => !deleted);
    expect(topics).toEqual([]);
    expect(JSON.stringify(rig.desk.general().messages)).not.toContain('Canaridou');
  });

  it('nothing comes back by what a messenger brings again, and the next message is a stranger’s', async () => {
    await live();
    await erases();
    const asked = [...came];
    await rig.advance(5);
    for (const body of asked) await rig.handlers.converse(JSON.parse(body));
    await rig.calm();
    expect(left(await everything(rig))).toEqual([]);
    expect(rig.last(dimitra).text).toBe(say('eraseDone'));
    await rig.says('Hello', dimitra);
    await rig.calm();
    expect(rig.last(dimitra).text).toContain(say('greeting').slice(0, 20));
    const known = await everything(rig);
    expect(known).not.toContain('CNR');
    expect(known).not.toContain('parrot');
  });

  it('who writes while it is still under way is somebody new, whose words stay', async () => {
    await live();
    await erases();
    await rig.says('Do you do wheels', dimitra);
    await rig.advance(5);
    const known = await everything(rig);
    expect(known).toContain('Do you do wheels');
    expect(known).not.toContain('CNR');
    expect(known).not.toContain('parrot');
    expect(rig.bubbles(dimitra).map(({ text }) => text)).toContain(say('eraseDone'));
  });

  it('a restored table is cleared of them again', async () => {
    await live();
    const items: Record<string, unknown>[] = [];
    const { Items = [] } = await rig.table.client.send(new ScanCommand({ TableName: rig.table.name }));
    items.push(...Items);
    await erases();
    await rig.advance(5);
    for (const Item of items)
      await rig.table.client.send(new PutCommand({ TableName: rig.table.name, Item }));
    expect(left(await everything(rig))).not.toEqual([]);
    await rig.queues.documents.send({
      body: JSON.stringify({ v: 1, kind: 'eraseAgain' }),
      group: 'documents',
    });
    await rig.advance(5);
    expect(left(await everything(rig))).toEqual([]);
    expect(rig.last(dimitra).text).toBe(say('eraseDone'));
  });

  it('photos go from the store, what was said in General is taken back, a booked visit gives its time back', async () => {
    await rig.brings(rig.updates.photo('photo-1', null, dimitra));
    await rig.calm();
    await live();
    const key = recordsOf(rig, messenger);
    const date = (await key.customer(dimitra))?.visits[0]?.dates[0] ?? '';
    expect((await key.jobsOn(date)).length).toBeGreaterThan(0);
    await rig.desk.as('maria').says('/open', 'general');
    await rig.calm();
    await erases();
    await rig.advance(5);
    expect((await key.jobsOn(date)).length).toBe(0);
    expect([...rig.files.stored.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
    const general = JSON.stringify(rig.desk.general().messages.filter(({ from }) => from === null));
    expect(general).not.toContain('Canaridou');
    expect(general).toContain(say('eraseDesk', { visits: [] }).slice(0, 30));
  });

  it('keeps everything where they think better of it', async () => {
    await live();
    await rig.says('erase me', dimitra);
    await rig.calm();
    await rig.taps(say('eraseLabelNo'), dimitra);
    await rig.advance(3);
    expect(rig.last(dimitra).text).toBe(say('eraseKept'));
    expect(left(await everything(rig)).length).toBeGreaterThan(10);
  });
});
