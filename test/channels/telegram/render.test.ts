import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Payload } from '#shared/channels/channel.ts';
import { split } from '#shared/channels/split.ts';
import { buttonData, offerOf } from '#shared/channels/telegram/button.ts';
import { acknowledge, notice, render, retireCard } from '#shared/channels/telegram/render.ts';
import { card, type Outbound, type Say, say } from '#shared/domain/outbound.ts';
import { act, anyOutbound, calendar, context, link, person, text, words } from '../sample.ts';

const markup = z.object({
  inline_keyboard: z
    .array(
      z.array(
        z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() }),
      ),
    )
    .optional(),
  keyboard: z
    .array(
      z.array(
        z.object({
          text: z.string(),
          request_contact: z.boolean().optional(),
          request_location: z.boolean().optional(),
        }),
      ),
    )
    .optional(),
  one_time_keyboard: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
});
const sayBody = z.object({ text: z.string(), reply_markup: markup.optional() });

function bodyOf(payload: Payload | undefined) {
  return sayBody.parse(payload?.body);
}

function edited(message: Say): Say {
  return { ...message, place: 'edit', target: '40' };
}

/** The calls that show one message. */
function shown(message: Outbound, to = person): readonly Payload[] {
  return render([message], to, text, context).map(({ payload }) => payload);
}

describe('a message', () => {
  it('is one call with its paragraphs, without previews and without any markup language', () => {
    expect(shown(say([words('Good morning.'), words('<b>*Which car?*</b>')]))).toEqual([
      {
        method: 'sendMessage',
        body: {
          chat_id: 501,
          text: 'Good morning.\n\n<b>*Which car?*</b>',
          link_preview_options: { is_disabled: true },
        },
        uploads: [],
        idempotent: false,
      },
    ]);
  });

  it('names the topic only where there is one', () => {
    const [inTopic] = shown(say(words('hi')), { ...person, chat: '-1002000000001', thread: '77' });
    expect(inTopic?.body).toMatchObject({ chat_id: -1_002_000_000_001, message_thread_id: 77 });
    const [alone] = shown(say(words('hi')));
    expect(alone?.body).not.toHaveProperty('message_thread_id');
  });

  it('answers the message it answers, once', () => {
    const bodies = shown({ ...say(words('слово '.repeat(1_000))), replyTo: '88' }).map(({ body }) => body);
    expect(bodies[0]).toMatchObject({
      reply_parameters: { message_id: 88, allow_sending_without_reply: true },
    });
    expect(bodies[1]).not.toHaveProperty('reply_parameters');
  });

  it('that only sums up or mirrors makes no phone ring', () => {
    const [silent] = shown({ ...say(words('Octavia')), slot: 'card' });
    expect(silent?.body).toMatchObject({ disable_notification: true });
    expect(shown(say(words('Octavia')))[0]?.body).not.toHaveProperty('disable_notification');
  });

  it('counts the actions of a row in order and leaves links out of the count', () => {
    const options = [[act('One'), link('Map')], [act('Two')], [], [act('Three')]];
    const before = say(words('First'), [[act('a'), act('b')], [act('c')]]);
    const [, sent] = render([before, say(words('Choose'), options)], person, text, context);
    expect(bodyOf(sent?.payload).reply_markup?.inline_keyboard).toEqual([
      [
        { text: 'One', callback_data: '1.01K3WPXA7Q.2.3' },
        { text: 'Map', url: 'https://station.example/c/abc.ics' },
      ],
      [{ text: 'Two', callback_data: '1.01K3WPXA7Q.2.4' }],
      [{ text: 'Three', callback_data: '1.01K3WPXA7Q.2.5' }],
    ]);
  });

  it('too long for one call is split between paragraphs, with the buttons under the last part', () => {
    const paragraph = 'слово '.repeat(400).trim();
    const payloads = shown(say([words(paragraph), words(paragraph)], [[act('Yes')]]));
    expect(payloads.map((payload) => bodyOf(payload).text.trim())).toEqual([paragraph, paragraph]);
    expect(payloads.map((payload) => bodyOf(payload).reply_markup?.inline_keyboard)).toEqual([
      undefined,
      [[{ text: 'Yes', callback_data: '1.01K3WPXA7Q.2.0' }]],
    ]);
  });

  it('without a single word still can be sent', () => {
    expect(bodyOf(shown(say(words(' \n ')))[0]).text).toBe('…');
  });
});

