import type { Bubble } from '#test/helpers/bubble.ts';
import { throttled } from '#test/helpers/phone.ts';
import { nikos, type Rig } from '#test/helpers/rig.ts';
import type { Act } from './scenario.ts';

/** Monday, 23 November 2026, 10:00 in Athens: advisors are there. */
export const mondayTen = Date.parse('2026-11-23T08:00:00Z');

/** Alerts about somebody who waits come after 3, 5 and 15 minutes, between two acts. */
const spacing = 10;

type Deed = readonly [string, Act['does']];

function inOrder(deeds: readonly Deed[]): readonly Act[] {
  return deeds.map(([name, does], index) => ({ name, does, at: index * spacing }));
}

const maria = (rig: Rig) => rig.desk.as('maria');
const writes =
  (text: string): Act['does'] =>
  (rig) =>
    rig.brings(rig.updates.text(text, nikos));
/** An advisor's words in Nikos's topic. */
const answers =
  (text: string): Act['does'] =>
  async (rig) => {
    await maria(rig).says(text, nikos);
  };

export const note = '// he always pays late';

/** A customer's morning with an advisor: everything that one can do for the other. */
export function deskMorning(): readonly Act[] {
  const kept: { first: Bubble | null; last: Bubble | null } = { first: null, last: null };
  return inOrder([
    ['asks', writes('My Octavia has a new owner')],
    ['wants a person', writes('person')],
    ['is taken by an advisor', answers('/take')],
    [
      'is answered',
      async (rig) => {
        kept.first = await maria(rig).says('It will be ready at five', nikos);
      },
    ],
    ['thanks', writes('Thank you so much')],
    [
      'gets a photo',
      async (rig) => {
        await maria(rig).sendsPhoto('bumper', nikos, { caption: 'Your bumper' });
      },
    ],
    [
      'gets an album',
      async (rig) => {
        for (const file of ['left', 'right']) {
          await maria(rig).sendsPhoto(file, nikos, { album: 'wheels' });
          rig.clock += 1;
        }
      },
    ],
    [
      'gets a correction',
      async (rig) => {
        if (kept.first) await maria(rig).edits(kept.first, 'It will be ready at six');
      },
    ],
    [
      'gets a message',
      async (rig) => {
        kept.last = await maria(rig).says('The price is 900', nikos);
      },
    ],
    [
      'has it taken back',
      async (rig) => {
        if (kept.last) await maria(rig).says('/undo', nikos, { replyTo: kept.last });
      },
    ],
    ['is spoken of in a note', answers(note)],
    ['sends a photo', (rig) => rig.brings(rig.updates.photo('scratch', null, nikos))],
    ['is answered about it', answers('We polish that')],
    ['is given back to the bot', answers('/give')],
    ['asks the bot', writes('hours')],
  ]);
}

/** A topic is deleted in the middle of a talk, another one closed, and the group is slow. */
export function topicsGone(): readonly Act[] {
  return inOrder([
    ['asks', writes('My Octavia has a new owner')],
    ['is answered', answers('Nearly')],
    [
      'loses the topic and writes',
      async (rig) => {
        rig.desk.deletes(await rig.desk.topicOf(nikos));
        await rig.brings(rig.updates.text('Are you there', nikos));
      },
    ],
    ['is answered in the new one', answers('Yes, we are')],
    ['writes while the group is slowed down', slowedDown],
    [
      'has a topic that was closed',
      async (rig) => {
        await rig.desk.closes(await rig.desk.topicOf(nikos));
        await rig.brings(rig.updates.text('And the lights', nikos));
      },
    ],
  ]);
}

async function slowedDown(rig: Rig): Promise<void> {
  let told = false;
  rig.phone.intercept = ({ body }) => {
    if (told || (body.chat_id ?? 0) >= 0) return undefined;
    told = true;
    return throttled(20);
  };
  await rig.brings(rig.updates.text('And the brakes', nikos));
}

/** The group gets a new id in the middle of a talk. */
export function deskMoves(): readonly Act[] {
  return inOrder([
    ['asks', writes('My Octavia has a new owner')],
    ['is answered', answers('Nearly')],
    [
      'and the group moves',
      async (rig) => {
        await rig.desk.migrates(-1_002_000_000_009);
      },
    ],
    ['writes again', writes('Are you there')],
    ['is answered', answers('Yes, we are')],
  ]);
}
