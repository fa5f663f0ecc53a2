import { describe, expect, it } from 'vitest';
import { NIKOS, NUMBER, startedRig } from './rig.ts';

type Body = Readonly<Record<string, unknown>>;

const x = (length: number) => 'x'.repeat(length);
const text = (length: number): Body => ({ type: 'text', text: { body: x(length) } });
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (given: readonly unknown[], more: Body = {}): Body => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'Pick' }, action: { buttons: given }, ...more },
});
const row = (id: string, more: Body = {}) => ({ id, title: 'Row', ...more });
const list = (sections: readonly unknown[], more: Body = {}): Body => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Pick' }, action: { button: 'Open', sections }, ...more },
});
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => row(`r${from + index}`));
const link = (display_text: string): Body => ({
  type: 'interactive',
  interactive: {
    type: 'cta_url',
    body: { text: 'See' },
    action: { name: 'cta_url', parameters: { display_text, url: 'https://station.example/c/1' } },
  },
});
const contact = { name: { formatted_name: 'Maria K', first_name: 'Maria' }, phones: [{ phone: '+30 231' }] };

/** What just fits, what just does not, the code of the refusal and what its details name. */
const edges: readonly (readonly [limit: string, fits: Body, over: Body, code: number, names: string])[] = [
  ['a text of 4,096 characters', text(4096), text(4097), 100, "text['body']"],
  [
    'a text of more than spaces',
    { type: 'text', text: { body: ' x' } },
    { type: 'text', text: { body: '  ' } },
    100,
    "text['body']",
  ],
  ['one button at least', buttons([button('a', 'A')]), buttons([]), 131009, "['buttons']"],
  [
    'three buttons at most',
    buttons(['a', 'b', 'c'].map((id) => button(id, id))),
    buttons(['a', 'b', 'c', 'd'].map((id) => button(id, id))),
    131009,
    "['buttons']",
  ],
  ['a button title of 20', buttons([button('a', x(20))]), buttons([button('a', x(21))]), 131009, "['title']"],
  ['a button id of 256', buttons([button(x(256), 'A')]), buttons([button(x(257), 'A')]), 131009, "['id']"],
  [
    'different button titles',
    buttons([button('a', 'A'), button('b', 'B')]),
    buttons([button('a', 'A'), button('b', 'A')]),
    131009,
    'unique',
  ],
  [
    'different button ids',
    buttons([button('a', 'A'), button('b', 'B')]),
    buttons([button('a', 'A'), button('a', 'B')]),
    131009,
    'unique',
  ],
  [
    'a body of 1,024 over buttons',
    buttons([button('a', 'A')], { body: { text: x(1024) } }),
    buttons([button('a', 'A')], { body: { text: x(1025) } }),
    131009,
    "['body']",
  ],
  [
    'a header of 60',
    buttons([button('a', 'A')], { header: { type: 'text', text: x(60) } }),
    buttons([button('a', 'A')], { header: { type: 'text', text: x(61) } }),
    131009,
    "['header']",
  ],
  [
    'a footer of 60',
    buttons([button('a', 'A')], { footer: { text: x(60) } }),
    buttons([button('a', 'A')], { footer: { text: x(61) } }),
    131009,
    "['footer']",
  ],
  ['ten rows in a section', list([{ rows: rows(10) }]), list([{ rows: rows(11) }]), 131009, 'row count'],
  [
    'ten rows in all sections',
    list([
      { title: 'A', rows: rows(5) },
      { title: 'B', rows: rows(5, 5) },
    ]),
    list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(5, 6) },
    ]),
    131009,
    'row count',
  ],
  [
    'titles over several sections',
    list([
      { title: 'A', rows: rows(1) },
      { title: 'B', rows: rows(1, 1) },
    ]),
    list([{ title: 'A', rows: rows(1) }, { rows: rows(1, 1) }]),
    131009,
    'Section title',
  ],
  [
    'a section title of 24',
    list([{ title: x(24), rows: rows(1) }]),
    list([{ title: x(25), rows: rows(1) }]),
    131009,
    "['title']",
  ],
  [
    'a row title of 24',
    list([{ rows: [row('a', { title: x(24) })] }]),
    list([{ rows: [row('a', { title: x(25) })] }]),
    131009,
    "['title']",
  ],
  [
    'a row description of 72',
    list([{ rows: [row('a', { description: x(72) })] }]),
    list([{ rows: [row('a', { description: x(73) })] }]),
    131009,
    "['description']",
  ],
  ['a row id of 200', list([{ rows: [row(x(200))] }]), list([{ rows: [row(x(201))] }]), 131009, "['id']"],
  [
    'different row ids',
    list([
      { title: 'A', rows: rows(1) },
      { title: 'B', rows: rows(1, 1) },
    ]),
    list([
      { title: 'A', rows: rows(1) },
      { title: 'B', rows: rows(1) },
    ]),
    131009,
    'unique',
  ],
  [
    'a list button of 20',
    list([{ rows: rows(1) }], { action: { button: x(20), sections: [{ rows: rows(1) }] } }),
    list([], { action: { button: x(21), sections: [{ rows: rows(1) }] } }),
    131009,
    "['button']",
  ],
  [
    'a body of 1,024 over a list',
    list([{ rows: rows(1) }], { body: { text: x(1024) } }),
    list([{ rows: rows(1) }], { body: { text: x(1025) } }),
    131009,
    "['body']",
  ],
  [
    'nothing but text in the header of a list',
    list([{ rows: rows(1) }], { header: { type: 'text', text: 'A' } }),
    list([{ rows: rows(1) }], { header: { type: 'image', image: { id: '1' } } }),
    131009,
    "['header']",
  ],
  ['a link button of 20', link(x(20)), link(x(21)), 131009, 'display_text'],
  [
    'callback data of 512',
    { ...text(1), biz_opaque_callback_data: x(512) },
    { ...text(1), biz_opaque_callback_data: x(513) },
    100,
    'biz_opaque_callback_data',
  ],
  [
    '257 contacts',
    { type: 'contacts', contacts: Array.from({ length: 257 }, () => contact) },
    { type: 'contacts', contacts: Array.from({ length: 258 }, () => contact) },
    100,
    'contacts',
  ],
  [
    'a place on earth',
    { type: 'location', location: { latitude: '40.6', longitude: 22.9 } },
    { type: 'location', location: { latitude: 90.1, longitude: 0 } },
    100,
    "['latitude']",
  ],
  ['the number as E.164', { ...text(1), to: '+30 6900 000001' }, { ...text(1), to: 'GR.123' }, 100, 'to'],
];

