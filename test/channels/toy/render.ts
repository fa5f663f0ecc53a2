import type { Payload, RenderContext, Rendered, Text } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import { type Content, wordsOf } from '#shared/domain/content.ts';
import { actionsOf, type Outbound, type Relay, type Say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { limits, mostButtons } from './limits.ts';

type Button = { readonly label: string; readonly data: string };
type Shown = { readonly text: string; readonly buttons?: readonly Button[] };

/** Everything becomes words; a place and a calendar file become links. */
export function render(
  messages: readonly Outbound[],
  to: Address,
  text: Text,
  context: RenderContext,
): readonly Rendered[] {
  let firstOption = 0;
  return messages.flatMap((message, index) => {
    const shown = shownOf(message, text, { ...context, index, firstOption });
    firstOption += actionsOf(message).length;
    return shown.map((one, at) => ({
      payload: callTo(to, one),
      completes: at === shown.length - 1 ? [index] : [],
    }));
  });
}

type Where = RenderContext & { readonly index: number; readonly firstOption: number };

function shownOf(message: Outbound, text: Text, where: Where): readonly Shown[] {
  switch (message.kind) {
    case 'say':
      return shownSay(message, text, where);
    case 'calendar':
      return message.token === null
        ? []
        : [
            {
              text: `${text.say(phrase('labelCalendar'))}: ${where.publicUrl}/c/${message.token}.ics`,
            },
          ];
    case 'place': {
      const { title, address, latitude, longitude } = text.place;
      return [{ text: `${title}, ${address} (${latitude}, ${longitude})` }];
    }
    case 'relay':
      return partsOf(relayed(message, text)).map((part) => ({ text: part }));
    case 'react':
      return message.mark !== null && typeof message.mark === 'object' ? [{ text: message.mark.emoji }] : [];
    case 'retract':
      return partsOf(text.say(phrase('relayRetracted', { text: message.text }))).map((part) => ({
        text: part,
      }));
    case 'dropTopic':
    case 'silence':
      return [];
  }
}

/** It takes no files: each is said to be missing. Formatting goes, words stay. */
function relayed({ content, sign, target }: Relay, text: Text): string {
  const said = wordsOf(content);
  const words = target === null || said === '' ? said : text.say(phrase('relayCorrection', { text: said }));
  const whole = [sign ? text.say(sign) : '', otherThanWords(content, text), words];
  return whole
    .filter((one) => one !== '')
    .join('\n')
    .toWellFormed();
}

function otherThanWords(content: Content, text: Text): string {
  switch (content.kind) {
    case 'text':
      return '';
    case 'photo':
      return text.say(phrase('mediaMissing', { what: 'photo' }));
    case 'file': {
      const { what } = content;
      return text.say(
        phrase('mediaMissing', { what: what === 'videoNote' || what === 'animation' ? 'video' : what }),
      );
    }
    case 'location':
      return `${content.title ?? ''} (${content.latitude}, ${content.longitude})`.trim();
    case 'contact':
      return `${content.name}: ${content.phone}`;
  }
}

function shownSay(message: Say, text: Text, where: Where): readonly Shown[] {
  const links = message.options
    .flat()
    .flatMap((one) => (one.kind === 'link' ? [`${text.say(one.label)}: ${one.url}`] : []));
  const whole = [...message.text.map((one) => text.say(one)), ...links].join('\n').toWellFormed();
  const parts = partsOf(whole);
  const buttons = buttonsOf(message, text, where);
  return parts.map((part, at) =>
    at === parts.length - 1 && buttons.length > 0 ? { text: part, buttons } : { text: part },
  );
}

function buttonsOf(message: Say, text: Text, { row, index, firstOption }: Where): readonly Button[] {
  const all = message.options
    .flat()
    .flatMap((one) => (one.kind === 'act' ? [text.say(one.label)] : []))
    .map((label, at) => ({ label, data: `1.${row}.${firstOption + at}` }));
  if (all.length <= mostButtons) return all;
  const apiece = mostButtons - 1;
  const from = message.page * apiece;
  const more = { label: text.say(phrase('labelMoreRows')), data: `1.${row}.m${index}.${message.page + 1}` };
  return all.length > from + apiece ? [...all.slice(from, from + apiece), more] : all.slice(from);
}

/** Between words, or where a word is too long for one message: never inside a character. */
function partsOf(whole: string): readonly string[] {
  const parts: string[] = [];
  let rest = whole;
  while (rest.length > limits.textLength) {
    const window = rest.slice(0, limits.textLength + 1);
    const blank = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
    const end = blank > 0 ? blank : limits.textLength - (window.slice(0, -1).isWellFormed() ? 0 : 1);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  const all = [...parts, rest].filter((one) => one.trim() !== '');
  return all.length > 0 ? all : ['…'];
}

function callTo({ chat }: Address, shown: Shown): Payload {
  return { method: 'show', body: { to: chat, ...shown }, uploads: [], idempotent: false };
}

/** There is nothing to tell its phones. */
export function acknowledge(): null {
  return null;
}

export function retireCard(): null {
  return null;
}

export function notice(): null {
  return null;
}
