import * as z from 'zod';
import { type Language, languageSchema, languages } from '#shared/domain/language.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { ownNames } from '#shared/flows/settings/language.ts';
import { definePart } from '../part.ts';
import { type DeskDecision, type DeskTurn, reply } from '../turn.ts';
import { tongueOfOwner } from '../who.ts';

const action = z.object({ language: languageSchema });

/** In which language the desk speaks to an advisor: the station's data proposes one, they choose. */
export const languagePart = definePart<z.infer<typeof action>>({
  name: 'desk.language',
  action,
  commands: ['language'],
  needs: () => [],
  decide: (event, _facts, turn) => {
    switch (event.kind) {
      case 'action':
        return chosen(event.action.language, turn);
      case 'command':
        return reply(card('aside', [phrase('relayLanguageAsk', { name: turn.by.advisor })], [...choices]));
      case 'content':
        return { changes: [], say: [] };
    }
  },
});

const choices: readonly Option[][] = languages.map((language) => [
  {
    kind: 'act',
    label: phrase('verbatim', { text: ownNames[language] }),
    action: { flow: 'desk.language', data: { language } },
  },
]);

/** Whoever taps chooses for themselves. A case of theirs follows at once where it was asked in its topic. */
function chosen(language: Language, { roster, by, about, station }: DeskTurn): DeskDecision {
  const next = { ...roster, languages: { ...roster.languages, [by.id]: language } };
  const words = phrase('relayLanguageSet', { name: by.advisor });
  const isTheirs = about !== null && about.case.owner === by.advisor;
  const tongue = isTheirs ? tongueOfOwner(by.advisor, { station, roster: next }) : null;
  return {
    changes: [{ kind: 'roster', roster: next }],
    say: [{ to: 'here', priority: 'answer', message: card('aside', [words], []), language }],
    toast: words,
    ...(isTheirs ? { case: { tongue } } : {}),
  };
}
