import { describe, expect, it } from 'vitest';
import { whatsapp } from '#shared/channels/whatsapp/channel.ts';
import { type Action, actionsOf, type Outbound, type Say } from '#shared/domain/outbound.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { given } from './given.ts';
import type { Neighbour } from './neighbour.ts';

/** Where few buttons fit, a message may show its first three only: what the others do must be one word or one card away. */

const address = { channel: 'whatsapp', bot: '1061', chat: 'GR.1', thread: '' };

function lastBrief(person: Neighbour): Say {
  const said = person.rows.at(-1)?.messages.find(isBrief);
  if (!said) throw new Error('Nothing brief was said');
  return said;
}

function isBrief(message: Outbound): message is Say {
  return message.kind === 'say' && message.brief;
}

function shownOf(message: Say): readonly string[] {
  const context = { row: 'v1', now: 0, publicUrl: 'https://station.example' };
  const [payload] = whatsapp.render([message], address, textFor('en', station), context);
  return [...JSON.stringify(payload?.payload.body).matchAll(/"title":"([^"]+)"/g)].map(
    ([, title = '']) => title,
  );
}

const hidden = (message: Say): readonly Action[] => actionsOf(message).slice(3);
const doing = (...actions: readonly unknown[]) => actions.map((one) => JSON.stringify(one));

describe('a greeting where few buttons fit', () => {
  const lena = given().person().sends('start');
  const greeting = lastBrief(lena);

  it('offers what people come for', () => {
    expect(shownOf(greeting)).toEqual(['Book a visit', 'Report a problem', 'Where is my car?']);
  });

  it('says the word that shows all the rest', () => {
    lena.says('menu');
    const menu = lena.rows.at(-1)?.messages.flatMap(actionsOf) ?? [];
    expect(doing(...menu)).toEqual(expect.arrayContaining(doing(...hidden(greeting))));
  });
});

describe('the first times where few buttons fit', () => {
  const lena = given().person().sends('book').taps('labelService', { id: 'oil' }).says('Octavia 2018');
  const times = lastBrief(lena);

  it('are two and the way to more', () => {
    expect(shownOf(times)).toHaveLength(3);
    expect(shownOf(times)[2]).toBe('More times');
  });

  it('leave nothing that does not stand behind "More times"', () => {
    lena.taps('labelMoreTimes');
    const more = lena.rows.at(-1)?.messages.flatMap(actionsOf) ?? [];
    expect(doing(...more)).toEqual(expect.arrayContaining(doing(...hidden(times))));
  });
});
