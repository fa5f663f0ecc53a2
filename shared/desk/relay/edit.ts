import { addressKey } from '#shared/domain/address.ts';
import type { Content } from '#shared/domain/content.ts';
import { isNote } from '#shared/domain/desk.ts';
import { type Relay, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { RichText } from '#shared/domain/rich-text.ts';
import { type DeskDecision, type DeskTurn, reply } from '../turn.ts';
import { offer, pendingOf } from './send.ts';

const nothing: DeskDecision = { changes: [], say: [] };

/**
 * An advisor changed a message. What was sent changes with it, or is corrected where it cannot. A note that becomes an
 * answer is never sent, and an answer that becomes a note stays sent: both are told.
 */
export function edited(text: RichText, turn: DeskTurn): DeskDecision {
  const { counterpart, about, messageId } = turn;
  if (!about || messageId === null) return nothing;
  if (counterpart?.how !== 'passed' || counterpart.row.isOver)
    return isNote(text.text) || text.text.startsWith('/')
      ? nothing
      : reply(answering(messageId, 'relayEditNotSent'));
  if (isNote(text.text)) return reply(answering(messageId, 'relayStaysSent'));
  const { row, destination } = counterpart;
  const relayed = row.messages.find((message): message is Relay => message.kind === 'relay');
  if (!relayed || isSame(relayed.content, text)) return nothing;
  const target = row.parts[0] ?? null;
  const isChangeable =
    target !== null && (about.editableMs === null || turn.now - row.born < about.editableMs);
  const pending = pendingOf(withText(relayed.content, text), turn, {
    carries: messageId,
    at: destination,
    target: isChangeable ? target : null,
    corrects: !isChangeable && !row.waits,
    passed: ['owner'],
  });
  if (!pending) return nothing;
  const sent = offer(pending, turn);
  // What did not leave yet stays here, and the new words go in its place.
  return row.waits
    ? { ...sent, changes: [...sent.changes, { kind: 'withdrawn', destination, row: row.sk }] }
    : sent;
}

function answering(to: string, key: 'relayEditNotSent' | 'relayStaysSent') {
  return { ...say(phrase(key)), replyTo: to };
}

function isSame(content: Content, text: RichText): boolean {
  const before = content.kind === 'text' ? content.text : 'caption' in content ? content.caption : null;
  return (
    before !== null &&
    JSON.stringify([before.text, before.marks ?? []]) === JSON.stringify([text.text, text.marks ?? []])
  );
}

function withText(content: Content, text: RichText): Content {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text };
    case 'photo':
    case 'file':
      return { ...content, caption: text };
    case 'location':
    case 'contact':
      return content;
  }
}

/** An advisor reacted to a message of the customer: the customer sees it, where their messenger shows it now. */
export function reacted(emoji: string | null, { counterpart, about, now }: DeskTurn): DeskDecision {
  if (!about?.home || counterpart?.how !== 'sent' || about.case.blocked) return nothing;
  const { source } = counterpart.row;
  const isOpen = about.openUntil === null || about.openUntil > now;
  if (source === null || source.at !== addressKey(about.home) || !isOpen) return nothing;
  const mark = emoji === null ? null : { emoji };
  return {
    changes: [],
    say: [{ to: 'customer', priority: 'answer', message: { kind: 'react', target: source.messageId, mark } }],
  };
}
