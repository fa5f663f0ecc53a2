import { expect, it } from 'vitest';
import { kindOfLetter } from '#infra/ops/letter.ts';
import { isNumber } from '#infra/ops/people.ts';

it.each([
  ['{"v":1,"inbound":{"event":{"kind":"text","text":"Petros"}}}', 'inbound text'],
  ['{"v":1,"destination":"telegram/4242/7000001/"}', 'wake'],
  ['{"v":1,"kind":"erase","job":{"kind":"erase","people":["7000001"]}}', 'erase'],
  ['{"v":1,"kind":"inbound","inbound":{"event":{"kind":"quiet"}}}', 'inbound quiet'],
  ['{"v":1,"kind":"archive","of":"7000001"}', 'archive'],
  ['{"v":2,"inbound":{}}', 'inbound unreadable of another version'],
  ['{"v":1,"kind":"+30 697 111 2233"}', 'unknown'],
  ['Petros', 'unreadable'],
])('the kind of a message that died is told without anything of anybody: %s', (body, kind) => {
  expect(kindOfLetter(body)).toBe(kind);
});

it.each([
  ['+30 697 111-2233', true],
  ['0030 6971112233', true],
  ['6971112233', true],
  ['0 697 111 22 33', true],
  ['306971112233', true],
  ['+49 697 111 2233', false],
  ['112233', false],
  ['Petros', false],
])('a number is found as it is typed: %s', (typed, is) => {
  expect(isNumber(typed, '+306971112233')).toBe(is);
});
