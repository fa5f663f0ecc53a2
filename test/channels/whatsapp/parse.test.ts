import { describe, expect, it } from 'vitest';
import { parse } from '#shared/channels/whatsapp/parse.ts';
import { type InboundEvent, inboundSchema } from '#shared/domain/inbound.ts';
import { ids, message, payload, payloadNames, post, us } from './payload.ts';

const wamid = 'wamid.HBgMMzA2OTEyMzQ1Njc4FQIAEhgUM0FERjg0NDEzNDdFODU3MUMxMAA=';

function file(id: string, mime: string, name: string | null = null) {
  return { id, bytes: null, mime, name };
}

const handled: readonly { label: string; body: string; event: InboundEvent }[] = [
  {
    label: 'words, with letters of any alphabet and emoji',
    body: 'text',
    event: { kind: 'text', text: 'Θόρυβος μπροστά δεξιά 🔧' },
  },
  { label: 'a reply', body: 'text-reply', event: { kind: 'text', text: 'the second one' } },
  { label: 'a forwarded text', body: 'text-forwarded', event: { kind: 'text', text: 'look at this' } },
  {
    label: 'words that an advert brought',
    body: 'text-from-an-advert',
    event: { kind: 'text', text: 'Is this still on?' },
  },
  {
    label: 'the words of a prepared link as words, since anybody may change them',
    body: 'text-of-the-link',
    event: { kind: 'text', text: '/start desk-poster' },
  },
  {
    label: 'a lone command, as people know it from elsewhere',
    body: 'command',
    event: { kind: 'command', name: 'book', payload: '' },
  },
  {
    label: 'a photo, of which albums are many',
    body: 'image',
    event: { kind: 'photo', file: file('6546', 'image/jpeg'), caption: '', album: null },
  },
  {
    label: 'a photo with words under it',
    body: 'image-with-caption',
    event: {
      kind: 'photo',
      file: file('6546', 'image/jpeg'),
      caption: 'scratch on the left door',
      album: null,
    },
  },
  {
    label: 'a document with its name',
    body: 'document',
    event: {
      kind: 'file',
      what: 'document',
      file: file('6547', 'application/pdf', 'ktel/../report.pdf'),
      caption: 'the report',
    },
  },
  {
    label: 'a voice message',
    body: 'voice',
    event: { kind: 'file', what: 'voice', file: file('6548', 'audio/ogg; codecs=opus'), caption: '' },
  },
  {
    label: 'a piece of music',
    body: 'audio',
    event: { kind: 'file', what: 'audio', file: file('6549', 'audio/mpeg'), caption: '' },
  },
  {
    label: 'a video',
    body: 'video',
    event: { kind: 'file', what: 'video', file: file('6550', 'video/mp4'), caption: 'listen' },
  },
  {
    label: 'a sticker',
    body: 'sticker',
    event: { kind: 'file', what: 'sticker', file: file('6551', 'image/webp'), caption: '' },
  },
  {
    label: 'a place on the map',
    body: 'location',
    event: { kind: 'location', latitude: 40.5936, longitude: 22.9505 },
  },
  {
    label: 'a place whose degrees are texts',
    body: 'location-in-words',
    event: { kind: 'location', latitude: 40.5936, longitude: -22.9505 },
  },
  {
    label: 'a place where the type is missing',
    body: 'without-a-type',
    event: { kind: 'location', latitude: 40.5936, longitude: 22.9505 },
  },
  {
    label: 'one’s own number after we asked for it',
    body: 'contact-own',
    event: { kind: 'contact', phone: '+306912345678', own: true },
  },
  {
    label: 'one’s own number after we asked for it, where it was hidden until then',
    body: 'contact-own-of-a-hidden-number',
    event: { kind: 'contact', phone: '+306912345678', own: true },
  },
  {
    label: 'somebody else’s number after we asked as not one’s own',
    body: 'contact-of-another',
    event: { kind: 'contact', phone: '+491515550101', own: false },
  },
  {
    label: 'one’s own card out of the address book as not vouched for',
    body: 'contact-own-card',
    event: { kind: 'contact', phone: '+306912345678', own: false },
  },
  {
    label: 'the card of somebody without WhatsApp',
    body: 'contact-without-whatsapp',
    event: { kind: 'contact', phone: '+302310000000', own: false },
  },
  {
    label: 'a tap on a button with the row and the option it names',
    body: 'button-reply',
    event: { kind: 'tap', tapId: wamid, offer: { row: 'K3WPXA', option: 2 } },
  },
  {
    label: 'a choice from a list',
    body: 'list-reply',
    event: { kind: 'tap', tapId: wamid, offer: { row: 'K3WPXA', option: 11 } },
  },
  {
    label: 'the wish to see more of a list',
    body: 'list-reply-for-more',
    event: { kind: 'more', row: 'K3WPXA', message: 1, page: 2 },
  },
  {
    label: 'a tap whose id is not ours',
    body: 'button-reply-not-ours',
    event: { kind: 'tap', tapId: wamid, offer: null },
  },
  {
    label: 'an answer to a prepared notice',
    body: 'template-button',
    event: { kind: 'tap', tapId: wamid, offer: { row: 'K3WPXA', option: 0 } },
  },
  { label: 'the wish to see what was announced', body: 'template-show', event: { kind: 'show' } },
  {
    label: 'an answer to a notice of somebody else’s making',
    body: 'template-button-without-payload',
    event: { kind: 'tap', tapId: wamid, offer: null },
  },
  {
    label: 'the chat being opened for the first time as its start',
    body: 'request-welcome',
    event: { kind: 'command', name: 'start', payload: '' },
  },
  {
    label: 'a corrected text',
    body: 'edit-text',
    event: { kind: 'edited', messageId: 'wamid.A', text: 'noise from the left' },
  },
  {
    label: 'a corrected caption',
    body: 'edit-caption',
    event: { kind: 'edited', messageId: 'wamid.A', text: 'the left one' },
  },
  ...[
    ['form-answer', 'nfm_reply'],
    ['call-permission', 'call_permission_reply'],
    ['interactive-with-an-error', 'interactive'],
    ['order', 'order'],
    ['poll', 'poll_creation'],
    ['unavailable', '131060'],
    ['unknown', '131051'],
    ['type-of-tomorrow', 'hologram'],
  ].map(([body = '', what = '']) => ({
    label: `"${body}" as something the person is told about`,
    body,
    event: { kind: 'unsupported', what } as const,
  })),
  { label: 'a new number of a person', body: 'number-changed', event: { kind: 'identity' } },
  { label: 'a new id of a person', body: 'user-id-changed', event: { kind: 'identity' } },
];

