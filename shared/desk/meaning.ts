import { isNote } from '#shared/domain/desk.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { freedPrefix } from '#shared/flows/waitlist/freed.ts';
import { alarmTold } from './alarm.ts';
import { tableCame } from './archive/tables.ts';
import { contentOf, richText } from './content.ts';
import { pictureCame } from './digest/chart.ts';
import { digestTimer, isGroupNow, noDigest } from './digest/timer.ts';
import { estimateEdited, estimateReplied, photoCame } from './estimate/meaning.ts';
import { photoTicket } from './estimate/photos.ts';
import { type DeskKnown, type DeskSetting, tappedIn, turnOf } from './known.ts';
import { letAct, membership, migrated, rights, topicMade } from './news.ts';
import { onceName } from './once.ts';
import type { Part } from './part.ts';
import { commandNear, partNamed, partOfCommand } from './registry.ts';
import { edited, reacted } from './relay/edit.ts';
import { fetched, ticketOf } from './relay/fetched.ts';
import { copyCame } from './relay/kept.ts';
import { noted } from './relay/note.ts';
import type { Ground } from './rows.ts';
import { noteIn } from './split.ts';
import { ticked } from './ticks.ts';
import { type DeskDecision, type DeskEvent, type DeskTurn, reply, toast } from './turn.ts';
import { intakePhotoCame, intakeReplied, intakeTicket } from './visit/intake.ts';
import { type Known, managerOf } from './who.ts';

/** A decision that also wants the card to be shown anew. */
export type Decided = DeskDecision & { readonly showCard?: boolean };

/** What an inbound of the group means: a part is asked, or it is decided already. */
export type Meaning =
  | {
      readonly kind: 'asks';
      readonly part: Part;
      readonly event: DeskEvent<unknown>;
      readonly turn: DeskTurn;
    }
  | { readonly kind: 'decided'; readonly decision: Decided };

const nothing: DeskDecision = { changes: [], say: [] };

/** News that merely name who caused them. */
export function isAct({ kind }: Inbound['event']): boolean {
  return kind !== 'membership' && kind !== 'rights' && kind !== 'migrated' && kind !== 'topic';
}

/** Finds out what an inbound of the group means. `listed`: who acts, if they are on the list. */
export function meaningOf(
  inbound: Inbound,
  listed: Known | null,
  known: DeskKnown,
  ground: Ground,
  setting: DeskSetting,
): Meaning {
  const { event } = inbound;
  const { about } = ground;
  switch (event.kind) {
    case 'text':
    case 'photo':
    case 'file':
    case 'location':
    case 'contact':
    case 'command':
    case 'unsupported':
      return listed
        ? said(inbound, turnOf(inbound, listed, known, ground, setting), known, setting)
        : stranger(inbound, known, setting);
    case 'hidden': {
      const once = onceName('hidden', inbound, setting);
      return decided(known.told.includes(once) ? nothing : { ...reply(say(phrase('relayHidden'))), once });
    }
    case 'tap':
      return listed
        ? tap(event.offer, turnOf(inbound, listed, known, ground, setting), known)
        : decided(toast(phrase('relayNotListed')));
    case 'edited': {
      if (!listed) return decided(nothing);
      const turn = turnOf(inbound, listed, known, ground, setting);
      return (
        asks('desk.estimate', estimateEdited(event.text), turn) ??
        decided(edited(richText(event.text, event.marks), turn))
      );
    }
    case 'reaction':
      return decided(
        listed ? reacted(event.emoji, turnOf(inbound, listed, known, ground, setting)) : nothing,
      );
    case 'fetched': {
      const table = tableCame(event.outcome, event.ticket);
      if (table) {
        const { by, language } = table.ticket;
        const turn = turnOf(inbound, { by, language, learned: null }, known, ground, setting);
        const came = { kind: 'action', action: table, shownAt: setting.now } as const;
        return asks('desk.archive', came, turn) ?? decided(nothing);
      }
      const done = pictureCame(event.outcome, event.ticket) ?? copyCame(event.outcome, event.ticket, about);
      if (done) return decided(done);
      const ofIntake = intakeTicket(event.ticket);
      if (ofIntake) {
        const { by, language, carries } = ofIntake;
        const turn = turnOf(inbound, { by, language, learned: null }, known, ground, setting);
        const came = intakePhotoCame(event.outcome, ofIntake, setting.now);
        return 'say' in came
          ? decided(came)
          : (asks('desk.visit', came, { ...turn, messageId: carries }) ?? decided(nothing));
      }
      const photo = photoTicket(event.ticket);
      const by = photo?.by ?? ticketOf(event.ticket)?.pending.by;
      if (!by) return decided(nothing);
      const language = photo?.language ?? ground.language;
      const turn = turnOf(inbound, { by, language, learned: null }, known, ground, setting);
      if (!photo) return decided(fetched(event.outcome, event.ticket, turn));
      const came = photoCame(event.outcome, photo, setting.now);
      return 'say' in came
        ? decided(came)
        : (asks('desk.estimate', came, { ...turn, messageId: photo.carries }) ?? decided(nothing));
    }
    case 'arrived': {
      const receipts = about?.home ? setting.limitsOf(about.home).receipts : false;
      return decided(ticked(event, known.named?.row ?? null, about, setting.desk.address, receipts));
    }
    case 'membership':
      return decided(membership(event, { station: setting.station, roster: known.roster }));
    case 'migrated':
      return decided(
        known.group.chat === event.to || setting.desk.chat === event.to ? nothing : migrated(event.to),
      );
    case 'rights':
      return decided(rights(event, known.group));
    case 'topic':
      return decided(
        event.ours && event.change === 'created'
          ? topicMade(event, inbound.address, known.group, about, setting)
          : nothing,
      );
    case 'more':
    case 'show':
    case 'revoked':
    case 'blocked':
    case 'unblocked':
    case 'identity':
    case 'undelivered':
    case 'quiet':
    case 'interpreted':
      return decided(nothing);
    case 'alarm':
      return decided(alarmTold(event, inbound.at, managerOf({ ...setting, roster: known.roster }), setting));
    case 'timer':
      return fired(inbound, event, known, ground, setting);
  }
}

