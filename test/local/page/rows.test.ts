import { describe, expect, it } from 'vitest';
import { type Row, rowsOf } from '#infra/local/page/app/rows.ts';
import type { ShownMessage } from '#infra/local/phone-api.ts';

let id = 0;
const message = (changes: Partial<ShownMessage> = {}): ShownMessage => ({
  id: ++id,
  from: 'bot',
  author: '',
  at: '2026-11-24T08:00:00Z',
  edited: false,
  content: { kind: 'text', text: 'Hello' },
  buttons: [],
  ...changes,
});

const NOW = '2026-11-24T12:00:00Z';
const rows = (...messages: ShownMessage[]): readonly Row[] => rowsOf(messages, NOW, 'Europe/Athens');
const bubbles = (...messages: ShownMessage[]) => rows(...messages).filter((row) => row.kind === 'bubble');
const runs = (...messages: ShownMessage[]) =>
  bubbles(...messages).map(({ first, last }) => `${first ? '(' : ''}-${last ? ')' : ''}`);

describe('How a conversation is laid out', () => {
  it('heads each day of the station once', () => {
    const kinds = rows(
      message({ at: '2026-11-23T21:59:00Z' }),
      message({ at: '2026-11-23T22:00:00Z' }),
      message(),
    );
    expect(kinds.map((row) => (row.kind === 'day' ? row.label : row.kind))).toEqual([
      'Yesterday',
      'bubble',
      'Today',
      'bubble',
      'bubble',
    ]);
  });

  it('draws neighbours of one author as a run with one tail', () => {
    expect(runs(message(), message(), message())).toEqual(['(-', '-', '-)']);
  });

  it('ends a run where the author or the side changes, buttons close a bubble, or ten minutes pass', () => {
    expect(runs(message({ author: 'Maria' }), message({ author: 'Eleni' }))).toEqual(['(-)', '(-)']);
    expect(runs(message(), message({ from: 'person' }))).toEqual(['(-)', '(-)']);
    expect(runs(message({ buttons: [[{ kind: 'callback', text: 'Book', data: 'b' }]] }), message())).toEqual([
      '(-)',
      '(-)',
    ]);
    expect(runs(message(), message({ at: '2026-11-24T08:10:00Z' }))).toEqual(['(-)', '(-)']);
  });

  it('joins the photos of one album, and only those', () => {
    const photo = (album?: string) =>
      message({ content: { kind: 'photo', url: '/x', caption: '' }, ...(album ? { album } : {}) });
    const sizes = bubbles(photo('a'), photo('a'), photo('a'), photo('b'), photo('b'), photo(), photo()).map(
      (row) => row.messages.length,
    );
    expect(sizes).toEqual([3, 2, 1, 1]);
  });

  it('takes service messages out of the bubbles', () => {
    const [, service] = rows(message({ content: { kind: 'service', text: 'forum topic created' } }));
    expect(service).toMatchObject({ kind: 'service', text: 'forum topic created' });
  });

  it('gives every row a key of its own', () => {
    const keys = rows(message(), message({ from: 'person' }), message({ at: '2026-11-25T08:00:00Z' })).map(
      (row) => row.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
