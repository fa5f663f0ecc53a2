import { answered, throttled } from '#test/helpers/phone.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { group, nikos, type Rig } from '#test/helpers/rig.ts';
import { onceDone, timedOut } from './outcomes.ts';

/** One thing a person does, and when: minutes after noon on Saturday. Every run does it at the same instant. */
export type Act = { readonly name: string; readonly at: number; readonly does: (rig: Rig) => Promise<void> };

const spacing = 5;
/**
 * Once somebody waits for a person there are alerts after 3, 5 and 15 minutes, and the promise of half an hour: these come between
 * two acts, also where a killed process put everything off by minutes.
 */
const longer = 37;
const firstToWait = 'sends an album';
const sundayEvening = 30 * 60;

/** A new owner's first weekend with the bot; it passes every boundary that the functions have. */
export function weekend(messenger: PlayedName): readonly Act[] {
  let repeated: unknown;
  const acts: readonly (readonly [string, Act['does']])[] = [
    ['opens the chat', (rig) => rig.brings(rig.updates.command('/start', nikos))],
    ['wants to book', tap('Book a visit')],
    ['chooses the work', tap(/^Oil/)],
    ['names the car', (rig) => rig.brings(rig.updates.text('Octavia 2018', nikos))],
    ['chooses a time', tap(/· \d\d:\d\d$/)],
    ['leaves the car', tap('Leave the car')],
    ['shares the phone', (rig) => rig.brings(rig.updates.contact('+306900000001', nikos))],
    ['wants to be told', tap('Yes, keep me posted')],
    ['asks for the status', (rig) => rig.brings(rig.updates.text('status', nikos))],
    ['wants another time', tap('Change the time')],
    ['chooses it', tap(/· \d\d:\d\d$/)],
    ['moves the visit', tap('Yes, move it')],
    ['cancels it', tap('Cancel the visit')],
    ['takes that back', tap('Undo')],
    ['sends an album', album],
    [
      'asks for a person',
      (rig) => {
        repeated = rig.updates.text('person', nikos);
        return rig.brings(repeated);
      },
    ],
    ['is brought again by the messenger after the queue forgot it', (rig) => rig.brings(repeated)],
    ['asks for the address while the messenger slows the bot down', slowedDown],
    ['writes what nobody understands', (rig) => rig.brings(rig.updates.text('blue elephants', nikos))],
    ['asks for the hours, and the wake is lost', wakeLost],
    ...(messenger === 'whatsapp' ? onlyWhatsApp : []),
  ];
  return [
    ...acts.map(([name, does], index) => ({ name, does, at: minuteOf(index, acts) })),
    { name: 'is reminded', at: sundayEvening, does: (rig) => rig.tick() },
    { name: 'will come', at: sundayEvening + spacing, does: tap("I'll be there") },
  ];
}

function minuteOf(index: number, acts: readonly (readonly [string, Act['does']])[]): number {
  const waits = Math.max(0, index - acts.findIndex(([name]) => name === firstToWait));
  return index * spacing + waits * (longer - spacing);
}

function tap(label: string | RegExp): Act['does'] {
  return (rig) => rig.brings(rig.tapOn(label));
}

async function album(rig: Rig): Promise<void> {
  for (const file of ['one', 'two', 'three']) await rig.brings(rig.updates.photo(file, 'album', nikos));
}

const onlyWhatsApp: readonly (readonly [string, Act['does']])[] = [
  ['asks for the menu, and the answer to what it brings is lost', answerLost],
  ['asks for help, and nobody learns at once that it failed', failedLater],
];

async function answerLost(rig: Rig): Promise<void> {
  let lost = false;
  rig.played.whatsapp.graph.intercept = ({ body }) => {
    if (lost || body.status === 'read') return undefined;
    lost = true;
    return onceDone(timedOut);
  };
  await rig.brings(rig.updates.text('menu', nikos));
}

async function failedLater(rig: Rig): Promise<void> {
  let failed = false;
  rig.played.whatsapp.graph.fate = () => {
    if (failed) return 'delivered';
    failed = true;
    return { code: 131_056 };
  };
  await rig.brings(rig.updates.text('help', nikos));
}

async function slowedDown(rig: Rig): Promise<void> {
  let told = false;
  rig.played.whatsapp.graph.intercept = ({ body }) => {
    if (told || body.status === 'read') return undefined;
    told = true;
    return answered(400, { error: { code: 131_056, message: 'pair rate limit' } });
  };
  rig.phone.intercept = ({ method, body }) => {
    if (told || method.startsWith('answer') || body.chat_id === Number(group)) return undefined;
    told = true;
    return throttled(20);
  };
  await rig.brings(rig.updates.text('address', nikos));
}

async function wakeLost(rig: Rig): Promise<void> {
  await rig.brings(rig.updates.text('hours', nikos));
  while (await rig.work('inbound'));
  rig.queues.outbound.lose();
}
