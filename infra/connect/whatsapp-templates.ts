import type { Context } from './context.ts';
import { submitTemplates, templateStatuses } from './templates.ts';
import type { Line } from './whatsapp-secrets.ts';

const good = new Set(['APPROVED']);
/** Meta still looks, or has been asked to look again. */
const waiting = new Set(['PENDING', 'IN_APPEAL', 'IN_REVIEW']);

/** The prepared notices for after 24 hours: submitted, and what Meta says of each. */
export async function checkTemplates(context: Context, { account, wabaId }: Line): Promise<void> {
  const { list, http, writes, rerun } = context;
  if (wabaId === null) {
    list.note('Meta does not name the WhatsApp account of this number: the templates cannot be looked at');
    return;
  }
  try {
    const before = await templateStatuses(account, wabaId, http);
    const missing = before.filter(({ status }) => status === null).length;
    if (missing > 0 && !writes)
      list.wrong(`${missing} of ${before.length} templates are not submitted`, rerun);
    const statuses =
      missing > 0 && writes
        ? await submitTemplates(account, wabaId, http)
        : before.flatMap(({ template: { name, language }, status }) =>
            status === null ? [] : [{ name, language, status }],
          );
    if (missing > 0 && writes) list.fine(`${missing} templates were submitted to Meta`);
    const approved = statuses.filter(({ status }) => good.has(status)).length;
    if (approved > 0) list.fine(`${approved} of ${before.length} templates are approved`);
    const looked = statuses.filter(({ status }) => waiting.has(status)).length;
    if (looked > 0) list.note(`Meta still looks at ${looked} templates: minutes as a rule, a day at most`);
    for (const { name, language, status } of statuses) {
      if (good.has(status) || waiting.has(status)) continue;
      list.wrong(
        `The template ${name} (${language}) is ${status}`,
        `Open business.facebook.com/wa/manage/message-templates, choose ${name}: Meta says why, and takes a correction or an appeal there`,
      );
    }
  } catch (error) {
    list.wrong(
      error instanceof Error ? error.message : 'The templates could not be looked at',
      'Look whether the number is registered and the token has whatsapp_business_management; then run it again: what was submitted stays',
    );
  }
}
