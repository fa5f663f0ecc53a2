import { describe, expect, it } from 'vitest';
import { notice } from '#shared/channels/whatsapp/notice.ts';
import { acknowledge, render, retireCard } from '#shared/channels/whatsapp/render.ts';
import { languages } from '#shared/domain/language.ts';
import { card, type Option, type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { act, calendar, context, link, text, words } from '../sample.ts';
import { person, shown } from './shown.ts';

const map: Option = { kind: 'link', label: phrase('labelMap'), url: 'https://maps.example/?q=1,2' };
const ics = '«labelCalendar»: https://station.example/c/kT9fZ0Qw3eLm5NxB7vYc2A.ics';
const place: Outbound = { kind: 'place' };
const silence: Outbound = { kind: 'silence' };
const acts = (count: number, label = 'Row') =>
  Array.from({ length: count }, (_, index) => [act(`${label} ${index}`)]);

describe('a message', () => {
  it('is one call with its paragraphs, without previews', () => {
    expect(render([say([words('Good morning.'), words('Which *car*?')])], person, text, context)).toEqual([
      {
        payload: {
          method: 'messages',
          body: {
            messaging_product: 'whatsapp',
            recipient_type: 'individual',
            recipient: person.chat,
            type: 'text',
            text: { body: 'Good morning.\n\nWhich *car*?', preview_url: false },
          },
          uploads: [],
          idempotent: false,
        },
        completes: [0],
      },
    ]);
  });

  it('goes to a number where there is no id within our business', () => {
    const [only] = render([say(words('hi'))], { ...person, chat: 'tel.306912345678' }, text, context);
    expect(only?.payload.body).toMatchObject({ to: '306912345678' });
    expect(only?.payload.body).not.toHaveProperty('recipient');
  });

  it('has up to three actions as buttons, and links as lines under its words', () => {
    const options = [[act('One'), map], [act('Two')], [act('Three'), link('File')]];
    expect(shown([say(words('Choose'), options)])).toEqual([
      {
        words: 'Choose\n\n«labelMap»: https://maps.example/?q=1,2\nFile: https://station.example/c/abc.ics',
        under: 'button',
        titles: ['One', 'Two', 'Three'],
        details: [],
        ids: ['1.01K3WPXA7Q.2.0', '1.01K3WPXA7Q.2.1', '1.01K3WPXA7Q.2.2'],
        completes: [0],
      },
    ]);
  });

  it('has titles that are cut visibly, between what people see as characters, and numbered when equal', () => {
    const labels = [
      'Cancel the visit of Tuesday',
      'Cancel the visit of Wednesday',
      `${'x'.repeat(17)}👩🏽‍🔧 and more`,
    ];
    expect(shown([say(words('?'), [labels.map(act)])])).toMatchObject([
      { titles: ['Cancel the visit of…', 'Cancel the visit… 2', `${'x'.repeat(17)}…`] },
    ]);
  });

  it('has titles of one line, and none that is empty', () => {
    expect(shown([say(words('?'), [[act(' two\n lines '), act(' '), act('a\ud83d')]])])).toMatchObject([
      { titles: ['two lines', '…', 'a\ufffd'] },
    ]);
  });

  it('has four to ten actions as a list, with long labels in full below their titles', () => {
    const labels = ['Oil & filter · 45 min', 'Annual service of the whole car · 2 h', 'Brakes', 'Else'];
    const [only] = render([say(words('Which work?'), [labels.map(act)])], person, text, context);
    expect(only?.payload.body).toMatchObject({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Which work?' },
        action: {
          button: '«labelChoose»',
          sections: [
            {
              rows: [
                { id: '1.01K3WPXA7Q.2.0', title: 'Oil & filter · 45 min' },
                {
                  id: '1.01K3WPXA7Q.2.1',
                  title: 'Annual service of the w…',
                  description: 'Annual service of the whole car · 2 h',
                },
                { id: '1.01K3WPXA7Q.2.2', title: 'Brakes' },
                { id: '1.01K3WPXA7Q.2.3', title: 'Else' },
              ],
            },
          ],
        },
      },
    });
    expect(shown([say(words('?'), acts(10))])[0]?.titles).toHaveLength(10);
  });

  it('with more than ten actions shows nine and the way to the next, until the last', () => {
    const long = say(words('When?'), acts(23));
    const pages = [0, 1, 2, 9].map((page) => shown([{ ...long, page }])[0]);
    expect(pages.map((one) => one?.titles)).toEqual([
      [...Array.from({ length: 9 }, (_, index) => `Row ${index}`), '«labelMoreRows»'],
      [...Array.from({ length: 9 }, (_, index) => `Row ${index + 9}`), '«labelMoreRows»'],
      Array.from({ length: 5 }, (_, index) => `Row ${index + 18}`),
      Array.from({ length: 5 }, (_, index) => `Row ${index + 18}`),
    ]);
    expect(pages[0]?.ids.at(-1)).toBe('1.01K3WPXA7Q.2.m0.1');
    expect(pages[1]?.ids.slice(0, 1)).toEqual(['1.01K3WPXA7Q.2.9']);
    expect(pages[1]?.ids.at(-1)).toBe('1.01K3WPXA7Q.2.m0.2');
  });

  it('whose last part has few actions shows them as buttons', () => {
    expect(shown([{ ...say(words('When?'), acts(11)), page: 1 }])).toMatchObject([
      { under: 'button', titles: ['Row 9', 'Row 10'] },
    ]);
    expect(shown([{ ...say(words('When?'), acts(19)), page: 1 }])[0]?.titles).toHaveLength(10);
  });

  it('counts the actions of the whole row, whatever part is shown', () => {
    const first = { ...say(words('One'), acts(12, 'a')), page: 1 };
    const seen = shown([first, say(words('Two'), acts(12, 'b'))]);
    expect(seen.map(({ ids }) => ids.at(0))).toEqual(['1.01K3WPXA7Q.2.9', '1.01K3WPXA7Q.2.12']);
    expect(seen[1]?.ids.at(-1)).toBe('1.01K3WPXA7Q.2.m1.1');
  });

  it('too long for one call is split between paragraphs', () => {
    const long = ['a', 'b', 'c'].map((letter) => words(letter.repeat(1_800)));
    expect(shown([say(long)]).map(({ words }) => words)).toEqual([
      `${'a'.repeat(1_800)}\n\n${'b'.repeat(1_800)}`,
      'c'.repeat(1_800),
    ]);
  });

  it('too long for its buttons has them under its last words, and as few messages as possible', () => {
    const long = ['a', 'b', 'c', 'd'].map((letter) => words(letter.repeat(900)));
    expect(shown([say(long, [[act('Yes')]])])).toMatchObject([
      {
        words: ['a', 'b', 'c'].map((letter) => letter.repeat(900)).join('\n\n'),
        under: 'nothing',
        completes: [],
      },
      { words: 'd'.repeat(900), under: 'button', completes: [0] },
    ]);
  });

  it('without words has a mark in their place', () => {
    expect(shown([say(words(' \n'))])).toMatchObject([{ words: '…', under: 'nothing' }]);
    expect(shown([say(words(''), [[act('Yes')]])])).toMatchObject([{ words: '…', under: 'button' }]);
  });
});

