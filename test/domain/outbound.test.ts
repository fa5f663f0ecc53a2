import { describe, expect, it } from 'vitest';
import { actionsOf, card, type Option, outboundSchema, priorities, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';

const act = (data: unknown): Option => ({
  kind: 'act',
  label: phrase('labelMenu'),
  action: { flow: 'menu', data },
});
const link: Option = { kind: 'link', label: phrase('labelMap'), url: 'https://example.org/map' };

describe('a message', () => {
  it('is new and plain unless it says otherwise', () => {
    expect(say(phrase('menu'))).toEqual({
      kind: 'say',
      text: [{ key: 'menu', args: {} }],
      options: [],
      card: null,
      place: 'new',
      target: null,
      askContact: null,
      askLocation: null,
      notice: null,
      page: 0,
      brief: false,
      slot: null,
      replyTo: null,
      asks: false,
      live: null,
      pinned: false,
    });
  });

  it('of several paragraphs keeps their order', () => {
    expect(say([phrase('menu'), phrase('help')]).text.map(({ key }) => key)).toEqual(['menu', 'help']);
  });

  it('as a card differs in nothing else', () => {
    expect(card('step', phrase('menu'), [[link]])).toEqual({
      ...say(phrase('menu'), [[link]]),
      card: 'step',
    });
  });

  it('does not change when the rows that made it do', () => {
    const row = [act(1)];
    const message = say(phrase('menu'), [row]);
    row.push(act(2));
    expect(actionsOf(message)).toHaveLength(1);
  });

  it.each([
    ['words and buttons', say([phrase('menu')], [[act({ do: 'open' }), link]])],
    ['a place', { kind: 'place' }],
    ['nothing', { kind: 'silence' }],
  ])('of %s is the same again after it was stored', (_what, message) => {
    expect(outboundSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  it('without words is refused, and so is a link that is none', () => {
    expect(outboundSchema.safeParse({ ...say(phrase('menu')), text: [] }).success).toBe(false);
    const bad = say(phrase('menu'), [[{ kind: 'link', label: phrase('labelMap'), url: 'no link' }]]);
    expect(outboundSchema.safeParse(bad).success).toBe(false);
  });
});

describe('the buttons of a message', () => {
  it('are counted row by row, without links', () => {
    const message = say(phrase('menu'), [[act('a'), link], [link], [act('b'), act('c')]]);
    expect(actionsOf(message).map(({ data }) => data)).toEqual(['a', 'b', 'c']);
  });

  it('are none where nothing is said', () => {
    expect(actionsOf({ kind: 'place' })).toEqual([]);
    expect(actionsOf({ kind: 'silence' })).toEqual([]);
  });
});

it('danger goes before people, people before answers, answers before mirrored talk', () => {
  const order = Object.entries(priorities).sort((a, b) => a[1] - b[1]);
  expect(order.map(([name]) => name)).toEqual(['danger', 'person', 'answer', 'mirror']);
});
