import { describe, expect, it } from 'vitest';
import { languageOf, variantsOf } from '#shared/channels/whatsapp/numbers.ts';
import { parse } from '#shared/channels/whatsapp/parse.ts';
import { addressKey, addressSchema } from '#shared/domain/address.ts';
import { ids, message, payload, post, us } from './payload.ts';

const key = (chat: string) => `whatsapp/${us.bot}/${chat}/`;

function senders(body: Buffer) {
  return parse(body, us).flatMap((one) => ('from' in one && one.from ? [one] : []));
}

function sender(body: Buffer) {
  const [found] = senders(body);
  if (!found) throw new Error('nobody was found');
  addressSchema.parse(found.address);
  return { chat: found.address.chat, ...found.from };
}

describe('a person', () => {
  it('is known by the id within our business, and by the number for those who knew it before', () => {
    expect(sender(payload('text'))).toEqual({
      chat: ids.user,
      id: ids.user,
      name: 'Άννα Κ.',
      language: 'el',
      phone: '+306912345678',
      known: [key('tel.306912345678')],
    });
  });

  it('who hides the number is known by the id alone', () => {
    expect(sender(payload('text-of-a-hidden-number'))).toEqual({
      chat: ids.user,
      id: ids.user,
      name: 'Sergey',
      language: 'el',
      phone: null,
      known: [],
    });
  });

  it('without such an id is known by the number', () => {
    expect(sender(payload('text-without-user-id'))).toMatchObject({
      chat: 'tel.306912345678',
      phone: '+306912345678',
      known: [],
    });
  });

  it('is never known by an id that other businesses share', () => {
    const contacts = [{ wa_id: ids.number, user_id: ids.user, parent_user_id: 'GR.ENT.9' }];
    const messages = [message({ from_user_id: undefined, from_parent_user_id: 'GR.ENT.9' })];
    expect(JSON.stringify(senders(post({ contacts, messages })))).not.toContain('ENT');
    const [found] = senders(post({ messages: [message({ from_user_id: 'GR.ENT.9' })] }));
    expect(found?.address.chat).toBe(`tel.${ids.number}`);
  });

  it('is found among several contacts by id or number, whatever their order', () => {
    const contacts = [
      { wa_id: '491515550101', user_id: 'DE.1', profile: { name: 'Bob' } },
      { user_id: 'UA.7', profile: { name: 'Olena' } },
      { wa_id: ids.number, user_id: ids.user, profile: { name: 'Anna' } },
    ];
    const messages = [
      message({ id: '1' }),
      message({ id: '2', from: undefined, from_user_id: 'UA.7' }),
      message({ id: '3', from: '491515550101', from_user_id: undefined }),
      message({ id: '4', from: '4369912345', from_user_id: undefined }),
    ];
    expect(
      senders(post({ contacts, messages })).map(({ address, from }) => [address.chat, from?.name]),
    ).toEqual([
      [ids.user, 'Anna'],
      ['UA.7', 'Olena'],
      ['DE.1', 'Bob'],
      ['tel.4369912345', ''],
    ]);
  });

  it('whom the message does not name is the only contact that comes with it, and nobody where there are two', () => {
    const anonymous = message({ from: undefined, from_user_id: undefined });
    const one = { wa_id: ids.number, profile: { name: 'Anna' } };
    expect(senders(post({ contacts: [one], messages: [anonymous] }))).toMatchObject([
      { address: { chat: `tel.${ids.number}` } },
    ]);
    const two = [one, { wa_id: '491515550101' }];
    expect(parse(post({ contacts: two, messages: [anonymous] }), us)).toEqual([
      { ignored: 'a message without a sender' },
    ]);
  });

  it('keeps a name of at most 100 units that never ends in half a character', () => {
    const contacts = [{ wa_id: ids.number, profile: { name: `${'a'.repeat(99)}😊` } }];
    expect(senders(post({ contacts, messages: [message()] }))).toMatchObject([
      { from: { name: 'a'.repeat(99) } },
    ]);
    const broken = [{ wa_id: ids.number, profile: { name: 'A\ud83d' } }];
    expect(senders(post({ contacts: broken, messages: [message()] }))).toMatchObject([
      { from: { name: 'A\ufffd' } },
    ]);
  });

  it.each([
    ['Brazil, with the ninth digit', '5511987654321', ['551187654321']],
    ['Brazil, without it', '551187654321', ['5511987654321']],
    ['a Brazilian landline', '551134567890', []],
    ['Argentina, as a mobile', '5491123456789', ['541123456789']],
    ['Argentina, without the 9', '541123456789', ['5491123456789']],
    ['Mexico, as a mobile', '5215512345678', ['525512345678']],
    ['Mexico, without the 1', '525512345678', ['5215512345678']],
    ['Greece', '306912345678', []],
  ])('whose number is written in two ways is known by both: %s', (_label, number, others) => {
    expect(variantsOf(number)).toEqual(others);
    for (const other of others) expect(variantsOf(other)).toEqual([number]);
    const [plain] = senders(post({ messages: [message({ from: number, from_user_id: undefined })] }));
    expect(plain?.from?.known).toEqual(others.map((one) => key(`tel.${one}`)));
    const [withId] = senders(post({ messages: [message({ from: number })] }));
    expect(withId?.from?.known).toEqual([number, ...others].map((one) => key(`tel.${one}`)));
  });

  it('is answered at the number that WhatsApp itself uses, and known by the written one too', () => {
    const contacts = [{ wa_id: '551187654321' }];
    const messages = [message({ from: '5511987654321', from_user_id: undefined })];
    const [found] = senders(post({ contacts, messages }));
    expect(found).toMatchObject({
      address: { chat: 'tel.551187654321' },
      from: { phone: '+551187654321', known: [key('tel.5511987654321')] },
    });
  });

  it('after a change of number is one and the same, at the new id', () => {
    expect(sender(payload('number-changed'))).toEqual({
      chat: 'GR.24817305912873645029',
      id: 'GR.24817305912873645029',
      name: '',
      language: 'el',
      phone: '+306900000001',
      known: [key(ids.user), key('tel.306912345678')],
    });
    expect(sender(payload('user-id-changed'))).toMatchObject({ phone: null, known: [key(ids.user)] });
  });

  it('after a change of number without any ids is known by the old number', () => {
    const system = { type: 'user_changed_number', wa_id: '5511987654321', customer: '5215512345678' };
    const messages = [message({ type: 'system', from_user_id: undefined, system })];
    const [found] = senders(post({ messages }));
    expect(found && addressKey(found.address)).toBe(key('tel.5511987654321'));
    expect(found?.from?.known).toEqual([
      key('tel.306912345678'),
      key('tel.5215512345678'),
      key('tel.525512345678'),
    ]);
  });

  it('is never told to be another by what stands in a name', () => {
    const body = `Ann changed from ${ids.user} to GR.2`;
    const system = { type: 'user_changed_user_id', user_id: 'GR.2', body };
    const messages = [message({ type: 'system', from: undefined, from_user_id: undefined, system })];
    expect(parse(post({ messages }), us)).toEqual([{ ignored: 'a new id without the old one' }]);
  });

  it.each([
    ['GR.1', null, 'el'],
    ['CY.1', null, 'el'],
    ['UA.1', null, 'uk'],
    ['RU.1', null, 'ru'],
    ['BY.1', null, 'ru'],
    ['KZ.1', null, 'ru'],
    ['GB.1', null, 'en'],
    ['IE.1', null, 'en'],
    ['US.1', null, 'en'],
    ['AU.1', null, 'en'],
    ['NZ.1', null, 'en'],
    ['CA.1', null, 'en'],
    ['DE.1', null, null],
    [null, '306912345678', 'el'],
    [null, '35799123456', 'el'],
    [null, '380671234567', 'uk'],
    [null, '79161234567', 'ru'],
    [null, '375291234567', 'ru'],
    [null, '447911123456', 'en'],
    [null, '353861234567', 'en'],
    [null, '12025550123', 'en'],
    [null, '61412345678', 'en'],
    [null, '64211234567', 'en'],
    [null, '18095550123', null],
    [null, '491515550101', null],
    [null, null, null],
  ])('with the id %s and the number %s most likely reads %s', (userId, digits, language) => {
    expect(languageOf(userId, digits)).toBe(language);
  });
});