describe('a request for the number', () => {
  const askContact = { share: words('Share my number'), skip: words('Skip') };

  it('is of its own kind, and the words say how to go on without', () => {
    expect(shown([{ ...say(words('Your number?')), askContact }])).toMatchObject([
      { words: 'Your number?\n\n«hintSkip»', under: 'request_contact_info' },
    ]);
  });

  it('stands apart from buttons', () => {
    expect(shown([{ ...say(words('Your number?'), [[act('Back')]]), askContact }])).toMatchObject([
      { words: 'Your number?', under: 'button', completes: [] },
      { words: 'Share my number\n\n«hintSkip»', under: 'request_contact_info', completes: [0] },
    ]);
  });
});

describe('a request for the place', () => {
  const askLocation = words('Send my location');

  it('stands under the words themselves', () => {
    expect(shown([{ ...say(words('Stop safely')), askLocation }])).toMatchObject([
      { words: 'Stop safely', under: 'location_request_message' },
    ]);
  });

  it('stands apart from buttons', () => {
    expect(shown([{ ...say(words('Stop safely'), [[act('Call me back')]]), askLocation }])).toMatchObject([
      { words: 'Stop safely', under: 'button', completes: [] },
      { words: 'Send my location', under: 'location_request_message', completes: [0] },
    ]);
  });

  it('follows the one for the number where both are asked', () => {
    const askContact = { share: words('Share my number'), skip: words('Skip') };
    expect(shown([{ ...say(words('Who and where?')), askContact, askLocation }])).toMatchObject([
      { words: 'Who and where?\n\n«hintSkip»', under: 'request_contact_info' },
      { words: 'Send my location', under: 'location_request_message' },
    ]);
  });

  it('under very long words keeps to the most that such a message may have', () => {
    const pieces = shown([{ ...say(words('слово '.repeat(1_000))), askLocation }]);
    expect(pieces.at(-1)).toMatchObject({ under: 'location_request_message' });
    expect(pieces.filter(({ under }) => under === 'location_request_message')).toHaveLength(1);
  });
});

