import { describe, expect, it } from 'vitest';
import { helpPart } from '#shared/desk/people/help-part.ts';
import { partOfCommand } from '#shared/desk/registry.ts';
import { languages } from '#shared/domain/language.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { noFacts } from '#test/helpers/facts.ts';
import { Yard } from './visit/yard.ts';

describe.each(languages)('what /help says in %s', (language) => {
  const { now, turn } = { now: 0, turn: new Yard().turn() };
  const made = helpPart.decide({ kind: 'command', name: 'help', words: '' }, noFacts, turn);
  const said =
    made === 'expired' ? [] : made.say.flatMap(({ message }) => (message.kind === 'say' ? message.text : []));
  const text = said.map((one) => textFor(language, station, now).say(one)).join('\n');

  it.each([
    'status',
    'arrived',
    'ready',
    'promise',
    'work',
    'estimate',
    'report',
    'export',
    'feed',
    'book',
    'open',
  ])('names /%s', (command) => {
    expect(text).toMatch(new RegExp(`/${command}\\b`, 'u'));
  });

  it('names no command that there is not', () => {
    const named = [...text.matchAll(/(?<![\p{L}\d])\/([a-z]+)/gu)].map(([, command]) => command ?? '');
    expect(named.filter((command) => !partOfCommand(command))).toEqual([]);
  });
});