/** News of another message: they are none themselves. */
const aboutOthers: readonly { label: string; body: string; event: InboundEvent }[] = [
  {
    label: 'a reaction',
    body: 'reaction',
    event: { kind: 'reaction', messageId: 'wamid.D', emoji: '👍' },
  },
  {
    label: 'a reaction taken away',
    body: 'reaction-removed',
    event: { kind: 'reaction', messageId: 'wamid.D', emoji: null },
  },
  { label: 'a message taken back', body: 'revoke', event: { kind: 'revoked', messageId: 'wamid.A' } },
];

const ignored: readonly { body: string; reason: string }[] = [
  { body: 'edit-without-words', reason: 'an edit without words' },
  { body: 'user-id-changed-without-the-old-one', reason: 'a new id without the old one' },
  { body: 'identity-changed', reason: 'news of a person: customer_identity_changed' },
  { body: 'group', reason: 'a message in a group' },
  { body: 'without-a-sender', reason: 'a message without a sender' },
  { body: 'echo', reason: 'another field: smb_message_echoes' },
  { body: 'echo-among-messages', reason: 'an echo of our own app' },
  { body: 'history', reason: 'another field: history' },
  { body: 'address-book', reason: 'another field: smb_app_state_sync' },
  { body: 'call', reason: 'another field: calls' },
  { body: 'call-among-messages', reason: 'a call' },
  { body: 'account-update', reason: 'another field: account_update' },
  { body: 'template-status', reason: 'another field: message_template_status_update' },
  { body: 'user-preferences', reason: 'another field: user_preferences' },
  { body: 'error-of-the-account', reason: 'an error of Meta: 131031' },
  { body: 'other-number', reason: 'of another number' },
  { body: 'other-product', reason: 'another object: instagram' },
  { body: 'status-not-ours', reason: 'a status of a message that is not ours' },
  { body: 'status-of-tomorrow', reason: 'unknown status: teleported' },
  { body: 'status-failed-not-ours', reason: 'a failed message that is not ours: 131053' },
];

/** Bodies that the tests of persons, statuses and batches read. */
const elsewhere = [
  'text-of-a-hidden-number',
  'text-without-user-id',
  'several-of-everything',
  'status-sent',
  'status-delivered',
  'status-read',
  'status-played',
  'status-failed',
];

