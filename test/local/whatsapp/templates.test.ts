import { describe, expect, it } from 'vitest';
import { NIKOS, type Rig, reminder, reminding, startedRig, startRig, withTemplate } from './rig.ts';

const create = (rig: Rig, template: unknown) =>
  rig.call('POST', `${rig.whatsapp.wabaId}/message_templates`, template);
const list = (rig: Rig, query = '') => rig.call('GET', `${rig.whatsapp.wabaId}/message_templates${query}`);
const body = (text: string, examples: readonly string[] = []) => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
});
const template = (components: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  name: 'note',
  language: 'en',
  category: 'UTILITY',
  components,
  ...more,
});
const plain = body('Your car is ready.');
const buttons = (given: readonly unknown[]) => ({ type: 'BUTTONS', buttons: given });
const quick = (text: string) => ({ type: 'QUICK_REPLY', text });
const url = (given: string, example?: string) => ({
  type: 'URL',
  text: given.slice(-20),
  url: given,
  ...(example === undefined ? {} : { example: [example] }),
});

const wrong: readonly (readonly [what: string, template: unknown, subcode?: number])[] = [
  ['a name in capitals', template([plain], { name: 'Note' })],
  ['a name of 513', template([plain], { name: 'a'.repeat(513) })],
  ['an unknown category', template([plain], { category: 'NEWS' })],
  ['a language that is none', template([plain], { language: 'english' })],
  ['a field that nobody knows', template([plain], { colour: 'red' })],
  ['no body', template([{ type: 'FOOTER', text: 'x' }])],
  ['two bodies', template([plain, plain])],
  ['a body of 1,025', template([body('x'.repeat(1025))])],
  ['a footer of 61', template([plain, { type: 'FOOTER', text: 'x'.repeat(61) }])],
  ['a footer with a variable', template([plain, { type: 'FOOTER', text: 'for {{1}} only' }]), 2388073],
  ['a header of 61', template([{ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }, plain])],
  ['a bold header', template([{ type: 'HEADER', format: 'TEXT', text: '*Hi*' }, plain]), 2388047],
  ['a picture without an example', template([{ type: 'HEADER', format: 'IMAGE' }, plain])],
  ['a variable at the start', template([body('{{1}} is the day of your visit', ['2 March'])]), 2388299],
  ['a variable at the end', template([body('We expect your car on {{1}}', ['2 March'])]), 2388299],
  [
    'variables side by side',
    template([body('We expect your car on {{1}} {{2}} in our garage.', ['a', 'b'])]),
    2388299,
  ],
  ['a gap in the numbers', template([body('We expect your car on {{2}} as agreed.', ['a'])]), 2388047],
  [
    'too many variables for its words',
    template([body('On {{1}}, {{2}} or {{3}}: you choose.', ['a', 'b', 'c'])]),
    2388293,
  ],
  ['a variable without an example', template([body('We expect your car on {{1}} as agreed.')]), 2388043],
  ['an example too many', template([body('We expect your car on {{1}} as agreed.', ['a', 'b'])]), 2388043],
  ['five spaces', template([body('Your car     is ready.')]), 2388047],
  [
    'eleven buttons',
    template([plain, buttons(Array.from({ length: 11 }, (_, index) => quick(`B${index}`)))]),
  ],
  ['a button text of 26', template([plain, buttons([quick('x'.repeat(26))])])],
  ['two equal buttons', template([plain, buttons([quick('A'), quick('A')])])],
  [
    'quick replies around a link',
    template([plain, buttons([quick('A'), url('https://a.example/1'), quick('B')])]),
  ],
  ['three links', template([plain, buttons(['1', '2', '3'].map((end) => url(`https://a.example/${end}`)))])],
  [
    'a variable inside a link',
    template([plain, buttons([url('https://a.example/{{1}}/x', 'https://a.example/1/x')])]),
  ],
  [
    'a link with a variable and no example',
    template([plain, buttons([url('https://a.example/{{1}}')])]),
    2388043,
  ],
];

