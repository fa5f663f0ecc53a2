import type { Address } from '#shared/domain/address.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { Payload, RenderContext, Text } from '../channel.ts';
import { moreData, optionData, showData } from './button.ts';
import { messageCall, type Template } from './call.ts';
import { noticeParameters } from './templates/parameters.ts';
import { templates } from './templates/templates.ts';

/**
 * The template that says the notice. The replies of a question are the first actions of its row, so that an answer does what the
 * card would have done. Of an update, "show it" brings the message that it stood for; every other reply asks for the words that wait.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates
 */
export function notice(about: Notice, to: Address, text: Text, { row }: RenderContext): Payload {
  const { template: name, parameters } = noticeParameters(about, text);
  const definition = templates.find((one) => one.name === name && one.language === text.language);
  const replies = definition?.buttons.filter(({ kind }) => kind === 'reply') ?? [];
  const template: Template = {
    name,
    language: { code: text.language },
    components: [
      { type: 'body', parameters: parameters.map((one) => ({ type: 'text', text: one })) },
      ...replies.map((_reply, index) => ({
        type: 'button' as const,
        sub_type: 'quick_reply' as const,
        index: String(index),
        parameters: [
          {
            type: 'payload' as const,
            payload: replyData(about, row, index),
          },
        ],
      })),
    ],
  };
  return messageCall(to, { type: 'template', template });
}

function replyData({ kind }: Notice, row: string, index: number): string {
  switch (kind) {
    case 'reminder':
    case 'expected':
    case 'rating':
      return optionData(row, index);
    case 'update':
      return moreData(row, 0, 0);
    case 'estimate':
    case 'message':
      return showData;
  }
}
