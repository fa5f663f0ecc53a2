import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Customer, listed, strangers, Town } from './town.ts';

/**
 * Whatever advisors do in whatever order, nothing of a note reaches a customer, nobody else's words do, and what is meant
 * for one customer reaches that one only. Every text says what it is: NOTE, SAY-<customer>, STRANGER.
 */

const step = fc.record({
  act: fc.constantFrom(
    'answer',
    'answer',
    'note',
    'cardNote',
    'noteCommand',
    'albumNote',
    'photoNote',
    'editIntoNote',
    'editNote',
    'edit',
    'undo',
    'tap',
    'tap',
    'stranger',
    'hidden',
    'general',
    'nobody',
    'newTopic',
    'moveHome',
    'fetch',
    'fetchFails',
    'deliver',
    'wait',
    'react',
  ),
  who: fc.nat({ max: 1 }),
  customer: fc.nat({ max: 2 }),
  pick: fc.nat({ max: 30 }),
  slashes: fc.constantFrom('//', ' //', '\n// ', '\u200B//', '//\n', '/// ', '\t //'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What was written, by whom, where, and as what. */
type Written = {
  readonly id: string;
  readonly by: string;
  readonly customer: Customer;
  readonly kind: 'note' | 'answer';
};

class Play {
  readonly town = new Town();
  readonly written: Written[] = [];
  /** Files that belong to a note. */
  readonly #noteFiles: string[] = [];
  #count = 0;

  async does({ act, who, customer: index, pick, slashes }: Step): Promise<void> {
    const { town } = this;
    const by = listed[who] ?? listed[0];
    const customer = town.customers[index];
    if (!customer) return;
    const { thread } = customer;
    const note = () => `${slashes} NOTE ${this.#next()}`;
    const text = (words: string) => ({ kind: 'text', text: words }) as const;
    const mark = async (id: Promise<string>, kind: Written['kind']) => {
      this.written.push({ id: await id, by, customer, kind });
    };
    const own = this.written[pick % Math.max(1, this.written.length)];
    switch (act) {
      case 'answer':
        return mark(
          town.happens(
            by,
            thread,
            text(`SAY-${customer.id} ${this.#next()}`),
            pick % 3 === 0 ? { replyTo: town.theirs(customer) } : {},
          ),
          'answer',
        );
      case 'note':
        return mark(
          town.happens(
            by,
            thread,
            text(note()),
            pick % 2 ? { replyTo: own?.id ?? town.theirs(customer) } : {},
          ),
          'note',
        );
      case 'cardNote':
        return mark(
          town.happens(by, thread, text(`NOTE ${this.#next()}`), { replyTo: town.card(customer) }),
          'note',
        );
      case 'noteCommand':
        return mark(
          town.happens(by, thread, { kind: 'command', name: 'note', payload: `NOTE ${this.#next()}` }),
          'note',
        );
      case 'photoNote':
        return mark(town.happens(by, thread, this.#photo(note(), null)), 'note');
      case 'albumNote': {
        const album = `al${this.#next()}`;
        const captioned = pick % 3;
        for (let part = 0; part < 3; part += 1) {
          const file = this.#photo(part === captioned ? note() : '', album);
          await mark(town.happens(by, thread, file), 'note');
        }
        return;
      }
      case 'editIntoNote':
        if (own)
          await town.happens(own.by, own.customer.thread, {
            kind: 'edited',
            messageId: own.id,
            text: note(),
          });
        return;
      case 'editNote': {
        const other = this.written.filter(({ kind }) => kind === 'note')[pick % 5];
        if (other)
          await town.happens(other.by, other.customer.thread, {
            kind: 'edited',
            messageId: other.id,
            text: `NOTE ${this.#next()}`,
          });
        return;
      }
      case 'edit':
        if (own?.kind === 'answer')
          await town.happens(own.by, own.customer.thread, {
            kind: 'edited',
            messageId: own.id,
            text: `SAY-${own.customer.id} ${this.#next()}`,
          });
        return;
      case 'undo':
        if (own)
          await town.happens(
            by,
            own.customer.thread,
            { kind: 'command', name: 'undo', payload: '' },
            { replyTo: own.id },
          );
        return;
      case 'tap': {
        // A manager could let the stranger act, and then they may.
        const isRoster = ({ messages }: { messages: unknown }) =>
          JSON.stringify(messages).includes('desk.roster');
        const offers = town
          .offers()
          .filter((offer) => !isRoster(offer))
          .slice(0, 6);
        const offer = offers[pick % Math.max(1, offers.length)];
        const event = {
          kind: 'tap',
          tapId: `x${this.#next()}`,
          offer: { row: offer?.sk ?? 'none', option: pick % 3 },
        } as const;
        await town.happens(by, thread, event, { messageId: '77' });
        return;
      }
      case 'stranger':
        await town.happens(strangers[who] ?? '6', thread, text('STRANGER'));
        return;
      case 'hidden':
        await town.happens(null, thread, { kind: 'hidden' });
        return;
      case 'general':
        await town.happens(by, '', text(`NOTE ${this.#next()}`));
        return;
      case 'nobody':
        await town.happens(by, '5', text(`NOTE ${this.#next()}`));
        return;
      case 'newTopic':
        return town.opensTopic(customer);
      case 'moveHome':
        return town.movesHome(customer, customer.homes[pick % customer.homes.length] ?? '');
      case 'fetch':
      case 'fetchFails':
        return town.fetches(act === 'fetch');
      case 'deliver':
        return town.delivers();
      case 'wait':
        town.now += (pick + 1) * 40_000;
        return;
      case 'react':
        await town.happens(by, '', { kind: 'reaction', messageId: town.theirs(customer), emoji: '👍' });
        return;
    }
  }

  #photo(caption: string, album: string | null) {
    const id = `NOTEFILE${this.#next()}`;
    this.#noteFiles.push(id);
    const file = { id, bytes: 9, mime: 'image/jpeg', name: null };
    return { kind: 'photo', file, caption, album } as const;
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Everything that leaves or could still leave for a customer and should not. */
  leaks(): readonly string[] {
    return this.town.rows().flatMap((row) => {
      const said = JSON.stringify(row.messages);
      const owner = this.town.customers.find(({ homes }) => homes.includes(row.destination));
      const meantFor = [...said.matchAll(/SAY-([\w./]+)/g)].map(([, id]) => id);
      const isGone = row.outcome === 'superseded';
      return [
        ...(/NOTE(?!FILE)/.test(said) ? [`a note: ${said}`] : []),
        ...(!isGone && /NOTEFILE/.test(said) ? [`a note's file: ${said}`] : []),
        ...(/STRANGER/.test(said) ? ['a stranger'] : []),
        ...(meantFor.some((id) => id !== owner?.id) ? [`meant for another: ${said}`] : []),
      ];
    });
  }
}

describe('a note', () => {
  it('never reaches a customer, in 10,000 random sequences of notes, answers, edits, moves and taps', async () => {
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const play = new Play();
        for (const one of steps) {
          await play.does(one);
          expect(play.leaks()).toEqual([]);
        }
        answers += play.town.rows().length;
      }),
      { numRuns: 10_000 },
    );
    // The sequences are worth something: answers did go out.
    expect(answers).toBeGreaterThan(500);
  }, 600_000);
});
