import type { Text } from '#shared/channels/channel.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { TemplateName } from './definition.ts';

/** A template and what stands for its `{{1}}`, `{{2}}`…; it is sent under the reader's language code. */
export type NoticeParameters = { readonly template: TemplateName; readonly parameters: readonly string[] };

/** The template that says a notice, and its facts in the reader's words. */
export function noticeParameters(notice: Notice, text: Text): NoticeParameters {
  const car = text.say(phrase('noticeCar', { car: notice.car }));
  const moment = (at: number) =>
    `${text.say(phrase('noticeDay', { at }))}, ${text.say(phrase('noticeTime', { at }))}`;
  switch (notice.kind) {
    case 'reminder':
      return filled('visit_reminder', car, moment(notice.start));
    case 'expected':
      return filled('visit_expected', car, moment(notice.start));
    case 'rating':
      return filled('visit_rating', car, moment(notice.at));
    case 'update':
      return filled(
        'visit_update',
        car,
        text.say(phrase('noticeState', { what: notice.what })),
        moment(notice.at),
      );
    case 'estimate':
      return filled('estimate_ready', car, moment(notice.until));
    case 'message':
      return filled('advisor_message', car);
  }
}

function filled(template: TemplateName, ...parameters: readonly string[]): NoticeParameters {
  return { template, parameters: parameters.map(sanitised) };
}

/** The longest parameter in UTF-16 units: a car's description, which is the longest of our facts. */
const longest = 60;

/**
 * A parameter as Meta takes it: one line, single spaces, never empty. Newlines, tabs and more than four spaces in a row
 * are refused with 132018: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export function sanitised(parameter: string): string {
  const line = parameter
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  if (line.length > longest) return `${cut(line, longest - 1).trimEnd()}…`;
  return line === '' ? '…' : line;
}
