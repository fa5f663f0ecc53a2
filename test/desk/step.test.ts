import { describe, expect, it } from 'vitest';
import { newCustomer } from '#shared/domain/customer.ts';
import { customerItem } from '#shared/store/customer.ts';
import { type Customer, Town } from './town.ts';

const eleni = '5000002';
const maria = '5000001';
const text = (words: string) => ({ kind: 'text', text: words }) as const;

function townWith(index: number): { readonly town: Town; readonly customer: Customer } {
  const town = new Town();
  const customer = town.customers[index];
  if (!customer) throw new Error('There is a customer');
  return { town, customer };
}

/** Words that went to customers, by where they went. */
function sent(town: Town): readonly (readonly [string, string])[] {
  return town
    .rows()
    .filter(({ outcome }) => outcome !== 'superseded')
    .map(({ destination, messages }) => [
      destination,
      messages
        .map((one) =>
          one.kind === 'relay' && one.content.kind === 'text' ? one.content.text.text : one.kind,
        )
        .join(),
    ]);
}

describe('a note that an app cut in two', () => {
  it('stays a note as a whole', async () => {
    const { town, customer } = townWith(0);
    await town.happens(eleni, customer.thread, text(`// ${'long '.repeat(800)}`));
    await town.happens(eleni, customer.thread, text('and its rest'));
    expect(sent(town)).toEqual([]);
    town.now += 10_000;
    await town.happens(eleni, customer.thread, text('an answer'));
    expect(sent(town)).toEqual([[customer.id, 'an answer']]);
  });

  it('keeps nobody else back, nor anything in another topic', async () => {
    const { town, customer } = townWith(0);
    const other = town.customers[2] ?? customer;
    await town.happens(eleni, customer.thread, text(`// ${'long '.repeat(800)}`));
    await town.happens(maria, customer.thread, text('from Maria'));
    await town.happens(eleni, other.thread, text('to another'));
    expect(sent(town)).toEqual([
      [customer.id, 'from Maria'],
      [other.id, 'to another'],
    ]);
  });
});

describe('a command in letters that no command has', () => {
  it.each(['/ημέρα', '/взять', '/блок В3 14-15', ' /день'])(
    '%s is not sent to the customer',
    async (words) => {
      const { town, customer } = townWith(0);
      await town.happens(eleni, customer.thread, text(words));
      expect(sent(town)).toEqual([]);
    },
  );

  it('is told from words with a slash in them', async () => {
    const { town, customer } = townWith(0);
    await town.happens(eleni, customer.thread, text('24/7, α/α 3'));
    await town.happens(eleni, customer.thread, text('/αρχεία/προσφορά'));
    expect(sent(town).map(([, words]) => words)).toEqual(['24/7, α/α 3', '/αρχεία/προσφορά']);
  });
});

describe('a customer who turned out to be somebody known', () => {
  it('is reached from the topic of either', async () => {
    const { town, customer } = townWith(2);
    const former = town.customers[0] ?? customer;
    town.table.plant(customerItem({ ...newCustomer(former.id, ''), version: 2, mergedInto: customer.id }));
    await town.happens(eleni, former.thread, text('found'));
    expect(sent(town)).toEqual([[customer.id, 'found']]);
    expect(town.caseOf(customer)?.owner).toBe('eleni');
  });
});

describe('an address that is somebody else’s by now', () => {
  it('is never written to, whatever the case remembers', async () => {
    const { town, customer } = townWith(2);
    town.alters(customer, { home: town.customers[0]?.id ?? '' });
    await town.happens(eleni, customer.thread, text('for the third one'));
    expect(sent(town)).toEqual([[customer.id, 'for the third one']]);
  });
});

describe('the list of advisors', () => {
  it('shows numeric ids to managers only', async () => {
    const { town } = townWith(0);
    await town.happens(maria, '', { kind: 'command', name: 'advisors', payload: '' });
    await town.happens(eleni, '', { kind: 'command', name: 'advisors', payload: '' });
    const shown = town.deskTexts();
    expect(shown.filter((said) => said.includes('"id":"5000002"'))).toHaveLength(1);
  });
});