describe('a card', () => {
  it('is edited in place after a tap, and a lost answer of that may be repeated', () => {
    const [only, ...rest] = shown(edited(card('step', words('Which day?'), [[act('Mon')]])));
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      method: 'editMessageText',
      body: { chat_id: 501, message_id: 40, text: 'Which day?' },
      idempotent: true,
    });
  });

  it('is sent anew when its message is not known, or when it has to come below', () => {
    const message = edited(card('step', words('Which day?')));
    expect(shown({ ...message, target: null })[0]?.method).toBe('sendMessage');
    expect(shown({ ...message, place: 'new' })[0]?.method).toBe('sendMessage');
  });

  it('that outgrew one message keeps its first part and goes on below, where the buttons are', () => {
    const message = edited(card('step', words('α '.repeat(3_000)), [[act('Mon')]]));
    const payloads = shown(message);
    expect(payloads.map(({ method }) => method)).toEqual(['editMessageText', 'sendMessage']);
    expect(payloads.map((payload) => bodyOf(payload).reply_markup !== undefined)).toEqual([false, true]);
  });

  it('that is over loses its buttons', () => {
    expect(retireCard(person, '40')).toEqual({
      method: 'editMessageReplyMarkup',
      body: { chat_id: 501, message_id: 40 },
      uploads: [],
      idempotent: true,
    });
  });
});

