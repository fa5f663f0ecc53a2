import type { Text } from '#shared/channels/channel.ts';
import type { Content } from '#shared/domain/content.ts';
import type { InboundEvent } from '#shared/domain/inbound.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Option, Outbound } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { HistoryEntry } from '#shared/store/history.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';

/** One thing that somebody said. `who`: their name as the reader knows it. */
export type Line = {
  readonly at: number;
  readonly by: 'customer' | 'bot' | 'advisor';
  readonly who: string;
  readonly said: string;
  /** It did not arrive. */
  readonly lost: boolean;
  /** The file that it is: by its message's id (an advisor's by its row), or one that lies in the station's store. */
  readonly file: FileOf | null;
};

export type FileOf =
  | { readonly of: 'message'; readonly id: string }
  | {
      readonly of: 'store';
      readonly key: string;
      readonly mime: string | null;
      readonly name: string | null;
      readonly bytes: number | null;
    };

/** A talk as lines, in its order: words as they were said, files and places as words for them. */
export function linesOf(entries: readonly HistoryEntry[], customer: string, text: Text): readonly Line[] {
  const rows = rowsOf(entries);
  const deleted = new Set(
    [...rows.values()].flatMap(({ messages }) =>
      messages.flatMap((message) => (message.kind === 'retract' ? message.targets : [])),
    ),
  );
  return entries.flatMap((entry): readonly Line[] => {
    if (entry.kind === 'out') return outLines(entry.row, deleted, text);
    const said = heard(entry.event, rows, text);
    return said === ''
      ? []
      : [{ at: entry.at, by: 'customer', who: customer, said, lost: false, file: fileOf(entry) }];
  });
}

/** What was asked where a button was tapped, in the words and the language it was asked in, by the tap's id. */
export function questionsOf(
  entries: readonly HistoryEntry[],
  textFor: (language: Language) => Text,
): ReadonlyMap<string, string> {
  const rows = rowsOf(entries);
  return new Map(
    entries.flatMap((entry): readonly (readonly [string, string])[] => {
      const offer = entry.kind === 'in' && entry.event.kind === 'tap' ? entry.event.offer : undefined;
      const row = offer && rows.get(offer.row);
      if (entry.kind === 'out' || !row) return [];
      const asked = row.messages.filter((message) => labelsOf(message).length > 0);
      return [[entry.id, asked.map((message) => told(message, textFor(row.language))).join('\n')]];
    }),
  );
}

function rowsOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, OutboxRow> {
  return new Map(entries.flatMap((one) => (one.kind === 'out' ? [[one.row.sk, one.row] as const] : [])));
}

function fileOf({ event, messageId: id }: Extract<HistoryEntry, { kind: 'in' }>): FileOf | null {
  return id !== null && (event.kind === 'photo' || event.kind === 'file') ? { of: 'message', id } : null;
}

/** What else came in (timers, receipts, news of files) nobody said. */
function heard(event: InboundEvent, rows: ReadonlyMap<string, OutboxRow>, text: Text): string {
  switch (event.kind) {
    case 'text':
      return event.text;
    case 'command':
      return `/${event.name} ${event.payload}`.trim();
    case 'tap':
      return tapped(event, rows, text);
    case 'contact':
      return text.say(phrase('mediaHistoryContact'));
    case 'location':
      return text.say(phrase('mediaHistoryLocation'));
    case 'photo':
      return captioned(fileName('photo', null, text), event.caption);
    case 'file':
      return captioned(fileName(event.what, event.file.name, text), event.caption);
    case 'edited':
      return text.say(phrase('mediaHistoryEdited', { text: event.text }));
    case 'reaction':
      return event.emoji ?? '';
    case 'unsupported':
      return text.say(phrase('mediaHistoryOther'));
    case 'more':
    case 'show':
    case 'revoked':
    case 'blocked':
    case 'unblocked':
    case 'identity':
    case 'undelivered':
    case 'arrived':
    case 'fetched':
    case 'hidden':
    case 'membership':
    case 'migrated':
    case 'rights':
    case 'topic':
    case 'timer':
    case 'quiet':
    case 'interpreted':
    case 'alarm':
      return '';
  }
}

