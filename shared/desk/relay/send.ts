import { type Address, addressKey } from '#shared/domain/address.ts';
import type { CaseChange } from '#shared/domain/case.ts';
import { albumOf, type Content } from '#shared/domain/content.ts';
import { albumKey } from '#shared/domain/desk.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Acting } from '#shared/domain/group.ts';
import type { FetchJob } from '#shared/domain/job.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { fetchFor } from '../files.ts';
import { customerRow, reachOf } from '../rows.ts';
import type { About, DeskDecision, DeskTurn, Reach } from '../turn.ts';
import { sharpIn } from './calm.ts';
import { hold } from './hold.ts';
import { keepJob } from './kept.ts';
import { type Doubt, doubts, type Pending } from './pending.ts';

/**
 * Sends what an advisor wrote to their customer, signed, or holds it where something stands in between: a colleague has the
 * case, the words are sharp, the messenger takes no free words now.
 */
export function offer(pending: Pending, turn: DeskTurn): DeskDecision {
  const { about } = turn;
  const reach = about && reachOf(about, pending.at);
  if (!about || !reach) return refuse(turn);
  const doubt = doubts.find(
    (one) => !pending.passed.includes(one) && holds[one](pending, about, reach, turn),
  );
  if (doubt) return hold(doubt, pending, reach, turn);
  const job = jobFor(pending, reach.address, turn);
  return job ? { changes: [], say: [], jobs: [job] } : sendNow(pending, turn);
}

/** Content as an advisor wrote it just now, for `offer`; null where the customer cannot be reached at all. */
export function pendingOf(
  content: Content,
  turn: DeskTurn,
  given: Partial<Pick<Pending, 'carries' | 'replyTo' | 'passed' | 'target' | 'corrects' | 'at'>> = {},
): Pending | null {
  const reach = turn.about && reachOf(turn.about, given.at);
  const carries = given.carries ?? turn.messageId;
  if (!reach || carries === null) return null;
  return {
    content,
    carries,
    at: addressKey(reach.address),
    row: customerRow(turn),
    replyTo: null,
    target: null,
    corrects: false,
    by: turn.by,
    passed: [],
    ...given,
  };
}

/** Why nothing can be sent from here. */
export function refuse({ about }: DeskTurn): DeskDecision {
  const words =
    about === null
      ? phrase('relayNobodysTopic')
      : phrase('relayNoMessenger', { name: about.customer.name, phone: about.customer.phone ?? '' });
  return { changes: [], say: [{ to: 'here', priority: 'person', message: say(words) }] };
}

const holds: Readonly<
  Record<Doubt, (pending: Pending, about: About, reach: Reach, turn: DeskTurn) => boolean>
> = {
  owner: ({ by }, { case: known }) =>
    known.owner !== null && known.owner !== by.advisor && known.baton !== 'bot',
  calm: ({ content }, _about, _reach, turn) => sharpIn(content, turn) !== null,
  window: (_pending, _about, { openUntil }, { now }) => openUntil !== null && openUntil <= now,
};

/** It goes out: from now on a person has the talk, and nobody waits any more. */
export function sendNow(pending: Pending, turn: DeskTurn): DeskDecision {
  const { about, now, roster } = turn;
  if (!about) return refuse(turn);
  const { by } = pending;
  const album = albumOf(pending.content);
  const counted = pending.passed.includes('calm') ? [countedAnyway(by.id, roster)] : [];
  const kept = keepJob(pending, turn);
  return {
    changes: [...counted, ...albumNoted(pending, turn)],
    say: [
      {
        to: 'customer',
        priority: 'person',
        message: messageOf(pending),
        carries: pending.carries,
        at: pending.at,
        row: pending.row,
        ...(album === null ? {} : { album, notBefore: now + albumMs }),
      },
    ],
    case: answeredBy(by, about, now),
    spoke: true,
    ...(kept ? { jobs: [kept] } : {}),
  };
}

/** A correction of what cannot be replaced says so where the name stands. */
function messageOf({ content, by, replyTo, target, corrects }: Pending): Outbound {
  const sign = phrase(corrects ? 'relaySignCorrection' : 'relaySign', { name: by.advisor });
  return { kind: 'relay', content, sign, replyTo, target };
}

/** Parts of an album come one by one; they go out together. Milliseconds. */
const albumMs = 2_000;

/** What an answer of a person makes of a case. */
export function answeredBy(by: Acting, { case: known }: About, now: number): CaseChange {
  return {
    baton: 'person',
    owner: known.owner ?? by.advisor,
    waitingSince: null,
    answerBy: null,
    alerts: 0,
    answered: { by: by.advisor, at: now },
  };
}

function countedAnyway(id: string, roster: DeskTurn['roster']): Change {
  const sentAnyway = { ...roster.sentAnyway, [id]: (roster.sentAnyway[id] ?? 0) + 1 };
  return { kind: 'roster', roster: { ...roster, sentAnyway } };
}

/** Which rows carry the album, so that a note among its later parts still keeps all of it back. */
function albumNoted({ content, row, at }: Pending, { desk, album }: DeskTurn): readonly Change[] {
  const name = albumOf(content);
  if (name === null) return [];
  const rows = [...(album?.rows ?? []).map((one) => one.row.sk), row].join(' ');
  return [{ kind: 'passed', at: addressKey(desk.address), messageId: albumKey(name), to: at, row: rows }];
}

/** Where the file has to be fetched first: for another messenger, or a picture that came as a document, with all it tells. */
function jobFor(pending: Pending, to: Address, turn: DeskTurn): FetchJob | null {
  const { content } = pending;
  if (content.kind !== 'photo' && content.kind !== 'file') return null;
  const { source, mime } = content;
  if (source.at !== 'messenger') return null;
  const isPictureFile = content.kind === 'file' && content.what === 'document' && /^image\//.test(mime ?? '');
  if (source.channel === to.channel && !isPictureFile) return null;
  return fetchFor(content, {
    id: `${turn.desk.address.channel}.${pending.row}`,
    forChannel: to.channel,
    tell: { ...turn.here },
    ticket: { flow: 'desk.relay', pending },
  });
}
