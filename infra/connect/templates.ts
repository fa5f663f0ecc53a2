import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { jsonOf } from '#shared/channels/json.ts';
import type { TemplateButton, TemplateDefinition } from '#shared/channels/whatsapp/templates/definition.ts';
import { templates } from '#shared/channels/whatsapp/templates/templates.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';

/**
 * The bodies for `POST /<WABA_ID>/message_templates`, one for each template and language.
 * https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates
 */
export function templateBodies(): readonly unknown[] {
  return templates.map(templateBody);
}

/** What Meta says of one of our templates: `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`… */
export type TemplateStatus = { readonly name: string; readonly language: string; readonly status: string };

/**
 * Submits what the business account does not have yet and returns the status of every template of ours. What is there
 * stays as it is, whatever its status; a run that broke off is simply repeated. Throws when Meta refuses or is not
 * reached, with the template, the HTTP status and Meta's codes only: its messages may quote the token.
 */
export async function submitTemplates(
  account: Pick<Account, 'token' | 'apiUrl'>,
  wabaId: string,
  http: HttpClient,
): Promise<readonly TemplateStatus[]> {
  const call = graphCall(account, `${wabaId}/message_templates`, http);
  const existing = await listed(call);
  const statuses: TemplateStatus[] = [];
  for (const template of templates) {
    const { name, language } = template;
    const known = existing.find((one) => one.name === name && one.language === language);
    statuses.push(known ?? { name, language, status: await created(call, template) });
  }
  return statuses;
}

/** One call of the Graph API. `what` is what an error begins with; `query` begins with "?" or is empty. */
type GraphCall = <T>(what: string, query: string, body: unknown, shape: z.ZodType<T>) => Promise<T>;

const timeoutMs = 30_000;

const failureShape = z.looseObject({
  error: z.looseObject({ code: z.number(), error_subcode: z.number().optional() }),
});

function graphCall(
  { token, apiUrl }: Pick<Account, 'token' | 'apiUrl'>,
  path: string,
  http: HttpClient,
): GraphCall {
  return async (what, query, body, shape) => {
    const outcome = await http({
      method: body === null ? 'GET' : 'POST',
      url: `${apiUrl}/${path}${query}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === null ? '' : JSON.stringify(body),
      timeoutMs,
    });
    if (outcome.kind !== 'answered') throw new Error(`${what}: WhatsApp is not reached (${outcome.reason})`);
    const json = jsonOf(outcome.body);
    const answer = shape.safeParse(json);
    if (outcome.status < 300 && answer.success) return answer.data;
    const error = failureShape.safeParse(json).data?.error;
    const codes = [error?.code, error?.error_subcode].filter((code) => code !== undefined).join('/');
    throw new Error(
      `${what}: WhatsApp answered ${outcome.status}${codes ? `, code ${codes}` : ', nothing readable'}`,
    );
  };
}

const pageShape = z.looseObject({
  data: z.array(z.looseObject({ name: z.string(), language: z.string(), status: z.string() })),
  paging: z
    .looseObject({ next: z.string().optional(), cursors: z.looseObject({ after: z.string() }).optional() })
    .optional(),
});

/** All templates of the account. The next page is asked for by its cursor: Meta's own link to it holds the token. */
async function listed(call: GraphCall): Promise<readonly TemplateStatus[]> {
  const found: TemplateStatus[] = [];
  let after = '';
  do {
    const query = new URLSearchParams({
      fields: 'name,language,status',
      limit: '100',
      ...(after && { after }),
    });
    const page = await call('The list of templates', `?${query}`, null, pageShape);
    found.push(...page.data.map(({ name, language, status }) => ({ name, language, status })));
    const next = page.paging?.next === undefined ? '' : (page.paging.cursors?.after ?? '');
    after = next === after ? '' : next;
  } while (after !== '');
  return found;
}

const createdShape = z.looseObject({ id: z.string(), status: z.string() });

async function created(call: GraphCall, template: TemplateDefinition): Promise<string> {
  const what = `The template ${template.name} (${template.language})`;
  return (await call(what, '', templateBody(template), createdShape)).status;
}

/** One template as Meta takes it. */
export function templateBody({
  name,
  category,
  language,
  header,
  body,
  footer,
  buttons,
}: TemplateDefinition): unknown {
  const components = [
    header && {
      type: 'HEADER',
      format: 'TEXT',
      text: header.text,
      ...(header.examples.length > 0 && { example: { header_text: header.examples } }),
    },
    {
      type: 'BODY',
      text: body.text,
      ...(body.examples.length > 0 && { example: { body_text: [body.examples] } }),
    },
    footer !== null && { type: 'FOOTER', text: footer },
    buttons.length > 0 && { type: 'BUTTONS', buttons: buttons.map(buttonOf) },
  ];
  return { name, category, language, components: components.filter(Boolean) };
}

function buttonOf(button: TemplateButton): unknown {
  const { text } = button;
  switch (button.kind) {
    case 'reply':
      return { type: 'QUICK_REPLY', text };
    case 'url':
      return {
        type: 'URL',
        text,
        url: button.url,
        ...(button.example !== null && { example: [button.example] }),
      };
    case 'phone':
      return { type: 'PHONE_NUMBER', text, phone_number: button.phone };
  }
}
