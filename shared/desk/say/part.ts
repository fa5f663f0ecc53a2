import * as z from 'zod';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { type Canned, type CannedGroup, cannedGroups } from '#shared/station/canned/schema.ts';
import { textIn } from '#shared/station/text-in.ts';
import { definePart } from '../part.ts';
import { offer, pendingOf, refuse } from '../relay/send.ts';
import { customerRow } from '../rows.ts';
import { type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';
import { type Filled, fill } from './fill.ts';
import { find } from './find.ts';

/** Where the list stands that an answer was opened from, so that "Back" leads there. */
const from = {
  words: z.string().max(200).default(''),
  group: z.enum(cannedGroups).nullable().default(null),
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
]);
type Action = z.infer<typeof action>;

/** So many fit a phone's screen with their beginnings. */
const pageSize = 5;
/** What was shown longer ago may be wrong by now: times pass, visits move. Milliseconds. */
const freshMs = 60 * 60_000;

/** `/say`: the station's canned answers, found by a word, filled in, seen in two languages, sent by a tap. */
export const sayPart = definePart<Action>({
  name: 'desk.say',
  action,
  commands: ['say'],
  needs: () => [],
  decide: (event, _facts, turn) => {
    if (turn.about === null) return reply(card('aside', phrase('cannedHow')));
    switch (event.kind) {
      case 'content':
        return { changes: [], say: [] };
      case 'command':
        return event.words === '' ? reply(drawers([phrase('cannedDrawers')])) : search(event.words, turn);
      case 'action':
        return tapped(event.action, event.shownAt, turn);
    }
  },
});

function tapped(asked: Action, shownAt: number, turn: DeskTurn): DeskDecision {
  switch (asked.do) {
    case 'drawers':
      return reply(drawers([phrase('cannedDrawers')]));
    case 'list':
      return list(asked, turn);
    case 'show':
      return withAnswer(asked.id, turn, (answer) => reply(shown(answer, asked, turn)));
    case 'send':
      if (turn.named) return toast(phrase('relaySentAlready'));
      if (turn.now - shownAt > freshMs)
        return withAnswer(asked.id, turn, (answer) => renewed(answer, asked, turn));
      return send(asked, turn);
  }
}

function search(words: string, turn: DeskTurn): DeskDecision {
  const found = find(words, turn.station.canned);
  const [only] = found;
  const at = place.parse({ words: words.slice(0, 200) });
  if (!only) return reply(drawers([phrase('cannedNothing', { query: words })]));
  return found.length === 1 ? reply(shown(only, at, turn)) : list(at, turn);
}

function list({ words, group, page }: Place, turn: DeskTurn): DeskDecision {
  const { station, language } = turn;
  const answers =
    group === null ? find(words, station.canned) : station.canned.filter((one) => one.group === group);
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
      [...rows, [...before, ...more], [all]].filter((row) => row.length > 0),
    ),
  );
}

/** The answer as it would go out, and what it means where the advisor reads another language. */
function shown(answer: Canned, here: Place, turn: DeskTurn): Say {
  const { language, station, about } = turn;
  const theirs = about?.conversation?.language ?? station.defaultLanguage;
  const filled = fill(answer, theirs, turn);
  const hint = answer.hint && textIn(answer.hint, language, station);
  const text: readonly Phrase[] = [
    ...(hint ? [phrase('cannedHint', { text: hint })] : []),
    phrase('cannedGoesOut', { text: filled.text, language: theirs }),
    ...(theirs === language ? [] : [phrase('cannedMeant', { text: fill(answer, language, turn).text })]),
    ...(filled.kind === 'missing' ? [phrase('cannedMissing', { variables: [...filled.missing] })] : []),
  ];
  const { words, group, page } = here;
  const back = act(phrase('cannedLabelBack'), { do: 'list', words, group, page });
  return card('aside', text, [[...sendButton(answer, filled, here, turn), back], [all]]);
}

function sendButton(
  answer: Canned,
  filled: Filled,
  { words, group, page }: Place,
  turn: DeskTurn,
): readonly Option[] {
  if (filled.kind === 'missing') return [];
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

function renewed(answer: Canned, here: Place, turn: DeskTurn): DeskDecision {
  return { ...reply(shown(answer, here, turn)), toast: phrase('cannedRenewed') };
}

function withAnswer(id: string, turn: DeskTurn, then: (answer: Canned) => DeskDecision): DeskDecision {
  const answer = turn.station.canned.find((one) => one.id === id);
  return answer ? then(answer) : reply(drawers([phrase('cannedGone')]));
}

function drawers(text: readonly Phrase[]): Say {
  const pairs = Array.from({ length: Math.ceil(cannedGroups.length / 2) }, (_, at) =>
    cannedGroups.slice(at * 2, at * 2 + 2),
  );
  return card(
    'aside',
    text,
    pairs.map((pair) => pair.map(drawer)),
  );
}

function drawer(group: CannedGroup): Option {
  return act(phrase('cannedLabelDrawer', { group }), { do: 'list', group });
}

function act(label: Phrase, data: z.input<typeof action>): Option {
  return { kind: 'act', label, action: { flow: 'desk.say', data } };
}

const all = act(phrase('cannedLabelAll'), { do: 'drawers' });
