import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { submitTemplates, templateBodies, templateBody } from '#infra/connect/templates.ts';
import type { TemplateDefinition } from '#shared/channels/whatsapp/templates/definition.ts';
import { templates } from '#shared/channels/whatsapp/templates/templates.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost, notSent } from '../runtime/fake-http.ts';

const account = { token: 'EAAG-secret', apiUrl: 'https://graph.example/v26.0' };
const created = answered(200, { id: '572279198452421', status: 'PENDING', category: 'UTILITY' });
const of = (status: string) => templates.map(({ name, language }) => ({ name, language, status, id: '1' }));
const page = (data: readonly unknown[], after: string | null = null): HttpOutcome =>
  answered(200, {
    data,
    ...(after !== null && {
      paging: { cursors: { before: 'b', after }, next: 'https://elsewhere.example/?access_token=x' },
    }),
  });

const submitted = z.strictObject({
  name: z.string(),
  category: z.literal('UTILITY'),
  language: z.string(),
  components: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});

describe('what is submitted', () => {
  it('is the whole template: words, examples, footer and quick replies', () => {
    expect(templateBodies()[0]).toEqual({
      name: 'visit_reminder',
      category: 'UTILITY',
      language: 'en',
      components: [
        {
          type: 'BODY',
          text: 'A reminder of your visit to our garage.\nCar: {{1}}\nDay and time: {{2}}\nWill you be there?',
          example: { body_text: [['Octavia …4821', 'Tuesday 24 November, 09:00']] },
        },
        { type: 'FOOTER', text: '“Stop” ends automatic messages.' },
        {
          type: 'BUTTONS',
          buttons: ["I'll be there", 'Change the time', 'Cancel the visit'].map((text) => ({
            type: 'QUICK_REPLY',
            text,
          })),
        },
      ],
    });
  });

  it('leaves out what a template does not have', () => {
    const last = submitted.parse(templateBodies().at(-1));
    expect(last.components.map(({ type }) => type)).toEqual(['BODY', 'BUTTONS']);
  });

  it('has headers, links and phone buttons in the form that Meta reads', () => {
    const rich: TemplateDefinition = {
      name: 'rich',
      category: 'UTILITY',
      language: 'en',
      header: { text: 'Visit {{1}}', examples: ['7K2M4Q'] },
      body: { text: 'Your visit is booked.', examples: [] },
      footer: null,
      buttons: [
        { kind: 'url', text: 'Map', url: 'https://a.example/map', example: null },
        { kind: 'url', text: 'Visit', url: 'https://a.example/{{1}}', example: 'https://a.example/7' },
        { kind: 'phone', text: 'Call', phone: '+302310555010' },
      ],
    };
    expect(templateBody(rich)).toEqual({
      name: 'rich',
      category: 'UTILITY',
      language: 'en',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Visit {{1}}', example: { header_text: ['7K2M4Q'] } },
        { type: 'BODY', text: 'Your visit is booked.' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'URL', text: 'Map', url: 'https://a.example/map' },
            {
              type: 'URL',
              text: 'Visit',
              url: 'https://a.example/{{1}}',
              example: ['https://a.example/7'],
            },
            { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+302310555010' },
          ],
        },
      ],
    });
  });
});

describe('submitting', () => {
  it('creates every template where there is none, and tells what became of each', async () => {
    const { http, requests } = fakeHttp(page([]), created);
    const statuses = await submitTemplates(account, '1029', http);
    expect(statuses).toEqual(templates.map(({ name, language }) => ({ name, language, status: 'PENDING' })));
    const [list, ...posts] = requests;
    expect(list).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer EAAG-secret' } });
    expect(list?.url).toBe(
      'https://graph.example/v26.0/1029/message_templates?fields=name%2Clanguage%2Cstatus&limit=100',
    );
    expect(posts.map(({ method, url }) => `${method} ${url}`)).toEqual(
      templates.map(() => 'POST https://graph.example/v26.0/1029/message_templates'),
    );
    expect(posts.map(({ body }) => JSON.parse(String(body)))).toEqual(templateBodies());
  });

  it('done again changes nothing, whatever Meta has decided meanwhile', async () => {
    const { http, requests } = fakeHttp(page(of('REJECTED')));
    const statuses = await submitTemplates(account, '1029', http);
    expect(requests).toHaveLength(1);
    expect(statuses.map(({ status }) => status)).toEqual(templates.map(() => 'REJECTED'));
  });

  it('adds only the language that is missing, and leaves templates of others out of its answer', async () => {
    const some = of('APPROVED').filter(
      ({ name, language }) => !(name === 'visit_update' && language === 'uk'),
    );
    const others = [{ name: 'visit_update', language: 'pl', status: 'APPROVED', id: '2' }];
    const { http, requests } = fakeHttp(page([...others, ...some]), created);
    const statuses = await submitTemplates(account, '1029', http);
    expect(requests).toHaveLength(2);
    expect(JSON.parse(String(requests[1]?.body))).toMatchObject({ name: 'visit_update', language: 'uk' });
    expect(statuses).toHaveLength(templates.length);
    expect(statuses.filter(({ status }) => status === 'PENDING')).toEqual([
      { name: 'visit_update', language: 'uk', status: 'PENDING' },
    ]);
  });

  it('reads the list to its last page by cursor, never by a link from an answer', async () => {
    const all = of('APPROVED');
    const { http, requests } = fakeHttp(page(all.slice(0, 9), 'QVFI='), page(all.slice(9)));
    await submitTemplates(account, '1029', http);
    expect(requests.map(({ url }) => url)).toEqual([
      expect.stringMatching(/^https:\/\/graph\.example\/.*limit=100$/),
      expect.stringMatching(/^https:\/\/graph\.example\/.*&after=QVFI%3D$/),
    ]);
  });

  it.each<[string, readonly HttpOutcome[], RegExp]>([
    [
      'a token that is no good',
      [
        answered(401, {
          error: { message: 'Malformed access token EAAG-secret', code: 190, error_subcode: 463 },
        }),
      ],
      /^The list of templates: WhatsApp answered 401, code 190\/463$/,
    ],
    ['a page that is no JSON', [answered(200, '<html>')], /^The list of templates: .* nothing readable$/],
    ['no connection', [notSent], /^The list of templates: WhatsApp is not reached \(ECONNREFUSED\)$/],
    [
      'a template that is refused',
      [page([]), created, answered(400, { error: { message: 'no', code: 100, error_subcode: 2388299 } })],
      /^The template visit_reminder \(ru\): WhatsApp answered 400, code 100\/2388299$/,
    ],
    ['an answer that is lost', [page([]), lost], /^The template visit_reminder \(en\): .*ECONNRESET/],
  ])('stops at %s and says so without the token', async (_, outcomes, said) => {
    const refused = submitTemplates(account, '1029', fakeHttp(...outcomes).http);
    await expect(refused).rejects.toThrow(said);
    await expect(refused).rejects.not.toThrow(/secret/);
  });
});
