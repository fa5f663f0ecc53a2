import { addressKey } from '#shared/domain/address.ts';
import { albumOf, type Content } from '#shared/domain/content.ts';
import { albumKey } from '#shared/domain/desk.ts';
import type { Change } from '#shared/domain/facts.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { happened } from '#shared/flows/count.ts';
import type { DeskDecision, DeskTurn, Reach } from '../turn.ts';
import { sharpIn } from './calm.ts';
import type { Doubt, Pending } from './pending.ts';

/** Keeps a message back and says why, with the ways it can go. It answers the message that is held. */
export function hold(doubt: Doubt, pending: Pending, reach: Reach, turn: DeskTurn): DeskDecision {
  const passed: Pending = { ...pending, passed: [...pending.passed, doubt] };
  const question = card('aside', why(doubt, pending, reach, turn), [
    waysOf(doubt, passed, turn),
    [drop(pending)],
  ]);
  return {
    changes: doubt === 'calm' ? [heldForTone(pending, false, turn)] : [],
    say: [{ to: 'here', priority: 'person', message: { ...question, replyTo: pending.carries } }],
  };
}

/** For the owner's figures: a reply was held for its tone, or went out all the same. */
export function heldForTone({ row }: Pending, sent: boolean, turn: DeskTurn): Change {
  return happened(`held#${shortId(row)}`, { what: 'held', sent }, turn);
}

function why(doubt: Doubt, { content }: Pending, { openUntil }: Reach, turn: DeskTurn): readonly Phrase[] {
  switch (doubt) {
    case 'owner':
      return [phrase('relayHeldOwner', { owner: turn.about?.case.owner ?? '' })];
    case 'calm': {
      const sharp = sharpIn(content, turn);
      return sharp
        ? [phrase('relayHeldCalm', { why: sharp.why }), phrase('verbatim', { text: sharp.draft })]
        : [];
    }
    case 'window':
      return [phrase('relayHeldWindow', { until: openUntil ?? 0, phone: turn.about?.customer.phone ?? '' })];
  }
}

function waysOf(doubt: Doubt, pending: Pending, turn: DeskTurn): Option[] {
  switch (doubt) {
    case 'owner':
      return [act(phrase('relayLabelSend'), sending(pending))];
    case 'calm': {
      const sharp = sharpIn(pending.content, turn);
      const draft = sharp && {
        ...pending,
        content: withWords(pending.content, sharp.draft),
        passed: without(pending),
      };
      return [
        ...(draft ? [act(phrase('relayLabelDraft'), sending(draft))] : []),
        act(phrase('relayLabelSend'), sending(pending)),
      ];
    }
    case 'window':
      return [
        act(phrase('relayLabelNotice'), sending(pending)),
        ...elsewhere(pending, turn).map((one) => act(phrase('caseLabelOtherWay'), sending(one))),
      ];
  }
}

function sending(pending: Pending) {
  const album = albumOf(pending.content);
  return { do: 'send', row: pending.row, at: pending.at, album: album && albumKey(album), pending };
}

/** A kinder draft was not sent against advice. */
function without({ passed }: Pending): Pending['passed'] {
  return passed.filter((one) => one !== 'calm');
}

/** By another messenger where the customer can be written to now. What it answered or replaced is not there. */
function elsewhere(pending: Pending, { about, now }: DeskTurn): readonly Pending[] {
  const open = (about?.elsewhere ?? []).find(({ openUntil }) => openUntil === null || openUntil > now);
  return open ? [{ ...pending, at: addressKey(open.address), replyTo: null, target: null }] : [];
}

function drop({ by }: Pending): Option {
  return act(phrase('relayLabelDrop'), { do: 'drop', by: by.id });
}

function act(label: Phrase, data: unknown): Option {
  return { kind: 'act', label, action: { flow: 'desk.relay', data } };
}

/** The same content with other words; marks belonged to the ones before. */
export function withWords(content: Content, text: string): Content {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: { text } };
    case 'photo':
    case 'file':
      return { ...content, caption: { text } };
    case 'location':
    case 'contact':
      return content;
  }
}