describe('a template', () => {
  it('is pending for a moment, then approved, and the station is told', async () => {
    const rig = await startRig();
    const made = await create(rig, reminder);
    expect(made).toMatchObject({ http: 200, body: { status: 'PENDING', category: 'UTILITY' } });
    expect(await list(rig)).toMatchObject({
      body: { data: [{ name: 'visit_reminder', status: 'PENDING' }] },
    });
    expect((await rig.send(reminding(['2 March', '09:00']))).body.error?.code).toBe(132001);
    await rig.pass(1);
    expect(await list(rig)).toMatchObject({
      body: {
        data: [{ id: made.body.id, language: 'en', status: 'APPROVED', components: reminder.components }],
      },
    });
    expect(rig.posted.map((posted) => posted.body.entry[0]?.changes)).toMatchObject([
      [
        {
          field: 'message_template_status_update',
          value: {
            event: 'APPROVED',
            message_template_name: 'visit_reminder',
            message_template_language: 'en',
          },
        },
      ],
    ]);
  });

  it('may have a header, named variables, links and types in small letters', async () => {
    const rig = await startedRig();
    const made = await withTemplate(
      rig,
      template(
        [
          {
            type: 'header',
            format: 'text',
            text: 'Visit {{number}}',
            example: { header_text_named_params: [{ param_name: 'number', example: '7' }] },
          },
          {
            type: 'body',
            text: 'We expect your car on {{day}} as agreed.',
            example: { body_text_named_params: [{ param_name: 'day', example: 'Monday' }] },
          },
          buttons([
            url('https://station.example/c/{{1}}', 'https://station.example/c/abc'),
            { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+302310000000' },
          ]),
        ],
        { parameter_format: 'named', category: 'utility' },
      ),
    );
    expect(made.http).toBe(200);
    const named = (parameter_name: string, text: string) => ({ type: 'text', parameter_name, text });
    const sent = await rig.send({
      type: 'template',
      template: {
        name: 'note',
        language: { code: 'en', policy: 'deterministic' },
        components: [
          { type: 'header', parameters: [named('number', '12')] },
          { type: 'body', parameters: [named('day', 'Friday')] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'xyz' }] },
        ],
      },
    });
    expect(sent.body.error).toBeUndefined();
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({
      template: 'note',
      header: 'Visit 12',
      content: { text: 'We expect your car on Friday as agreed.' },
      buttons: [
        [{ kind: 'url', url: 'https://station.example/c/xyz' }],
        [{ kind: 'url', text: 'Call', url: 'tel:+302310000000' }],
      ],
    });
  });

  it.each(wrong)('with %s is refused', async (_what, given, subcode) => {
    const rig = await startRig();
    const refused = await create(rig, given);
    expect(refused.http).toBe(400);
    expect([100, 131008]).toContain(refused.body.error?.code);
    expect(refused.body.error?.error_subcode).toBe(subcode);
    expect((await list(rig)).body.data).toEqual([]);
  });

  it('exists once in each language, all in one category', async () => {
    const rig = await startRig();
    await withTemplate(rig);
    expect(await create(rig, reminder)).toMatchObject({
      body: { error: { code: 100, error_subcode: 2388024 } },
    });
    expect((await create(rig, { ...reminder, language: 'el', category: 'MARKETING' })).http).toBe(400);
    expect((await create(rig, { ...reminder, language: 'el' })).http).toBe(200);
  });

  it('can be looked for, page by page, and deleted', async () => {
    const rig = await startRig();
    for (const language of ['en', 'el', 'ru', 'uk']) await create(rig, { ...reminder, language });
    await create(rig, template([plain]));
    expect((await list(rig, '?name=note')).body.data).toHaveLength(1);
    expect((await list(rig, '?language=el')).body.data).toHaveLength(1);
    const first = await list(rig, '?limit=3');
    expect(first.body.data).toHaveLength(3);
    const rest = await list(rig, `?limit=3&after=${first.body.paging?.cursors.after}`);
    expect(rest.body.data).toHaveLength(2);
    expect([first.body.paging?.next !== undefined, rest.body.paging?.next]).toEqual([true, undefined]);
    const path = `${rig.whatsapp.wabaId}/message_templates?name=visit_reminder`;
    expect((await rig.call('DELETE', path)).body).toEqual({ success: true });
    expect((await list(rig)).body.data).toMatchObject([{ name: 'note' }]);
    expect((await rig.call('DELETE', path)).http).toBe(400);
  });
});