/** The words on the button, as the reader's language has them. */
function tapped(
  { offer }: Extract<InboundEvent, { kind: 'tap' }>,
  rows: ReadonlyMap<string, OutboxRow>,
  text: Text,
): string {
  const offered = offer && rows.get(offer.row)?.messages.flatMap(labelsOf)[offer.option];
  return offered ? text.say(phrase('mediaHistoryTapped', { label: text.say(offered) })) : '';
}

/** In the order in which buttons count; links never come back. */
function labelsOf(message: Outbound): readonly Phrase[] {
  const acting = (option: Option) => (option.kind === 'act' ? [option.label] : []);
  return message.kind === 'say' ? message.options.flat().flatMap(acting) : [];
}

/** `deleted`: ids of messages that were taken back; what they showed is not to be seen any more. */
function outLines(row: OutboxRow, deleted: ReadonlySet<string>, text: Text): readonly Line[] {
  // Another row says it instead.
  if (row.outcome === 'superseded' || row.outcome === 'merged') return [];
  const lost = row.outcome === 'failed' || row.outcome === 'undeliverable' || row.undelivered !== null;
  return row.messages.flatMap((message): readonly Line[] => {
    const said = told(message, text);
    if (said === '') return [];
    const sign = message.kind === 'relay' ? message.sign : null;
    const person = message.kind === 'relay' || message.kind === 'retract';
    const who = sign ? text.say(sign) : text.say(phrase('mediaHistoryBot'));
    const by = person ? 'advisor' : 'bot';
    const isGone = row.parts.some((part) => part !== null && deleted.has(part));
    const file = isGone ? null : fileIn(message, row);
    return [{ at: row.born, by, who: person && !sign ? '' : who, said, lost, file }];
  });
}

function fileIn(message: Outbound, { sk }: OutboxRow): FileOf | null {
  const content = message.kind === 'relay' ? message.content : null;
  if (content?.kind !== 'photo' && content?.kind !== 'file') return null;
  const { source, mime, bytes } = content;
  if (source.at === 'messenger') return { of: 'message', id: sk };
  const name = content.name ?? (content.kind === 'photo' ? 'photo' : content.what);
  return { of: 'store', key: source.key, mime, name, bytes };
}

function told(message: Outbound, text: Text): string {
  switch (message.kind) {
    case 'say':
      return message.text.map((part) => text.say(part)).join('\n');
    case 'relay': {
      const said = contentWords(message.content, text);
      return message.target === null ? said : text.say(phrase('mediaHistoryEdited', { text: said }));
    }
    case 'retract':
      return text.say(phrase('relayRetracted', { text: message.text }));
    case 'react':
      return typeof message.mark === 'object' && message.mark !== null ? message.mark.emoji : '';
    case 'calendar':
      return `[${text.say(message.title)}]`;
    case 'place':
      return text.say(phrase('mediaHistoryLocation'));
    case 'dropTopic':
    case 'silence':
      return '';
  }
}

function contentWords(content: Content, text: Text): string {
  switch (content.kind) {
    case 'text':
      return content.text.text;
    case 'photo':
      return captioned(fileName('photo', null, text), content.caption.text);
    case 'file':
      return captioned(fileName(content.what, content.name, text), content.caption.text);
    case 'location':
      return text.say(phrase('mediaHistoryLocation'));
    case 'contact':
      return text.say(phrase('mediaHistoryContact'));
  }
}

/** Round and silent films are films to people. */
const kinds = { videoNote: 'video', animation: 'video' } as const;

type Shown = 'photo' | Extract<Content, { kind: 'file' }>['what'];

function fileName(shown: Shown, name: string | null, text: Text): string {
  const what = shown === 'videoNote' || shown === 'animation' ? kinds[shown] : shown;
  return text.say(phrase('mediaHistoryFile', { what, name: what === 'document' ? (name ?? '') : '' }));
}

function captioned(file: string, caption: string): string {
  return caption === '' ? file : `${file}\n${caption}`;
}
