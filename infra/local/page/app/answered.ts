import type { ShownMessage } from '../../phone-api.ts';

/** The ids of the messages whose answers were given: a reply button or a request for the contact serves once. */
export const answered = (messages: readonly ShownMessage[]): ReadonlySet<number> => {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const used = new Set<number>();
  for (const answer of messages) {
    const asked = byId.get(answer.replyTo ?? -1);
    if (answer.from === 'person' && asked?.from === 'bot' && uses(answer, asked)) used.add(asked.id);
  }
  return used;
};

const uses = ({ content }: ShownMessage, asked: ShownMessage): boolean => {
  if (content.kind === 'contact') return asked.asksContact === true;
  if (content.kind !== 'text') return false;
  return asked.buttons.flat().some(({ kind, text }) => kind === 'callback' && text === content.text);
};