describe('a row', () => {
  it('of several texts is one message, with the buttons of whichever has some', () => {
    expect(shown([say(words('One')), say(words('Two'), [[act('Yes')]]), say(words('Three'))])).toMatchObject([
      { words: 'One\n\nTwo\n\nThree', under: 'button', completes: [0, 1, 2] },
    ]);
  });

  it('with buttons of two messages is two messages', () => {
    const seen = shown([
      say(words('One')),
      say(words('Two'), [[act('a')]]),
      say(words('Three'), [[act('b')]]),
    ]);
    expect(seen).toMatchObject([
      { words: 'One\n\nTwo', ids: ['1.01K3WPXA7Q.2.0'], completes: [0, 1] },
      { words: 'Three', ids: ['1.01K3WPXA7Q.2.1'], completes: [2] },
    ]);
  });

  it('that together is too long for one message keeps its messages whole', () => {
    const seen = shown([say(words('a'.repeat(1_000))), say(words('b'.repeat(30)), [[act('Yes')]])]);
    expect(seen.map(({ words }) => words.length)).toEqual([1_000, 30]);
    const texts = shown([say(words('a'.repeat(4_000))), say(words('b'.repeat(100)))]);
    expect(texts.map(({ words }) => words.length)).toEqual([4_000, 100]);
    const exactly = shown([say(words('a'.repeat(4_000))), say(words('b'.repeat(94)))]);
    expect(exactly.map(({ words }) => words.length)).toEqual([4_096]);
  });

  it('of a confirmation is one message: the calendar file and the map are lines of it', () => {
    const booked = card('last', words('Booked: Tue 24 Nov 09:00.'), [[act('Move'), act('Cancel')], [map]]);
    expect(shown([booked, calendar])).toMatchObject([
      {
        words: `Booked: Tue 24 Nov 09:00.\n\n«labelMap»: https://maps.example/?q=1,2\n${ics}`,
        titles: ['Move', 'Cancel'],
        completes: [0, 1],
      },
    ]);
  });

  it('that begins with a calendar file has it before the words', () => {
    expect(shown([calendar, say(words('Booked.'), [[act('Move')]])])).toMatchObject([
      { words: `${ics}\n\nBooked.`, completes: [0, 1] },
    ]);
  });

  it('shows nothing of a calendar file that is not given out, beside other words', () => {
    for (const gone of [
      { ...calendar, cancelled: true },
      { ...calendar, token: null },
    ]) {
      expect(shown([say(words('Cancelled.')), gone])).toMatchObject([
        { words: 'Cancelled.', completes: [0, 1] },
      ]);
      expect(shown([gone, say(words('Cancelled.'))])).toMatchObject([
        { words: 'Cancelled.', completes: [0, 1] },
      ]);
    }
  });

  it('of a calendar file alone says what it holds', () => {
    const own = 'Annual service, Octavia\n\nBring the service book';
    expect(shown([{ ...calendar, cancelled: true }, silence])).toMatchObject([
      { words: own, completes: [0, 1] },
    ]);
    expect(shown([{ ...calendar, token: null }])).toMatchObject([{ words: own }]);
    expect(shown([calendar])).toMatchObject([{ words: `${own}\n\n${ics}` }]);
  });

  it('shows the station on a map between what stands before and after it', () => {
    const [first, second, third] = render(
      [say(words('Here:')), place, say(words('Come!'))],
      person,
      text,
      context,
    );
    expect(first?.payload.body).toMatchObject({ text: { body: 'Here:' } });
    expect(second?.payload.body).toMatchObject({
      type: 'location',
      location: { latitude: '40.6', longitude: '22.95', name: 'Station', address: 'Leof. Nikis 1' },
    });
    expect(third).toMatchObject({ payload: { body: { text: { body: 'Come!' } } }, completes: [2] });
  });

  it('needs no map where a card before it links to one', () => {
    const booked = say(words('Booked.'), [[act('Move')], [map]]);
    expect(shown([booked, silence, place])).toMatchObject([{ under: 'button', completes: [0, 1, 2] }]);
    expect(shown([place, booked]).map(({ under }) => under)).toEqual(['map', 'button']);
  });

  it('of silence alone shows nothing', () => {
    expect(shown([silence])).toEqual([]);
    expect(shown([silence, say(words('hi')), silence])).toMatchObject([
      { words: 'hi', completes: [0, 1, 2] },
    ]);
  });

  it('sends a card anew: nothing can be changed or taken back', () => {
    const edited = {
      ...card('step', words('Which day?'), [[act('Mon')]]),
      place: 'edit' as const,
      target: 'wamid.A',
    };
    expect(shown([edited])).toEqual(shown([{ ...edited, place: 'new', target: null }]));
    expect(retireCard()).toBeNull();
  });

  it('refuses an id that is too long, instead of sending a list that Meta refuses', () => {
    const where = { ...context, row: 'x'.repeat(200) };
    expect(() => shown([say(words('?'), [[act('Yes')]])], where)).toThrow(RangeError);
  });
});