/** The week's figures, or something that was freed: nobody asked for it, so a manager's language is its. */
function fired(
  inbound: Inbound,
  { key, dueAt }: Extract<Inbound['event'], { kind: 'timer' }>,
  known: DeskKnown,
  ground: Ground,
  setting: DeskSetting,
): Meaning {
  const { fired: due } = known;
  const isFreed = key.startsWith(freedPrefix) && due?.dueAt === dueAt;
  if (!isFreed && (key !== digestTimer || known.timerAt !== dueAt)) return decided(nothing);
  if (!isFreed && !isGroupNow(inbound, known.group, setting.desk))
    return decided({ changes: [noDigest(inbound.address)], say: [] });
  const { by, language } = managerOf({ station: setting.station, roster: known.roster });
  const turn = turnOf(inbound, { by, language, learned: null }, known, ground, setting);
  if (isFreed) {
    const freed = { do: 'freed', key, data: due.data } as const;
    const offering = { kind: 'action', action: freed, shownAt: setting.now } as const;
    return asks('desk.waitlist', offering, turn) ?? decided(nothing);
  }
  const event = { kind: 'action', action: { do: 'weekly' }, shownAt: setting.now } as const;
  return asks('desk.digest', event, turn) ?? decided(nothing);
}

/** Asks a part; null where there is nothing to ask. */
function asks(name: string, event: DeskEvent<unknown> | null, turn: DeskTurn): Meaning | null {
  const part = partNamed(name);
  return part && event ? { kind: 'asks', part, turn, event } : null;
}

function decided(decision: Decided): Meaning {
  return { kind: 'decided', decision };
}

/** Nobody else's words go anywhere; once a day and topic they are told, and a manager can let them act. */
function stranger(inbound: Inbound, { told }: DeskKnown, setting: DeskSetting): Meaning {
  const { from } = inbound;
  const once = onceName('stranger', inbound, setting);
  if (!from || told.includes(once)) return decided(nothing);
  const { id, name, language } = from;
  const words = say(phrase('relayStranger', { name, id }), [
    [letAct({ id, name, language: language ?? '' })],
  ]);
  return decided({ ...reply(words), once });
}

/** Words of somebody on the list. */
function said(inbound: Inbound, turn: DeskTurn, { told, split }: DeskKnown, setting: DeskSetting): Meaning {
  const { event } = inbound;
  if (event.kind === 'command') return commanded(event.name, event.payload.trim(), turn);
  // `/ready!`, `/ status`, a command in letters that no command has: it is meant for us, never for a customer.
  const [, name, words = ''] = (event.kind === 'text' && typedCommand.exec(event.text)) || [];
  if (name !== undefined) return commanded(name.toLowerCase(), words.trim(), turn);
  const content = contentOf(inbound);
  if (!content) return decided(turn.thread === '' ? nothing : reply(say(phrase('relayUnsupported'))));
  const { isRest, changes } = noteIn(inbound, split, turn);
  if (isRest || changes.length > 0) {
    const note = noted(turn);
    return decided({ ...note, changes: [...note.changes, ...changes] });
  }
  const isForNobody = turn.thread !== '' && !turn.about;
  if (isForNobody && !(event.kind === 'text' && isNote(event.text))) {
    const once = onceName('nobody', inbound, setting);
    return decided(told.includes(once) ? nothing : { ...reply(say(phrase('relayNobodysTopic'))), once });
  }
  const toDraft = asks('desk.estimate', estimateReplied(content, turn), turn);
  if (toDraft) return toDraft;
  const toIntake = asks('desk.visit', intakeReplied(content, turn), turn);
  if (toIntake) return toIntake;
  const relay = partNamed('desk.relay');
  return relay ? { kind: 'asks', part: relay, turn, event: { kind: 'content', content } } : decided(nothing);
}

/** What a messenger takes for no command, and a hurried hand means as one. Two slashes are a note, a slash behind it is a path. */
const typedCommand = /^\s*\/\s*(\p{L}[\p{L}\d_]{0,39})(?![\p{L}\d_/])(?:@\w+)?\p{P}*(?:\s+(.*))?/su;

function commanded(name: string, words: string, turn: DeskTurn): Meaning {
  const part = partOfCommand(name);
  return part
    ? { kind: 'asks', part, turn, event: { kind: 'command', name, words } }
    : decided(
        reply(say(phrase('relayUnknownCommand', { name: name.slice(0, 40), near: commandNear(name) }))),
      );
}

type Offer = Extract<Inbound['event'], { kind: 'tap' }>['offer'];

function tap(offer: Offer, turn: DeskTurn, known: DeskKnown): Meaning {
  const found = offer && known.offer ? tappedIn(known.offer.messages, offer.option) : null;
  const part = found ? partNamed(found.action.flow) : undefined;
  if (!found || !known.offer || !part) return decided(toast(phrase('relayGone')));
  return {
    kind: 'asks',
    part,
    turn,
    event: { kind: 'action', action: found.action.data, shownAt: known.offer.born },
  };
}