describe('asking for the phone number', () => {
  const askContact = { share: words('Share my number'), skip: words('Skip') };
  const keyboard = {
    keyboard: [[{ text: 'Share my number', request_contact: true }], [{ text: 'Skip' }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  };

  it('shows one key for it and one to skip it', () => {
    const payloads = shown({ ...say(words('Your number?')), askContact });
    expect(payloads.map(bodyOf)).toEqual([{ text: 'Your number?', reply_markup: keyboard }]);
  });

  it('comes as a new message, since a card cannot hold it', () => {
    const message = edited({ ...say(words('Your number?')), askContact });
    expect(shown(message).map(({ method }) => method)).toEqual(['sendMessage']);
  });

  it('gets a message of its own where the words have buttons', () => {
    const message = { ...say(words('Your number?'), [[act('Back')]]), askContact };
    const [first, second] = shown(message);
    expect(bodyOf(first).reply_markup?.inline_keyboard).toHaveLength(1);
    expect(bodyOf(second)).toEqual({ text: 'Share my number', reply_markup: keyboard });
  });
});

describe('asking where somebody is', () => {
  const askLocation = words('Send my location');
  const keyboard = {
    keyboard: [[{ text: 'Send my location', request_location: true }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  };

  it('shows one key for it', () => {
    const payloads = shown({ ...say(words('Stop safely')), askLocation });
    expect(payloads.map(bodyOf)).toEqual([{ text: 'Stop safely', reply_markup: keyboard }]);
  });

  it('comes after the words that have buttons, as a message of its own', () => {
    const [first, second] = shown({ ...say(words('Stop safely'), [[act('Call me back')]]), askLocation });
    expect(bodyOf(first)).toMatchObject({ text: 'Stop safely', reply_markup: { inline_keyboard: [[{}]] } });
    expect(bodyOf(second)).toEqual({ text: 'Send my location', reply_markup: keyboard });
  });

  it('stands beside the key for the number where both are asked', () => {
    const askContact = { share: words('Share my number'), skip: words('Skip') };
    const [only] = shown({ ...say(words('Who and where?')), askContact, askLocation });
    expect(bodyOf(only).reply_markup).toEqual({
      ...keyboard,
      keyboard: [
        [{ text: 'Share my number', request_contact: true }],
        [{ text: 'Send my location', request_location: true }],
        [{ text: 'Skip' }],
      ],
    });
  });
});

describe('the messages of one row', () => {
  it('are each complete with their last call', () => {
    const long = say(words('слово '.repeat(1_000)));
    const parts = render([long, { kind: 'silence' }, { kind: 'place' }], person, text, context);
    expect(parts.map(({ completes }) => completes)).toEqual([[], [0], [2]]);
  });
});

describe('other messages', () => {
  it('the calendar file goes along as a document', () => {
    const [only] = shown(calendar);
    expect(only).toMatchObject({
      method: 'sendDocument',
      body: { chat_id: 501 },
      uploads: [{ field: 'document', name: 'K3WPXA.ics', mime: 'text/calendar; charset=utf-8' }],
      idempotent: false,
    });
    const file = Buffer.from(only?.uploads[0]?.content ?? []).toString();
    expect(file).toContain('SUMMARY:Annual service\\, Octavia\r\n');
    expect(file).toContain('DTSTAMP:20261121T100000Z\r\n');
  });

  it('the place is a venue on the map', () => {
    expect(shown({ kind: 'place' })).toMatchObject([
      {
        method: 'sendVenue',
        body: { chat_id: 501, latitude: 40.6, longitude: 22.95, title: 'Station', address: 'Leof. Nikis 1' },
      },
    ]);
  });

  it('silence sends nothing', () => {
    expect(shown({ kind: 'silence' })).toEqual([]);
  });

  it('the answer to a tap may be repeated', () => {
    expect(acknowledge({ tapId: '4382001', messageId: '11' })).toEqual({
      method: 'answerCallbackQuery',
      body: { callback_query_id: '4382001' },
      uploads: [],
      idempotent: true,
    });
  });

  it('the answer to a tap may say a few words, cut where they are many', () => {
    const said = (toast: string) => acknowledge({ tapId: '1', messageId: null, toast })?.body;
    expect(said('Maria has it')).toEqual({ callback_query_id: '1', text: 'Maria has it', show_alert: false });
    expect(said(' ')).toEqual({ callback_query_id: '1' });
    const cut = String(said('слово '.repeat(60))?.text);
    expect(cut).toHaveLength(200);
    expect(cut.endsWith('…')).toBe(true);
  });

  it('words are not acknowledged, and nothing is prepared: people may always be written to', () => {
    expect(acknowledge({ tapId: null, messageId: '11' })).toBeNull();
    expect(notice()).toBeNull();
  });
});

describe('whatever is said', () => {
  it('keeps to every limit of Telegram', () => {
    fc.assert(
      fc.property(anyOutbound, (message) => {
        for (const payload of shown(message)) {
          if (payload.method === 'sendMessage' || payload.method === 'editMessageText') checkLimits(payload);
        }
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('loses no character that shows, no button and no link', () => {
    fc.assert(
      fc.property(anyOutbound, (message) => {
        if (message.kind !== 'say') return;
        const bodies = shown(message).map(bodyOf);
        const said = message.text.map((one) => text.say(one)).join('');
        expect(visible(bodies.map((body) => body.text).join(''))).toContain(visible(said.toWellFormed()));
        const buttons = bodies.flatMap((body) => body.reply_markup?.inline_keyboard?.flat() ?? []);
        expect(buttons.map((button) => button.url === undefined)).toEqual(
          message.options.flat().map(({ kind }) => kind === 'act'),
        );
        const options = buttons.flatMap(({ callback_data: data }) => offerOf(data ?? null)?.option ?? []);
        expect(options).toEqual([...options.keys()]);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});

describe('splitting', () => {
  it('gives parts that together are the text, within the limit, never half an emoji', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '😊', ' ', '\n', '\n\n', 'λέξη'), maxLength: 300 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (whole, limit) => {
        const parts = split(whole, limit);
        expect(parts.join('')).toBe(whole);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('prefers the end of a paragraph, then of a line, then of a word', () => {
    expect(split('one two\n\nthree four', 12)).toEqual(['one two\n\n', 'three four']);
    expect(split('one two\nthree four', 12)).toEqual(['one two\n', 'three four']);
    expect(split('one two three', 9)).toEqual(['one two ', 'three']);
    expect(split('x'.repeat(10), 4)).toEqual(['xxxx', 'xxxx', 'xx']);
  });
});

describe('the data of a button', () => {
  it('comes back as the row and the option it named', () => {
    const rows = fc.string({ unit: fc.constantFrom(...'AZaz09.-#/'), minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(rows, fc.nat(999), (row, option) => {
        const data = buttonData(row, option);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(offerOf(data)).toEqual({ row, option });
      }),
    );
  });

  it('of any other make is nobody’s offer', () => {
    for (const data of [
      '',
      '1',
      '1.',
      '1.a',
      '1..0',
      '2.a.0',
      '1.a.-1',
      '1.a.1e3',
      '1.a b.0',
      '1.я.0',
      null,
    ]) {
      expect(offerOf(data)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (data) => {
        const offer = offerOf(data);
        if (offer)
          expect(buttonData(offer.row, offer.option)).toHaveLength(`1.${offer.row}.${offer.option}`.length);
      }),
    );
  });

  it('refuses a row whose id would not fit, instead of sending a button that Telegram refuses', () => {
    expect(() => buttonData('x'.repeat(70), 1)).toThrow(RangeError);
  });
});

function checkLimits(payload: Payload): void {
  const body = bodyOf(payload);
  expect(body.text.length).toBeLessThanOrEqual(4_096);
  expect(body.text.trim()).not.toBe('');
  expect(body.text.isWellFormed()).toBe(true);
  expect(payload.body).not.toHaveProperty('parse_mode');
  const rows = [...(body.reply_markup?.inline_keyboard ?? []), ...(body.reply_markup?.keyboard ?? [])];
  expect(rows.flat().length).toBeLessThanOrEqual(100);
  for (const row of rows) {
    expect(row.length).toBeGreaterThan(0);
    expect(row.length).toBeLessThanOrEqual(8);
    for (const button of row) {
      expect(button.text.trim()).not.toBe('');
      expect(button.text.isWellFormed()).toBe(true);
      if ('callback_data' in button) {
        expect(Buffer.byteLength(button.callback_data ?? '')).toBeLessThanOrEqual(64);
      }
    }
  }
}

function visible(shown: string): string {
  return shown.replace(/\s/gu, '');
}
