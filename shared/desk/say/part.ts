import * as z from 'zod';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { Answers } from '#shared/domain/replies.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { textIn } from '#shared/station/text-in.ts';
import { definePart } from '../part.ts';
import { offer, pendingOf, refuse } from '../relay/send.ts';
import { customerRow } from '../rows.ts';
import { type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';
import { type Answer, answersOf, type Drawer, drawers, hasGap } from './answers.ts';
import { type Filled, fill } from './fill.ts';
import { find } from './find.ts';
import { isOfKept, keepActions, kept, removing } from './keep.ts';

/** Where the list stands that an answer was opened from, so that "Back" leads there. */
const from = {
  words: z.string().max(200).default(''),
  group: z.enum(drawers).nullable().default(null),
  page: z.number().int().min(0).default(0),
};
const place = z.object(from);
type Place = z.infer<typeof place>;

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('drawers') }),
  z.object({ do: z.literal('list'), ...from }),
  z.object({ do: z.literal('show'), id: z.string(), ...from }),
  /** What was shown is what goes out: the words travel with the button, and the name of the row that will carry them. */
  z.object({
    do: z.literal('send'),
    id: z.string(),
    text: z.string(),
    row: z.string(),
    at: z.string(),
    ...from,
  }),
  ...keepActions,
]);
type Action = z.infer<typeof action>;

/** So many fit a phone's screen with their beginnings. */
const pageSize = 5;
/** What was shown longer ago may be wrong by now: times pass, visits move. Milliseconds. */
const freshMs = 60 * 60_000;

/** What an event is decided on: who asks where, and the ready answers that there are. */
type Desk = { readonly turn: DeskTurn; readonly answers: readonly Answer[]; readonly stored: Answers };

/**
 * `/say`: the station's canned answers, and those that a manager kept, found by a word, filled in, seen in two languages, sent by
 * a tap.
 */
export const sayPart = definePart<Action>({
  name: 'desk.say',
  action,
  commands: ['say'],
  needs: () => [{ kind: 'answers' }],
  decide: (event, { answers: stored }, turn) => {
    const isInGeneral = event.kind === 'action' && isOfKept(event.action);
    if (turn.about === null && !isInGeneral) return reply(card('aside', phrase('cannedHow')));
    const desk = { turn, stored, answers: answersOf(turn.station, stored) };
    switch (event.kind) {
      case 'content':
        return { changes: [], say: [] };
      case 'command':
        return event.words === ''
          ? reply(opened([phrase('cannedDrawers')], desk))
          : search(event.words, desk);
      case 'action':
        return tapped(event.action, event.shownAt, desk);
    }
  },
});

function tapped(asked: Action, shownAt: number, desk: Desk): DeskDecision {
  const { turn } = desk;
  switch (asked.do) {
    case 'keep':
    case 'leave':
    case 'remove':
      return kept(asked, desk.stored, turn);
    case 'drawers':
      return reply(opened([phrase('cannedDrawers')], desk));
    case 'list':
      return list(asked, desk);
    case 'show':
      return withAnswer(asked.id, desk, (answer) => reply(shown(answer, asked, turn)));
    case 'send':
      if (turn.named) return toast(phrase('relaySentAlready'));
      if (turn.now - shownAt > freshMs)
        return withAnswer(asked.id, desk, (answer) => renewed(answer, asked, turn));
      return send(asked, turn);
  }
}

function search(words: string, desk: Desk): DeskDecision {
  const found = find(words, desk.answers);
  const [only] = found;
  const at = place.parse({ words: words.slice(0, 200) });
  if (!only) return reply(opened([phrase('cannedNothing', { query: words })], desk));
  return found.length === 1 ? reply(shown(only, at, desk.turn)) : list(at, desk);
}

