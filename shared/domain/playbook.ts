/**
 * The ten practice cases for a new advisor: each with four things that one could do, and which of them are good. What is
 * told about them stands with the texts; a case or act that has no words there does not compile.
 */
export const playbookActs = {
  first: ['wait', 'take', 'note', 'bot'],
  note: ['plain', 'slashes', 'card', 'later'],
  colleague: ['answer', 'leave', 'take', 'note'],
  slot: ['offer', 'promise', 'phone', 'later'],
  price: ['discount', 'quality', 'say', 'silence'],
  angry: ['defend', 'calm', 'manager', 'back'],
  shut: ['repeat', 'wait', 'notice', 'call'],
  late: ['hope', 'now', 'deadline', 'move'],
  call: ['done', 'tomorrow', 'write', 'call'],
  spam: ['polite', 'scold', 'clear', 'block'],
} as const;

export type PlaybookCase = keyof typeof playbookActs;
export type PlaybookAct<C extends PlaybookCase> = (typeof playbookActs)[C][number];

export const playbookGood: { readonly [C in PlaybookCase]: readonly PlaybookAct<C>[] } = {
  first: ['take'],
  note: ['slashes', 'card'],
  colleague: ['leave', 'note'],
  slot: ['offer'],
  price: ['say'],
  angry: ['calm', 'manager'],
  shut: ['notice', 'call'],
  late: ['now'],
  call: ['call'],
  spam: ['block'],
};

/** In the order in which they are played. */
export const playbookCases = Object.keys(playbookActs).filter(
  (name): name is PlaybookCase => name in playbookActs,
);

export function isGood(name: PlaybookCase, act: string): boolean {
  const good: readonly string[] = playbookGood[name];
  return good.includes(act);
}
