import * as z from 'zod';
import { languageSchema } from '#shared/domain/language.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type Answers, type KeptAnswer, withKept, withoutKept } from '#shared/domain/replies.ts';
import { type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';

/** What a manager does with a reply that was offered as a ready answer, and with one that was kept. */
export const keepActions = [
  z.object({ do: z.literal('keep'), id: z.string(), text: z.string(), language: languageSchema }),
  z.object({ do: z.literal('leave'), text: z.string() }),
  z.object({ do: z.literal('remove'), id: z.string() }),
] as const;
export type KeepAction = z.infer<(typeof keepActions)[number]>;

/** Whether it is about what is kept, wherever it is tapped: the offer stands in General, where no customer is meant. */
export function isOfKept({ do: what }: { readonly do: string }): boolean {
  return what === 'keep' || what === 'leave' || what === 'remove';
}

/** For managers; others are told so. What was removed can be kept again. */
export function kept(asked: KeepAction, answers: Answers, turn: DeskTurn): DeskDecision {
  if (turn.by.role !== 'manager') return toast(phrase('relayManagersOnly'));
  switch (asked.do) {
    case 'keep': {
      const { id, text, language } = asked;
      const answer: KeptAnswer = { id, text, language, by: turn.by.advisor, at: turn.now };
      return {
        ...reply(card('aside', phrase('cannedKept', { text }), [[removing(id)]])),
        changes: [{ kind: 'answers', answers: withKept(answers, answer) }],
      };
    }
    case 'leave':
      return reply(card('aside', phrase('cannedNotKept', { text: asked.text })));
    case 'remove': {
      const answer = answers.kept.find(({ id }) => id === asked.id);
      if (!answer) return toast(phrase('cannedGone'));
      const { id, text, language } = answer;
      const again = keepButton('cannedLabelKeep', { do: 'keep', id, text, language });
      return {
        ...reply(card('aside', phrase('cannedRemoved', { text }), [[again]])),
        changes: [{ kind: 'answers', answers: withoutKept(answers, id) }],
      };
    }
  }
}

/** Takes a kept answer out again. */
export function removing(id: string) {
  return keepButton('cannedLabelRemove', { do: 'remove', id });
}

/** A way on from a reply that was offered as a ready answer, or from one that was kept. */
export function keepButton(
  label: 'cannedLabelKeep' | 'cannedLabelNo' | 'cannedLabelRemove',
  data: KeepAction,
) {
  return { kind: 'act', label: phrase(label), action: { flow: 'desk.say', data } } as const;
}