function list({ words, group, page }: Place, { turn, answers: all }: Desk): DeskDecision {
  const { station, language } = turn;
  const answers = group === null ? find(words, all) : all.filter((one) => one.group === group);
  const pages = Math.max(1, Math.ceil(answers.length / pageSize));
  const at = Math.min(page, pages - 1);
  const here = { words, group, page: at };
  const onPage = answers.slice(at * pageSize, (at + 1) * pageSize);
  const lines = onPage.map((answer) =>
    phrase('cannedLine', {
      title: textIn(answer.title, language, station),
      text: fill(answer, language, turn).text,
    }),
  );
  const rows = onPage.map((answer) => [
    act(phrase('verbatim', { text: textIn(answer.title, language, station) }), {
      do: 'show',
      id: answer.id,
      ...here,
    }),
  ]);
  const head = phrase('cannedFound', {
    query: group === null ? words : '',
    count: answers.length,
    page: at + 1,
    pages,
  });
  const more = at + 1 < pages ? [act(phrase('cannedLabelMore'), { do: 'list', ...here, page: at + 1 })] : [];
  const before = at > 0 ? [act(phrase('cannedLabelBack'), { do: 'list', ...here, page: at - 1 })] : [];
  return reply(
    card(
      'aside',
      [head, ...lines],
      [...rows, [...before, ...more], [allOfThem]].filter((row) => row.length > 0),
    ),
  );
}

/** The answer as it would go out, and what it means where the advisor reads another language. */
function shown(answer: Answer, here: Place, turn: DeskTurn): Say {
  const { language, station, about } = turn;
  const theirs = answer.kept ?? about?.conversation?.language ?? station.defaultLanguage;
  const filled = fill(answer, theirs, turn);
  const hint = answer.hint && textIn(answer.hint, language, station);
  const text: readonly Phrase[] = [
    ...(hint ? [phrase('cannedHint', { text: hint })] : []),
    phrase('cannedGoesOut', { text: filled.text, language: theirs }),
    ...(theirs === language || answer.kept
      ? []
      : [phrase('cannedMeant', { text: fill(answer, language, turn).text })]),
    ...(filled.kind === 'missing' ? [phrase('cannedMissing', { variables: [...filled.missing] })] : []),
    ...(hasGap(answer) ? [phrase('cannedGap')] : []),
  ];
  const { words, group, page } = here;
  const back = act(phrase('cannedLabelBack'), { do: 'list', words, group, page });
  const out = answer.kept && turn.by.role === 'manager' ? [[removing(answer.id)]] : [];
  return card('aside', text, [[...sendButton(answer, filled, here, turn), back], ...out, [allOfThem]]);
}

function sendButton(
  answer: Answer,
  filled: Filled,
  { words, group, page }: Place,
  turn: DeskTurn,
): readonly Option[] {
  if (filled.kind === 'missing' || hasGap(answer)) return [];
  const pending = pendingOf({ kind: 'text', text: plain(filled.text) }, turn, { carries: '' });
  if (!pending) return [];
  const { at } = pending;
  const row = customerRow(turn);
  return [
    act(phrase('cannedLabelSend'), {
      do: 'send',
      id: answer.id,
      text: filled.text,
      row,
      at,
      words,
      group,
      page,
    }),
  ];
}

/** As if the advisor had written it: held where a message of theirs would be held, signed, with ticks on this very card. */
function send({ text, row, at }: Extract<Action, { do: 'send' }>, turn: DeskTurn): DeskDecision {
  const pending = pendingOf({ kind: 'text', text: plain(text) }, turn, { at });
  if (!pending) return refuse(turn);
  const sent = offer({ ...pending, row }, turn);
  const isHeld = sent.say.some(({ to }) => to === 'here');
  const done = reply(card('aside', phrase('cannedSent', { text })));
  return isHeld ? sent : { ...sent, say: [...sent.say, ...done.say] };
}

function renewed(answer: Answer, here: Place, turn: DeskTurn): DeskDecision {
  return { ...reply(shown(answer, here, turn)), toast: phrase('cannedRenewed') };
}

function withAnswer(id: string, desk: Desk, then: (answer: Answer) => DeskDecision): DeskDecision {
  const answer = desk.answers.find((one) => one.id === id);
  return answer ? then(answer) : reply(opened([phrase('cannedGone')], desk));
}

function opened(text: readonly Phrase[], { stored }: Pick<Desk, 'stored'>): Say {
  const filled = drawers.filter((one) => one !== 'kept' || stored.kept.length > 0);
  const pairs = Array.from({ length: Math.ceil(filled.length / 2) }, (_, at) =>
    filled.slice(at * 2, at * 2 + 2),
  );
  return card(
    'aside',
    text,
    pairs.map((pair) => pair.map(drawer)),
  );
}

function drawer(group: Drawer): Option {
  return act(phrase('cannedLabelDrawer', { group }), { do: 'list', group });
}

function act(label: Phrase, data: z.input<typeof action>): Option {
  return { kind: 'act', label, action: { flow: 'desk.say', data } };
}

const allOfThem = act(phrase('cannedLabelAll'), { do: 'drawers' });
