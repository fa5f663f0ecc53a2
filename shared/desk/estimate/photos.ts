import * as z from 'zod';
import { type Content, wordsOf } from '#shared/domain/content.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { actingSchema } from '#shared/domain/group.ts';
import { languageSchema } from '#shared/domain/language.ts';
import type { Estimate } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { actionsOf, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { fetchFor } from '../files.ts';
import { type About, type DeskDecision, type DeskTurn, reply } from '../turn.ts';
import { estimateAction } from './action.ts';
import { previewCard } from './preview.ts';
import { askedOf } from './whose.ts';

/** Photos that an advisor adds to a draft: an answer to its preview, fetched into the station's store, shown as a count. */

/** An album holds no more: https://core.telegram.org/bots/api#sendmediagroup */
const mostPhotos = 10;

/** What the job brings along, so that the photo finds its draft, and who sent it. */
const ticketSchema = z.object({
  flow: z.literal('desk.estimate'),
  by: actingSchema,
  of: z.string(),
  ref: z.string(),
  edition: z.int(),
  line: z.string().nullable(),
  preview: z.string().nullable(),
  carries: z.string(),
  /** In which language the preview was shown. */
  language: languageSchema,
});
export type PhotoTicket = z.infer<typeof ticketSchema>;

/** Null for a ticket of something else. */
export function photoTicket(ticket: unknown): PhotoTicket | null {
  return ticketSchema.safeParse(ticket).data ?? null;
}

/** The draft whose preview was answered, by the buttons of that message; null where it is none. */
export function previewAnswered({ counterpart }: Pick<DeskTurn, 'counterpart'>) {
  for (const { flow, data } of (counterpart?.row.messages ?? []).flatMap(actionsOf)) {
    const known = estimateAction.safeParse(flow === 'desk.estimate' ? data : null).data;
    if (known?.do === 'discard') return { of: known.of, ref: known.ref, edition: known.edition };
  }
  return null;
}

/** The photo is fetched first; the caption may begin with the number of its line. */
export function photoSent(content: Content, turn: DeskTurn): DeskDecision {
  const draft = previewAnswered(turn);
  const { messageId, counterpart, about, desk } = turn;
  if (!draft || !about || messageId === null || (content.kind !== 'photo' && content.kind !== 'file'))
    return reply(say(phrase('orderReplied')));
  const [, line = null] = /^\s*(\d{1,2})(?!\d)/u.exec(wordsOf(content)) ?? [];
  const ticket: PhotoTicket = {
    flow: 'desk.estimate',
    by: turn.by,
    ...draft,
    line,
    preview: counterpart?.row.parts.findLast((part) => part !== null) ?? null,
    carries: messageId,
    language: turn.language,
  };
  const job = fetchFor(content, {
    id: `estimate.${draft.ref}.${turn.id}`,
    forChannel: about.home?.channel ?? desk.address.channel,
    tell: { ...turn.here },
    ticket,
  });
  return job ? { changes: [], say: [], jobs: [job] } : reply();
}

type Fetched = { readonly line: string | null; readonly key: string; readonly preview: string | null };

/** It is in the store: the draft has it, and the preview counts it. */
export function photoAdded(
  order: Order,
  { line, key, preview }: Fetched,
  about: About,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  const { draft } = order;
  if (draft === null) return reply(say(phrase('orderPhotoLate')));
  const all = draft.lines.flatMap(({ photos }) => photos);
  if (all.includes(key)) return { changes: [], say: [] };
  if (all.length >= mostPhotos) return reply(say(phrase('orderPhotoMany', { most: mostPhotos })));
  const at = draft.lines.some(({ id }) => id === line) ? line : '1';
  const lines = draft.lines.map((one) => (one.id === at ? { ...one, photos: [...one.photos, key] } : one));
  const after: Estimate = { ...draft, lines };
  const next: Order = { ...order, draft: after };
  const shown = previewCard(next, after, about, askedOf(about, facts, turn), turn);
  return {
    changes: [{ kind: 'order', order: next }],
    say: [
      {
        to: 'topic',
        priority: 'answer',
        language: turn.language,
        message: preview === null ? shown : { ...shown, place: 'edit', target: preview },
        ...(turn.messageId === null ? {} : { carries: turn.messageId }),
      },
    ],
  };
}