describe('a message from a template', () => {
  it('shows its words, footer and quick replies, whose payloads are set by the sender', async () => {
    const rig = await startedRig();
    await withTemplate(rig);
    const button = {
      type: 'button',
      sub_type: 'quick_reply',
      index: '1',
      parameters: [{ type: 'payload', payload: 'mv:7' }],
    };
    await rig.send(reminding(['2 March', '09:00'], [button]));
    expect(rig.chat(NIKOS).messages.at(-1)).toMatchObject({
      template: 'visit_reminder',
      content: { kind: 'text', text: 'We expect your car on 2 March at 09:00 in our garage.' },
      footer: 'Aristotelous Auto',
      buttons: [
        [{ kind: 'callback', text: "I'll be there", data: "I'll be there" }],
        [{ kind: 'callback', text: 'Change the time', data: 'mv:7' }],
      ],
    });
  });

  const named = { type: 'text', text: '2 March', parameter_name: 'day' };
  const payload = { type: 'payload', payload: 'x' };
  const misfits: readonly (readonly [what: string, body: unknown, code: number])[] = [
    ['one value too few', reminding(['2 March']), 132000],
    ['one value too many', reminding(['a', 'b', 'c']), 132000],
    [
      'no values',
      { type: 'template', template: { name: 'visit_reminder', language: { code: 'en' } } },
      132000,
    ],
    [
      'another language',
      { type: 'template', template: { name: 'visit_reminder', language: { code: 'en_US' } } },
      132001,
    ],
    ['another name', { type: 'template', template: { name: 'visit', language: { code: 'en' } } }, 132001],
    ['an empty value', reminding(['', '09:00']), 132018],
    ['a value of spaces', reminding(['  ', '09:00']), 132018],
    ['a new line', reminding(['2\nMarch', '09:00']), 132018],
    ['a tab', reminding(['2\tMarch', '09:00']), 132018],
    ['five spaces', reminding([`2${' '.repeat(5)}March`, '09:00']), 132018],
    ['too many characters', reminding(['x'.repeat(1000), '09:00']), 132005],
    [
      'names for numbers',
      {
        type: 'template',
        template: {
          name: 'visit_reminder',
          language: { code: 'en' },
          components: [{ type: 'body', parameters: [named, named] }],
        },
      },
      132012,
    ],
    ['a header that it does not have', reminding(['a', 'b'], [{ type: 'header', parameters: [] }]), 132012],
    [
      'a button that it does not have',
      reminding(['a', 'b'], [{ type: 'button', sub_type: 'quick_reply', index: '2', parameters: [payload] }]),
      132012,
    ],
    [
      'another kind of button',
      reminding(
        ['a', 'b'],
        [{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'x' }] }],
      ),
      132012,
    ],
    ['a field that nobody knows', reminding(['a', 'b'], [{ type: 'footer' }]), 100],
  ];

  it.each(misfits)('with %s is refused', async (_what, body, code) => {
    const rig = await startedRig();
    await withTemplate(rig);
    const refused = await rig.send(Object.fromEntries(Object.entries(body ?? {})));
    expect(refused.body.error?.code).toBe(code);
    expect(refused.http).toBe(code === 132001 ? 404 : 400);
    expect(rig.chat(NIKOS).messages).toHaveLength(1);
  });

  it('with exactly four spaces is fine', async () => {
    const rig = await startedRig();
    await withTemplate(rig);
    expect((await rig.send(reminding(['2    March', '09:00']))).http).toBe(200);
  });

  it('cannot be sent while Meta has paused or disabled it', async () => {
    const rig = await startedRig();
    await withTemplate(rig);
    for (const [status, code] of [
      ['PAUSED', 132015],
      ['DISABLED', 132016],
      ['REJECTED', 132001],
    ] as const) {
      rig.whatsapp.conditions.template('visit_reminder', 'en', status);
      expect((await rig.send(reminding(['a', 'b']))).body.error?.code).toBe(code);
    }
    await rig.whatsapp.settled();
    expect(rig.posted.map(({ body }) => body.entry[0]?.changes[0]?.value.event)).toEqual([
      'PAUSED',
      'DISABLED',
      'REJECTED',
    ]);
  });
});
