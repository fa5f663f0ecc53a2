import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import type { TemplateButton, TemplateDefinition } from '#shared/channels/whatsapp/templates/definition.ts';
import { templates } from '#shared/channels/whatsapp/templates/templates.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { askGraph, type GraphRequest, refusalOf } from './graph.ts';

/**
 * The bodies for `POST /<WABA_ID>/message_templates`, one for each template and language.
 * https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates
 */
export function templateBodies(): readonly unknown[] {
  return templates.map(templateBody);
}

/** What Meta says of one of our templates: `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`… */
type TemplateStatus = { readonly name: string; readonly language: string; readonly status: string };

type GraphAccount = Pick<Account, 'token' | 'apiUrl'>;

/**
 * Submits what the business account does not have yet and returns the status of every template of ours. What is there
 * stays as it is, whatever its status; a run that broke off is simply repeated. Throws when Meta refuses or is not
 * reached, with the template, the HTTP status and Meta's codes only: its messages may quote the token.
 */
export async function submitTemplates(
  account: GraphAccount,
  wabaId: string,
  http: HttpClient,
): Promise<readonly TemplateStatus[]> {
  const statuses: TemplateStatus[] = [];
  for (const { template, status } of await templateStatuses(account, wabaId, http)) {
    const { name, language } = template;
    statuses.push({ name, language, status: status ?? (await created(account, wabaId, http, template)) });
  }
  return statuses;
}

/** What Meta says of each template of ours; null: it was not submitted yet. Reads only; throws as `submitTemplates`. */
export async function templateStatuses(
  account: GraphAccount,
  wabaId: string,
  http: HttpClient,
): Promise<readonly { readonly template: TemplateDefinition; readonly status: string | null }[]> {
  const existing = await listed(account, wabaId, http);
  return templates.map((template) => {
    const known = existing.find(
      ({ name, language }) => name === template.name && language === template.language,
    );
    return { template, status: known?.status ?? null };
  });
}

async function call<T>(
  what: string,
  account: GraphAccount,
  http: HttpClient,
  request: GraphRequest,
  shape: z.ZodType<T>,
): Promise<T> {
  const answer = await askGraph(account, http, request, shape);
  if (answer.kind === 'done') return answer.result;
  throw new Error(`${what}: ${refusalOf(answer)}`);
}

const pageShape = z.looseObject({
  data: z.array(z.looseObject({ name: z.string(), language: z.string(), status: z.string() })),
  paging: z
    .looseObject({ next: z.string().optional(), cursors: z.looseObject({ after: z.string() }).optional() })
    .optional(),
});

/** All templates of the account. The next page is asked for by its cursor: Meta's own link to it holds the token. */
async function listed(
  account: GraphAccount,
  wabaId: string,
  http: HttpClient,
): Promise<readonly TemplateStatus[]> {
  const found: TemplateStatus[] = [];
  let after = '';
  do {
    const query = { fields: 'name,language,status', limit: '100', ...(after && { after }) };
    const request = { path: `${wabaId}/message_templates`, query };
    const page = await call('The list of templates', account, http, request, pageShape);
    found.push(...page.data.map(({ name, language, status }) => ({ name, language, status })));
    const next = page.paging?.next === undefined ? '' : (page.paging.cursors?.after ?? '');
    after = next === after ? '' : next;
  } while (after !== '');
  return found;
}

const createdShape = z.looseObject({ id: z.string(), status: z.string() });

async function created(
  account: GraphAccount,
  wabaId: string,
  http: HttpClient,
  template: TemplateDefinition,
): Promise<string> {
  const what = `The template ${template.name} (${template.language})`;
  const request = { path: `${wabaId}/message_templates`, body: templateBody(template) };
  return (await call(what, account, http, request, createdShape)).status;
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
}: TemplateDefinition): Readonly<Record<string, unknown>> {
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