describe('a message from the person', () => {
  it('is marked as read while we write, which may be said twice', () => {
    expect(acknowledge({ tapId: null, messageId: 'wamid.IN' })).toEqual({
      method: 'messages',
      body: {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.IN',
        typing_indicator: { type: 'text' },
      },
      uploads: [],
      idempotent: true,
    });
  });

  it('that has no id, or was none, is not', () => {
    expect(acknowledge({ tapId: 'wamid.IN', messageId: null })).toBeNull();
  });
});

describe.each(languages)('a prepared notice in %s', (language) => {
  const real = textFor(language, station, context.now);
  const start = Date.UTC(2026, 10, 24, 7);

  it('of a reminder answers as its card would', () => {
    const payload = notice({ kind: 'reminder', start, car: 'Octavia' }, person, real, context);
    expect(payload).toMatchObject({ method: 'messages', idempotent: false, uploads: [] });
    const moment = expect.stringContaining('09:00');
    expect(payload.body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: person.chat,
      type: 'template',
      template: {
        name: 'visit_reminder',
        language: { code: language },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Octavia' },
              { type: 'text', text: moment },
            ],
          },
          ...[0, 1, 2].map((index) => ({
            type: 'button',
            sub_type: 'quick_reply',
            index: String(index),
            parameters: [{ type: 'payload', payload: `1.01K3WPXA7Q.2.${index}` }],
          })),
        ],
      },
    });
  });

  it('of anything else asks for the words that wait', () => {
    const { body } = notice({ kind: 'message', car: '' }, { ...person, chat: 'tel.30691' }, real, context);
    expect(body).toMatchObject({
      to: '30691',
      template: {
        name: 'advisor_message',
        components: [
          { type: 'body', parameters: [{ type: 'text', text: expect.stringMatching(/\S/) }] },
          { type: 'button', index: '0', parameters: [{ type: 'payload', payload: 'show' }] },
        ],
      },
    });
  });
});