/** Bodies that are wrong in their form. */
const wrong: readonly (readonly [what: string, body: Body, code: number, names: string])[] = [
  ['a field that nobody knows', { ...text(1), priority: 'high' }, 100, '"priority"'],
  [
    'a field that nobody knows inside',
    { type: 'text', text: { body: 'x', format: 'html' } },
    100,
    '"format"',
  ],
  ['an unknown type', { type: 'poll', poll: {} }, 100, 'type'],
  ['no type', { text: { body: 'x' } }, 131008, 'type'],
  ['no body', { type: 'text', text: {} }, 131008, "text['body']"],
  ['a number instead of a text', { type: 'text', text: { body: 7 } }, 100, "text['body']"],
  ['another product', { ...text(1), messaging_product: 'messenger' }, 100, 'messaging_product'],
  ['a group', { ...text(1), recipient_type: 'group' }, 100, 'recipient_type'],
  ['a phone number in recipient', { ...text(1), recipient: '306900000001' }, 100, 'recipient'],
  [
    'media by id and by link',
    { type: 'image', image: { id: '1', link: 'https://a.example/b.jpg' } },
    100,
    'exactly one',
  ],
  ['media by neither', { type: 'image', image: { caption: 'x' } }, 100, 'exactly one'],
  ['a caption of 1,025', { type: 'image', image: { id: '1', caption: x(1025) } }, 100, "['caption']"],
  ['a file name of 241', { type: 'document', document: { id: '1', filename: x(241) } }, 100, "['filename']"],
  ['words with a sticker', { type: 'sticker', sticker: { id: '1', caption: 'x' } }, 100, '"caption"'],
  ['media that nobody uploaded', { type: 'image', image: { id: '1' } }, 131009, 'id'],
  [
    'an answer to a message that is not there',
    { ...text(1), context: { message_id: 'wamid.none' } },
    131009,
    'message_id',
  ],
  [
    'a reaction to a message that is not there',
    { type: 'reaction', reaction: { message_id: 'wamid.none', emoji: '👍' } },
    131009,
    'message_id',
  ],
  ['two emoji', { type: 'reaction', reaction: { message_id: 'wamid.none', emoji: '👍👍' } }, 100, 'emoji'],
  [
    'a footer under a request for a place',
    {
      type: 'interactive',
      interactive: {
        type: 'location_request_message',
        body: { text: 'x' },
        footer: { text: 'x' },
        action: { name: 'send_location' },
      },
    },
    100,
    '"footer"',
  ],
  ['a flow', { type: 'interactive', interactive: { type: 'flow', body: { text: 'x' } } }, 131009, 'type'],
];

