import { throttled } from '#test/helpers/phone.ts';
import { group, nikos, type Rig } from '#test/helpers/rig.ts';

/** One thing a person does, and when: minutes after noon on Saturday. Every run does it at the same instant. */
export type Act = { readonly name: string; readonly at: number; readonly does: (rig: Rig) => Promise<void> };

const spacing = 5;
const sundayEvening = 30 * 60;

/** A new owner's first weekend with the bot; it passes every boundary that the functions have. */
export function weekend(): readonly Act[] {
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
    ['is brought again by Telegram after the queue forgot it', (rig) => rig.brings(repeated)],
    ['asks for the address while Telegram slows the bot down', slowedDown],
    ['writes what nobody understands', (rig) => rig.brings(rig.updates.text('blue elephants', nikos))],
    ['asks for the hours, and the wake is lost', wakeLost],
  ];
  return [
    ...acts.map(([name, does], index) => ({ name, does, at: index * spacing })),
    { name: 'is reminded', at: sundayEvening, does: (rig) => rig.tick() },
    { name: 'will come', at: sundayEvening + spacing, does: tap("I'll be there") },
  ];
}

function tap(label: string | RegExp): Act['does'] {
  return (rig) => rig.brings(rig.tapOn(label));
}

async function album(rig: Rig): Promise<void> {
  for (const file of ['one', 'two', 'three']) await rig.brings(rig.updates.photo(file, 'album', nikos));
}

async function slowedDown(rig: Rig): Promise<void> {
  let told = false;
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
