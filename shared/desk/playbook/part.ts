import * as z from 'zod';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { isGood, playbookActs, playbookCases } from '#shared/domain/playbook.ts';
import { calmOf } from '../calm/calm.ts';
import { definePart } from '../part.ts';
import { type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';

/**
 * How far somebody is lives in the buttons: who practises, and of each case so far whether the first choice was a good one
 * (`1`), was not (`0`). Nothing is stored, and nobody keeps a score.
 */
const progress = {
  by: z.string(),
  marks: z.string().regex(/^[01]{0,10}$/),
};

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('case'), ...progress }),
  /** The choice in the case that comes after `marks`. */
  z.object({ do: z.literal('act'), ...progress, act: z.string() }),
  /** Another act of the case that `marks` ends with: what it would have led to. */
  z.object({ do: z.literal('look'), ...progress, act: z.string() }),
  z.object({ do: z.literal('end'), ...progress }),
]);
type Action = z.infer<typeof action>;
type Progress = Pick<Action, 'by' | 'marks'>;

/** Longer words are still sent, but not read at a glance. */
const glance = 300;

/** `/playbook`: ten practice cases by buttons; with words behind it, those words are judged as an answer would be. */
export const playbookPart = definePart<Action>({
  name: 'desk.playbook',
  action,
  commands: ['playbook'],
  needs: () => [],
  decide: (event, _facts, turn) => {
    switch (event.kind) {
      case 'content':
        return { changes: [], say: [] };
      case 'command':
        return event.words === '' ? reply(start(turn)) : judge(event.words, turn);
      case 'action':
        return tapped(event.action, turn);
    }
  },
});

function start({ by }: DeskTurn): Say {
  const begun = { by: by.advisor, marks: '' };
  return card(
    'aside',
    [phrase('playbookStart', { by: by.advisor }), phrase('playbookTry')],
    [[act(phrase('playbookLabelStart'), { do: 'case', ...begun })]],
  );
}

function tapped(asked: Action, { by }: DeskTurn): DeskDecision {
  const { by: owner, marks } = asked;
  if (owner !== by.advisor) return toast(phrase('playbookOthers', { by: owner }));
  const so = { by: owner, marks };
  switch (asked.do) {
    case 'case':
      return reply(told(so));
    case 'act': {
      const name = playbookCases[marks.length];
      const mark = name && isGood(name, asked.act) ? '1' : '0';
      return reply(why({ by: owner, marks: `${marks}${mark}`.slice(0, playbookCases.length) }, asked.act));
    }
    case 'look':
      return reply(why(so, asked.act));
    case 'end':
      return reply(ended(so));
  }
}

/** The case that comes after `marks`, with what one could do. */
function told({ by, marks }: Progress): Say {
  const at = marks.length;
  const name = playbookCases[at];
  if (!name) return ended({ by, marks });
  const rows = playbookActs[name].map((one) => [
    act(phrase('playbookLabelAct', { case: name, act: one }), { do: 'act', by, marks, act: one }),
  ]);
  return card('aside', phrase('playbookCase', { case: name, at: at + 1, of: playbookCases.length }), rows);
}

/** What an act of the case that `marks` ends with leads to. The others may be looked at; the first choice has counted. */
function why({ by, marks }: Progress, chosen: string): Say {
  const at = marks.length - 1;
  const name = playbookCases[at];
  if (!name) return ended({ by, marks });
  const others = playbookActs[name]
    .filter((one) => one !== chosen)
    .map((one) => [
      act(phrase('playbookLabelAct', { case: name, act: one }), { do: 'look', by, marks, act: one }),
    ]);
  const on =
    marks.length < playbookCases.length
      ? act(phrase('playbookLabelNext'), { do: 'case', by, marks })
      : act(phrase('playbookLabelEnd'), { do: 'end', by, marks });
  return card(
    'aside',
    [
      phrase('playbookCase', { case: name, at: at + 1, of: playbookCases.length }),
      phrase('playbookWhy', { case: name, act: chosen, good: isGood(name, chosen) }),
    ],
    [...others, [on]],
  );
}

function ended({ by, marks }: Progress): Say {
  const weak = playbookCases.filter((_name, at) => marks[at] === '0');
  const right = [...marks].filter((mark) => mark === '1').length;
  return card(
    'aside',
    [
      phrase('playbookEnd', { right, of: playbookCases.length }),
      ...(weak.length > 0 ? [phrase('playbookWeak', { cases: [...weak] })] : []),
      phrase('playbookTry'),
    ],
    [[act(phrase('playbookLabelAgain'), { do: 'case', by, marks: '' })]],
  );
}

/** Free play: how an answer would be taken that nobody gets. */
function judge(words: string, { language }: DeskTurn): DeskDecision {
  const held = calmOf(words, [language]);
  if (held) return reply(card('aside', phrase('calmHeld', held)));
  return reply(
    card('aside', words.length > glance ? phrase('calmLong', { length: words.length }) : phrase('calmFine')),
  );
}

function act(label: Phrase, data: z.input<typeof action>): Option {
  return { kind: 'act', label, action: { flow: 'desk.playbook', data } };
}