describe('a message is taken or refused by its form', () => {
  it.each(edges)('%s', async (_limit, fits, over, code, names) => {
    const rig = await startedRig();
    const taken = await rig.send(fits);
    expect([taken.http, taken.body.error]).toEqual([200, undefined]);
    const refused = await rig.send(over);
    expect(refused).toMatchObject({ http: 400, body: { error: { code, type: 'OAuthException' } } });
    expect(refused.body.error?.error_data?.details).toContain(names);
    expect(rig.chat(NIKOS).messages).toHaveLength(2);
  });

  it.each(wrong)('%s is refused', async (_what, body, code, names) => {
    const rig = await startedRig();
    const refused = await rig.send(body);
    expect(refused).toMatchObject({
      http: 400,
      body: { error: { code, type: 'OAuthException', error_data: { messaging_product: 'whatsapp' } } },
    });
    expect(refused.body.error?.error_data?.details).toContain(names);
    expect(rig.whatsapp.ledger().at(-1)).toMatchObject({ call: 'send', status: 400, code, effect: false });
  });

  it('what is not JSON, and nobody to send to', async () => {
    const rig = await startedRig();
    const plain = { 'content-type': 'text/plain' };
    expect(await rig.call('POST', `${NUMBER}/messages`, text(1), plain)).toMatchObject({ http: 400 });
    expect(await rig.send({ ...text(1), to: undefined })).toMatchObject({
      body: { error: { code: 131008 } },
    });
    expect(await rig.send({ ...text(1), to: '302310000000' })).toMatchObject({
      body: { error: { code: 131021 } },
    });
  });
});

describe('a call is refused', () => {
  it('with 401 and code 190 without the right token', async () => {
    const rig = await startedRig();
    for (const authorization of ['', 'Bearer wrong', 'EAAtest']) {
      const answer = await rig.call('POST', `${NUMBER}/messages`, text(1), { authorization });
      expect(answer).toMatchObject({ http: 401, body: { error: { code: 190, type: 'OAuthException' } } });
    }
    rig.whatsapp.conditions.token(undefined);
    expect(await rig.send(text(1))).toMatchObject({ http: 401, body: { error: { code: 190 } } });
    expect(rig.whatsapp.ledger().map(({ code }) => code)).toEqual([190, 190, 190, 190]);
  });

  it('with code 100 and subcode 33 for a number that is not ours, with code 2500 for another version', async () => {
    const rig = await startedRig();
    expect(await rig.call('POST', '999/messages', text(1))).toMatchObject({
      http: 400,
      body: { error: { code: 100, error_subcode: 33, type: 'GraphMethodException' } },
    });
    expect(await rig.call('GET', `../v12.0/${NUMBER}`)).toMatchObject({
      http: 400,
      body: { error: { code: 2500 } },
    });
  });

  it('when it asks a number for a field that it does not have', async () => {
    const rig = await startedRig();
    expect(await rig.call('GET', NUMBER)).toMatchObject({
      http: 200,
      body: {
        id: NUMBER,
        verified_name: 'Car service',
        display_phone_number: '+30 231 000 0000',
        quality_rating: 'GREEN',
      },
    });
    expect(await rig.call('GET', `${NUMBER}?fields=owner`)).toMatchObject({ body: { error: { code: 100 } } });
  });
});