describe('a post of WhatsApp', () => {
  it.each(handled)('tells of $label', ({ body, event }) => {
    const [found, ...rest] = parse(payload(body), us);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ id: wamid, at: 1_795_000_000_000, messageId: wamid });
    expect(found).toMatchObject({ event });
    expect(inboundSchema.parse(found)).toEqual(found);
  });

  it.each(aboutOthers)('tells of $label, which is no message to answer or to mark as read', (given) => {
    const [found, ...rest] = parse(payload(given.body), us);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ id: wamid, messageId: null, event: given.event });
    expect(inboundSchema.parse(found)).toEqual(found);
  });

  it('says which message a person answered, but not of taps and of the number we asked for', () => {
    const context = { from: '302310000000', id: 'wamid.B' };
    const saying = (fields: object) => parse(post({ messages: [message({ context, ...fields })] }), us)[0];
    const image = { id: '6546', mime_type: 'image/jpeg' };
    for (const fields of [
      {},
      { type: 'image', image },
      { type: 'audio', audio: { id: '6548', voice: true } },
    ])
      expect(saying(fields)).toMatchObject({ replyTo: 'wamid.B' });
    const reply = { type: 'button_reply', button_reply: { id: '1.K3.0', title: 'Yes' } };
    const card = { origin: 'contact_request', phones: [{ phone: '+30 691', wa_id: ids.number }] };
    for (const fields of [
      { type: 'interactive', interactive: reply },
      { type: 'button', button: { payload: '1.K3.0', text: 'Yes' } },
      { type: 'contacts', contacts: [card] },
      { context: { forwarded: true } },
      { context: { id: 'two words' } },
      { context: 'odd' },
      { context: null },
    ])
      expect(saying(fields)).not.toHaveProperty('replyTo');
  });

  it('keeps the formatting of words and captions, also of corrected ones', () => {
    const saying = (fields: object) => parse(post({ messages: [message(fields)] }), us)[0];
    const marks = [{ kind: 'bold', offset: 3, length: 3 }];
    const said = { text: 'at 9:0 sharp', marks };
    expect(saying({ text: { body: 'at *9:0* sharp' } })).toMatchObject({ event: { kind: 'text', ...said } });
    const image = { id: '6546', caption: 'at *9:0* sharp' };
    expect(saying({ type: 'image', image })).toMatchObject({ event: { caption: said.text, marks } });
    const edit = {
      original_message_id: 'wamid.A',
      message: { type: 'text', text: { body: 'at *9:0* sharp' } },
    };
    expect(saying({ type: 'edit', edit })).toMatchObject({ event: { kind: 'edited', ...said } });
    expect(saying({ text: { body: '2*3*4' } })).toMatchObject({ event: { kind: 'text', text: '2*3*4' } });
  });

  it('names a place by its name or else its address, and whose card it is', () => {
    const saying = (fields: object) => parse(post({ messages: [message(fields)] }), us)[0];
    const point = { latitude: 40.5, longitude: 22.9 };
    const at = (location: object) => saying({ type: 'location', location: { ...point, ...location } });
    expect(at({ name: 'Pier', address: 'Nikis 1' })).toMatchObject({ event: { title: 'Pier' } });
    expect(at({ address: 'Nikis 1' })).toMatchObject({ event: { title: 'Nikis 1' } });
    expect(at({ name: 7 })).toMatchObject({ event: { kind: 'location', ...point } });
    const contacts = [{ name: { formatted_name: ' Bob ' }, phones: [{ phone: '+49 151 5550101' }] }];
    expect(saying({ type: 'contacts', contacts })).toMatchObject({
      event: { kind: 'contact', phone: '+491515550101', own: false, name: 'Bob' },
    });
  });

  it.each(ignored)('is accepted and let go: $reason ($body)', ({ body, reason }) => {
    expect(parse(payload(body), us)).toEqual([{ ignored: reason }]);
  });

  it('of every recorded kind is expected here', () => {
    const named = [...handled, ...aboutOthers, ...ignored].map(({ body }) => body).concat(elsewhere);
    expect(named.sort()).toEqual([...payloadNames].sort());
  });

  it('with several numbers, people and statuses is read whole and in order', () => {
    const found = parse(payload('several-of-everything'), us);
    expect(found).toMatchObject([
      { id: 'wamid.1', from: { id: ids.user, name: 'Άννα Κ.' }, event: { text: 'from Anna' } },
      { id: 'wamid.2', from: { id: 'GR.222', name: 'Bob' }, event: { text: 'from Bob' } },
      { receipt: 'read' },
      { ignored: 'another field: account_alerts' },
      { id: 'wamid.3', event: { text: 'and again Anna' } },
    ]);
  });

  it('names our account as keys know it, also after Meta gave the number a new id', () => {
    const [found] = parse(payload('text'), { bot: 'first-id', number: us.number });
    expect(found).toMatchObject({ address: { channel: 'whatsapp', bot: 'first-id', thread: '' } });
  });
});
