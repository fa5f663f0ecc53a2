import type { Address } from '#shared/domain/address.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { Payload, RenderContext, Text } from '../channel.ts';
import { optionData, showData } from './button.ts';
import { messageCall, type Template } from './call.ts';
import { noticeParameters } from './templates/parameters.ts';
import { templates } from './templates/templates.ts';

/**
 * The template that says the notice. A reminder's replies are the first actions of its row, so that an answer does what the
 * card would have done; every other reply asks for the words that wait.
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
            payload: about.kind === 'reminder' ? optionData(row, index) : showData,
          },
        ],
      })),
    ],
  };
  return messageCall(to, { type: 'template', template });
}
