import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { languages } from '#shared/domain/language.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import {
  type Answers,
  areAlike,
  bucketsOf,
  inAll,
  likeIt,
  mostKept,
  noReplies,
  packed,
  pairsOf,
  type SaidReply,
  talksEnough,
  wasAsked,
  withAsked,
  withReply,
} from '#shared/domain/replies.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { sharpIn } from '../relay/calm.ts';
import type { DeskDecision, DeskSay, DeskTurn } from '../turn.ts';
import { managerOf } from '../who.ts';
import { fill } from './fill.ts';
import { keepButton } from './keep.ts';
import { gap, type Template, templateOf } from './template.ts';

/**
 * What advisors write nearly the same in the talks of three customers within thirty days is offered to a manager as a ready answer,
 * once. What is stored of it until then are marks that nobody can read; what is offered has only words that stood in all three.
 */

/** Fewer letters say nothing worth keeping; a longer text is no ready answer. */
const fewestLetters = 20;
const longest = 300;

/** A reply that counts: with its words, and where those like it are remembered. */
type Counted = { readonly template: Template; readonly buckets: readonly string[] };

function countedIn(text: string, turn: DeskTurn): Counted | null {
  if (text.length > longest) return null;
  const template = templateOf(text, turn);
  if (lettersOf(template.shown) < fewestLetters) return null;
  const words = template.folded.filter((word) => /^\p{L}{3,}$/u.test(word));
  return words.length === 0 ? null : { template, buckets: bucketsOf(words) };
}

function lettersOf(shown: readonly string[]): number {
  return (
    shown
      .filter((word) => !/^[…{]/u.test(word))
      .join('')
      .match(/\p{L}/gu)?.length ?? 0
  );
}

/** What has to be read before a reply of an advisor is counted. */
export function learnNeeds(text: string, turn: DeskTurn): readonly Need[] {
  const counted = countedIn(text, turn);
  if (!counted) return [];
  const replies = counted.buckets.map((bucket): Need => ({ kind: 'replies', bucket }));
  return [...replies, { kind: 'answers' }];
}

/** A decision about a reply in words, with its counting where it goes out; what is held counts nothing yet. */
export function learned(
  decision: DeskDecision,
  text: string | null,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  const goesOut = decision.say.some(({ to, message }) => to === 'customer' && message.kind === 'relay');
  const counted = text === null || !goesOut ? null : countedIn(text, turn);
  if (!counted || !turn.about) return decision;
  const { template, buckets } = counted;
  const pairs = pairsOf(template.folded);
  const own: SaidReply = { in: shortId(turn.about.customer.id), pairs: packed(pairs), at: turn.now };
  const before = buckets.map((bucket) => ({ bucket, replies: facts.replies.get(bucket) ?? noReplies }));
  const others = likeIt(
    before.flatMap(({ replies }) => replies.said),
    own,
  );
  const noted = before.map(
    ({ bucket, replies }): Change => ({ kind: 'replies', bucket, replies: withReply(replies, own) }),
  );
  const changes = [...decision.changes, ...noted];
  if (others.length + 1 < talksEnough) return { ...decision, changes };
  const offered = offer(common(template, pairs, others), own.pairs, facts.answers, turn);
  return offered
    ? { ...decision, changes: [...changes, offered.change], say: [...decision.say, offered.say] }
    : { ...decision, changes };
}

/** The reply with a gap for every word that did not stand there each time. */
function common({ shown }: Template, pairs: readonly string[], others: readonly SaidReply[]): string {
  const isCommon = inAll(others);
  return shown
    .map((word, at) => ([pairs[at], pairs[at + 1]].some((pair) => pair && isCommon(pair)) ? word : gap))
    .join(' ')
    .replace(/…(?: …)+/gu, gap);
}

function offer(
  text: string,
  pairs: string,
  answers: Answers,
  turn: DeskTurn,
): { readonly change: Change; readonly say: DeskSay } | null {
  const manager = managerOf(turn);
  if (manager.by.id === '' || answers.kept.length >= mostKept || wasAsked(answers, pairs)) return null;
  if (lettersOf(text.split(' ')) < fewestLetters || isReady(pairs, turn)) return null;
  // What sounds hurt or loud is nothing to say again.
  if (sharpIn({ kind: 'text', text: plain(text) }, turn)) return null;
  const language = turn.about?.conversation?.language ?? turn.station.defaultLanguage;
  const answer = { id: turn.id, text, language };
  const ways = [
    keepButton('cannedLabelKeep', { do: 'keep', ...answer }),
    keepButton('cannedLabelNo', { do: 'leave', text }),
  ];
  return {
    change: { kind: 'answers', answers: withAsked(answers, pairs) },
    say: {
      to: 'general',
      priority: 'mirror',
      message: card('aside', phrase('cannedAsk', { text, count: talksEnough }), [ways]),
      language: manager.language,
    },
  };
}

/** It is one of the station's own ready answers, as this customer would read it. */
function isReady(pairs: string, turn: DeskTurn): boolean {
  return turn.station.canned.some((answer) =>
    languages.some((language) => {
      const { folded } = templateOf(fill(answer, language, turn).text, turn);
      return areAlike(packed(pairsOf(folded)), pairs);
    }),
  );
}
