import type { Option, Outbound, Say } from '#shared/domain/outbound.ts';
import type { Phrase } from '#shared/domain/phrase.ts';

/**
 * A message as a row of the outbox holds it: what is as in most messages is left out, and `outboundSchema` puts it back. A
 * row is written several times, each time paid for by its size, and so most stay below the kilobyte that a unit buys.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export function messageItem(message: Outbound) {
  switch (message.kind) {
    case 'say':
      return sayItem(message);
    case 'calendar': {
      const { title, notes, token } = message;
      return { ...message, title: phraseItem(title), notes: phraseItem(notes), token: token ?? undefined };
    }
    case 'relay': {
      const { sign, replyTo, target } = message;
      return {
        ...message,
        sign: sign ? phraseItem(sign) : undefined,
        replyTo: replyTo ?? undefined,
        target: target ?? undefined,
      };
    }
    case 'react':
    case 'retract':
    case 'place':
    case 'dropTopic':
    case 'silence':
      return message;
  }
}

function sayItem({ text, options, card, place, target, ...rest }: Say) {
  const { askContact, askLocation, notice, brief, page, slot, live, pinned, replyTo, asks } = rest;
  return {
    kind: 'say',
    text: text.map(phraseItem),
    options: options.length > 0 ? options.map((row) => row.map(optionItem)) : undefined,
    card: card ?? undefined,
    place: place === 'new' ? undefined : place,
    target: target ?? undefined,
    askContact: askContact
      ? { share: phraseItem(askContact.share), skip: phraseItem(askContact.skip) }
      : undefined,
    askLocation: askLocation ? phraseItem(askLocation) : undefined,
    notice: notice ?? undefined,
    brief: brief || undefined,
    page: page || undefined,
    slot: slot ?? undefined,
    live: live ?? undefined,
    pinned: pinned || undefined,
    replyTo: replyTo ?? undefined,
    asks: asks || undefined,
  } satisfies Record<keyof Say, unknown>;
}

function optionItem(option: Option) {
  return { ...option, label: phraseItem(option.label) };
}

function phraseItem({ key, args }: Phrase) {
  return Object.keys(args).length > 0 ? { key, args } : { key };
}