describe('a file that cannot be brought', () => {
  it('is told where it was sent, and what came before it stays', async () => {
    const { town, customer } = townWith(1);
    const file = { id: 'f', bytes: 9, mime: 'image/jpeg', name: null };
    await town.happens(eleni, customer.thread, { kind: 'photo', file, caption: 'Look', album: null });
    expect(town.jobs).toHaveLength(1);
    await town.fetches(false);
    expect(sent(town)).toEqual([]);
    const said = town.deskTexts().join();
    expect(said).toContain('mediaFailed');
    expect(said).toContain('"mark":"failed"');
  });

  it('goes out as it lies in our store once it was', async () => {
    const { town, customer } = townWith(1);
    const file = { id: 'f', bytes: 9, mime: 'image/jpeg', name: null };
    await town.happens(eleni, customer.thread, { kind: 'photo', file, caption: 'Look', album: null });
    await town.fetches(true);
    const [row] = town.rows();
    expect(row?.messages[0]).toMatchObject({
      kind: 'relay',
      content: { kind: 'photo', source: { at: 'store' }, caption: { text: 'Look' } },
    });
  });

  it('a picture that came as a document is brought first also within a messenger, for what it tells of its place', async () => {
    const { town, customer } = townWith(0);
    const file = { id: 'f', bytes: 9, mime: 'image/jpeg', name: 'scan.jpg' };
    await town.happens(eleni, customer.thread, { kind: 'file', what: 'document', file, caption: '' });
    expect(town.jobs).toHaveLength(1);
    expect(town.rows()).toEqual([]);
  });
});

describe('how far an answer got', () => {
  it('only ever climbs, in whichever order the news come', async () => {
    const { town, customer } = townWith(1);
    await town.happens(eleni, customer.thread, text('ready'));
    const [row] = town.rows();
    if (!row) throw new Error('An answer went out');
    const arrived = (rung: 'sent' | 'delivered' | 'read') =>
      town.happens(null, customer.thread, {
        kind: 'arrived',
        destination: row.destination,
        row: row.sk,
        rung,
      });
    town.climbs(row, 3);
    await arrived('read');
    await arrived('sent');
    await arrived('delivered');
    const marks = town.deskTexts().filter((said) => said.includes('"react"'));
    expect(marks).toHaveLength(1);
    expect(marks[0]).toContain('"mark":"read"');
  });
});

describe('taking back', () => {
  it('works in the topic where it was written only, whatever is answered there', async () => {
    const { town, customer } = townWith(0);
    const other = town.customers[2] ?? customer;
    const answer = await town.happens(eleni, customer.thread, text('ready'));
    await town.happens(
      eleni,
      other.thread,
      { kind: 'command', name: 'undo', payload: '' },
      { replyTo: answer },
    );
    expect(sent(town)).toEqual([[customer.id, 'ready']]);
    expect(town.deskTexts().join()).toContain('relayUndoNothing');
  });
});

describe('a message that did not arrive', () => {
  it('is sent once more, or by the customer’s other messenger', async () => {
    const { town, customer } = townWith(2);
    const other = customer.homes[1] ?? '';
    await town.happens(eleni, customer.thread, text('ready'));
    const [row] = town.rows();
    if (!row) throw new Error('An answer went out');
    const offer = town.shows('desk.relay', [
      { do: 'again', row: row.sk },
      { do: 'otherWay', row: row.sk },
    ]);
    const tap = (option: number) =>
      town.happens(eleni, customer.thread, {
        kind: 'tap',
        tapId: `t${option}`,
        offer: { row: offer, option },
      });
    await tap(0);
    await tap(1);
    expect(sent(town).map(([where]) => where)).toEqual([customer.id, customer.id, other]);
  });
});
