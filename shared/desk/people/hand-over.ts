import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type About, type DeskDecision, type DeskTurn, reply, toast } from '../turn.ts';
import { type Colleague, colleagues } from '../who.ts';

/** Two on a row fit a phone. */
const perRow = 2;

/** Who shall have it: every colleague but the one who asks. */
export function handOver(turn: DeskTurn): DeskDecision {
  const others = colleagues(turn).filter(({ id }) => id !== turn.by.id);
  if (others.length === 0) return toast(phrase('relayNoColleague'));
  const buttons = others.map(({ advisor }) => ({
    kind: 'act' as const,
    label: phrase('relayLabelPerson', { advisor }),
    action: { flow: 'desk.case', data: { do: 'handTo', to: advisor } },
  }));
  const rows = buttons.flatMap((_, index) =>
    index % perRow === 0 ? [buttons.slice(index, index + perRow)] : [],
  );
  return reply(card('aside', phrase('relayHandToWhom'), rows));
}

/** The colleague is named in the topic, so that they are called there. */
export function handTo(to: string, { case: known }: About, turn: DeskTurn): DeskDecision {
  const colleague = named(to, turn);
  if (!colleague) return { ...handOver(turn), toast: phrase('relayNobodyNamed', { name: to.slice(0, 40) }) };
  if (known.blocked) return toast(phrase('relayShutOut', { by: known.blocked.by }));
  const { advisor } = colleague;
  const line = phrase('relayHandedOver', {
    from: turn.by.advisor,
    to: advisor,
    waits: known.waitingSince !== null,
  });
  return {
    changes: [],
    say: [{ to: 'here', priority: 'person', message: card('aside', line) }],
    case: { owner: advisor, baton: 'person' },
    toast: phrase('relayHanded', { to: advisor }),
  };
}

/** By the name in any of the station's languages, its beginning, or as cases call them. */
function named(words: string, turn: DeskTurn): Colleague | undefined {
  const wanted = plain(words.replace(/^@/, ''));
  const all = colleagues(turn);
  const namesOf = ({ advisor }: Colleague) => {
    const texts = turn.station.advisors.find(({ id }) => id === advisor)?.name;
    return [advisor, ...Object.values(texts ?? {})].map(plain);
  };
  return (
    all.find((one) => one.advisor === words) ??
    all.find((one) => namesOf(one).includes(wanted)) ??
    all.find((one) => wanted.length >= 2 && namesOf(one).some((name) => name.startsWith(wanted)))
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
