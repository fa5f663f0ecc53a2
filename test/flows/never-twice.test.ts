import { describe, expect, it } from 'vitest';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import type { Chat } from './chat.ts';
import { spoken } from './spoken.ts';
import { Street } from './street.ts';

/** Nobody reads twice in a row that they were not understood: the second time a person gets what was said, wherever that is. */

function street(): Street {
  const here = new Street();
  here.understoodOf = spoken;
  return here;
}

async function says(chat: Chat, text: string): Promise<readonly PhraseKey[]> {
  const first = (await chat.says(text)).heard;
  await chat.street.settle();
  chat.hears(chat.street.rows());
  return [...first, ...chat.heard];
}

const met = (): Promise<Chat> =>
  street().telegram('501').does({ kind: 'command', name: 'start', payload: '' });
const work = async (): Promise<Chat> => (await met()).does({ kind: 'command', name: 'book', payload: '' });
const car = async (): Promise<Chat> => (await work()).taps('labelService', { id: 'oil' });
const time = async (): Promise<Chat> => (await car()).says('Octavia ABC-4821');
const stay = async (): Promise<Chat> => (await time()).taps('labelSlot');
const phone = async (): Promise<Chat> => (await stay()).taps('labelLeave');
const consent = async (): Promise<Chat> => (await phone()).says('skip');
const payer = async (): Promise<Chat> => (await (await met()).says('who pays')).taps('payerLabelOther');

const everywhere = [
  ['in no talk', met],
  ['at the choice of work', work],
  ['at the times', time],
  ['at a kept time', stay],
  ['at the question for the phone', phone],
  ['at the question about messages', consent],
  ['while a code for the payer is passed on', payer],
] as const;

/** Words of the requests that are stored, and why each was made. */
function requests(chat: Chat): readonly (readonly [string, string])[] {
  return chat.street
    .items('P#')
    .filter(({ sk }) => String(sk).startsWith('request#'))
    .map(({ reason, text }) => [String(reason), String(text)] as const);
}

describe.each(everywhere)('what is not understood twice %s', (_where, reach) => {
  it('calls a person with what was said, and what was in progress stays', async () => {
    const chat = await reach();
    const { flow } = (await chat.street.known(chat.key)).conversation;
    const before = requests(chat).length;
    const first = await says(chat, 'hmm');
    expect(first).not.toContain('personCalled');
    expect(await says(chat, 'well then tell me')).toContain('personCalled');
    expect(requests(chat).slice(before)).toEqual([['misunderstood', 'hmm\nwell then tell me']]);
    const { conversation } = await chat.street.known(chat.key);
    expect([conversation.misses, conversation.flow?.name]).toEqual([0, flow?.name]);
  });

  it('is no second time where something was answered in between', async () => {
    const chat = await reach();
    await says(chat, 'hmm');
    expect(await says(chat, 'where do i park')).not.toContain('personCalled');
    expect(await says(chat, 'well then tell me')).not.toContain('personCalled');
  });
});

describe('words that a question takes and can make nothing of', () => {
  it('are met with it once more, and the second time with a person', async () => {
    const chat = await time();
    expect(await says(chat, 'i need an oil change')).toContain('helpInStep');
    expect(await says(chat, 'i need an oil change')).toEqual(['personCalled']);
    expect(requests(chat)).toEqual([['misunderstood', 'i need an oil change']]);
  });
});
