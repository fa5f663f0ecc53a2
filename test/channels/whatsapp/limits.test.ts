import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf } from '#shared/channels/whatsapp/button.ts';
import { whatsapp } from '#shared/channels/whatsapp/channel.ts';
import { interactive } from '#shared/channels/whatsapp/limits.ts';
import { actionsOf, type Outbound } from '#shared/domain/outbound.ts';
import { reachAll } from '../reach.ts';
import { anyOutbound, context, text } from '../sample.ts';
import { person, seenOf, shown } from './shown.ts';

const anyRow = fc.array(anyOutbound, { minLength: 1, maxLength: 5 });
const wholeRow = { numRuns: 100, endOnFailure: true };

/** Words without the blanks at which they may be broken. */
const bare = (words: string) => words.toWellFormed().replace(/\s+/gu, '');

function saidIn(message: Outbound): readonly string[] {
  return message.kind === 'say'
    ? message.text.map((one) => bare(text.say(one))).filter((one) => one !== '')
    : [];
}

describe('whatever is said', () => {
  it('keeps every limit of Meta’s', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const one of whatsapp.render(row, person, text, context)) seenOf(one);
      }),
      wholeRow,
    );
  });

  it('is shown with all its words, in order', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const seen = bare(
          shown(row)
            .map(({ words }) => words)
            .join(''),
        );
        let from = 0;
        for (const words of row.flatMap(saidIn)) {
          const at = seen.indexOf(words, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + words.length;
        }
      }),
      wholeRow,
    );
  });

  it('lets the person reach every action over the parts of a list', () => {
    fc.assert(
      fc.property(fc.array(anyOutbound, { minLength: 1, maxLength: 2 }), (row) => {
        const { options } = reachAll(whatsapp, row, person, text, context);
        expect(options).toEqual([...row.flatMap(actionsOf).keys()]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('completes each message once and in order, as soon as anything is shown', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const complete = shown(row).flatMap(({ completes }) => completes);
        expect(complete).toEqual(complete.length > 0 ? [...row.keys()] : []);
      }),
      wholeRow,
    );
  });

  it('comes back from the phone as what was offered', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const id of shown(row).flatMap(({ ids }) => ids)) {
          const choice = choiceOf(id, 'wamid');
          expect(choice.kind === 'tap' ? choice.offer?.row : choice.kind === 'more' && choice.row).toBe(
            context.row,
          );
        }
      }),
      wholeRow,
    );
  });
});

describe('the limits', () => {
  it('leave five minutes of the day in which we may write freely', () => {
    expect(whatsapp.limits.windowMs).toBe(86_100_000);
  });

  it('hold a post of 3 MB, and the ids of buttons and rows', () => {
    expect(whatsapp.limits.bodyBytes).toBeGreaterThan(3_145_728);
    expect(whatsapp.limits.buttonDataBytes).toBe(256);
    expect(interactive.rowIdBytes).toBe(200);
  });
});
