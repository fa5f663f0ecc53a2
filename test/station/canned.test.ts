import { describe, expect, it } from 'vitest';
import { calmOf } from '#shared/desk/calm/calm.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { cannedAnswers } from '#shared/station/canned/canned.ts';
import { cannedGroups, isVariable, type Variable } from '#shared/station/canned/schema.ts';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation, StationError } from '#shared/station/load.ts';
import type { StationData } from '#shared/station/schema.ts';
import { station } from '#shared/station/station.ts';

/** What loading says about the demo station when its first canned answer is changed. */
function complaint(change: (answer: Record<string, unknown>) => void): string {
  const data = structuredClone(demoStation);
  const [first, ...others] = data.canned ?? [];
  const changed: Record<string, unknown> = { ...first };
  change(changed);
  try {
    loadStation({ ...data, canned: [changed, ...others] } satisfies Record<keyof StationData, unknown>);
  } catch (error) {
    if (error instanceof StationError) return error.message;
    throw error;
  }
  return 'nothing';
}

const inAll = (text: string) => ({ en: text, ru: text, uk: text, el: text });

describe('canned answers that an owner writes', () => {
  it.each<[string, (answer: Record<string, unknown>) => void, string]>([
    [
      'an unknown variable',
      (one) => (one.text = inAll('Ready {redy}')),
      'canned[0].text.en: "{redy}" is no variable; there are {name} {car}',
    ],
    [
      'an open brace',
      (one) => (one.text = inAll('Ready {ready')),
      'canned[0].text.en: Close each brace that you open: {name}',
    ],
    [
      'an open bracket',
      (one) => (one.text = inAll('Ready [{ready}')),
      'canned[0].text.en: Close each bracket that you open',
    ],
    [
      'a bracket without a variable',
      (one) => (one.text = inAll('Ready [soon]')),
      'canned[0].text.en: Put a variable into the brackets',
    ],
    [
      'a language that is missing',
      (one) => (one.text = { en: 'Hello', ru: 'Привет', el: 'Γεια' }),
      'canned[0].text.uk: Add the text in "uk"',
    ],
    [
      'a text too long',
      (one) => (one.text = inAll('long '.repeat(70))),
      'canned[0].text.en: Use at most 300 characters',
    ],
    [
      'a title too long for its button',
      (one) => (one.title = inAll('A title for no button')),
      'canned[0].title.en: Use at most 20 characters',
    ],
    ['an id twice', (one) => (one.id = 'bye'), 'canned[2].id: Use another id: "bye" is taken'],
    [
      'a drawer that is not there',
      (one) => (one.group = 'misc'),
      `canned[0].group: Use one of: ${cannedGroups.join(', ')}`,
    ],
  ])('with %s are refused, and the field is named', (_what, change, message) => {
    expect(complaint(change)).toContain(message);
  });

  it('may be left out altogether', () => {
    const { canned: _none, ...without } = structuredClone(demoStation);
    expect(loadStation(without).canned).toEqual([]);
  });
});

const sample: Readonly<Record<Variable, string>> = {
  name: 'Konstantinos',
  car: 'Octavia …4821',
  visit: 'Wed 25 Nov, 09:00',
  date: 'Wed 25 Nov',
  ready: 'by 12:30',
  price: '140 €',
  advisor: 'Maria',
  hours: 'Mon–Fri 08:30–17:30, Sat 09:00–14:00',
  address: '118 Monastiriou St, Thessaloniki',
  phone: '+302310555010',
  payment: 'Cash, card or bank transfer; you pay when you collect the car.',
  parking: 'There are six places in the yard; stop at the desk first.',
  warranty: 'Parts that we fit and our work have a warranty of 12 months.',
};

const filled = (text: string) =>
  text
    .replace(/\{(\w+)\}/g, (all, name: string) => (isVariable(name) ? sample[name] : all))
    .replace(/[[\]]/g, '');

describe.each(languages)('the canned answers that come along, in %s', (language) => {
  const texts = cannedAnswers.map(({ id, group, text, title, hint }) => ({
    id,
    group,
    said: text[language] ?? '',
    title: title[language] ?? '',
    hint: hint?.[language] ?? '',
  }));

  it.each(texts)('$id is short, asks one thing, and presses nobody', ({ id, group, said }) => {
    const full = filled(said);
    expect(full.length, full).toBeLessThanOrEqual(330);
    expect(said.length).toBeLessThanOrEqual(300);
    expect(full.split(language === 'el' ? ';' : '?').length - 1, full).toBeLessThanOrEqual(1);
    expect(full).not.toMatch(pressing[language]);
    expect(full).not.toMatch(familiar[language]);
    expect(full.match(selves[language])?.length ?? 0, `many "I" in ${id}`).toBeLessThanOrEqual(1);
    const emoji = full.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
    expect(emoji).toBeLessThanOrEqual(['sorry', 'money', 'objection', 'decline'].includes(group) ? 0 : 1);
    expect(full).not.toMatch(/ {2}| [,.:;!?)]|\( |!.*!|\.\./);
    expect(calmOf(full), full).toBeNull();
  });

  it('say sorry where something went wrong', () => {
    for (const id of ['delay', 'slow-answer', 'our-mistake'])
      expect(texts.find((one) => one.id === id)?.said).toMatch(/sorry|прощения|вибачення|συγγνώμη/);
  });

  it('give each objection and each hard talk a hint for the advisor', () => {
    for (const { id, group, hint } of texts)
      if (group === 'objection' || ['angry', 'dispute', 'delay', 'stay-polite'].includes(id))
        expect(hint, id).not.toBe('');
  });

  it('have titles that differ', () => {
    expect(new Set(texts.map(({ title }) => title)).size).toBe(texts.length);
  });
});

const pressing: Readonly<Record<Language, RegExp>> = {
  en: /\b(hurry|last chance|must|only today|immediately|unfortunately|failed|forgot)\b/i,
  ru: /(спешите|поторопит|только сегодня|немедленно|обязаны|к сожалению|вы забыли|последний шанс)/i,
  uk: /(поспішайте|поквап|лише сьогодні|негайно|зобов|на жаль|ви забули|останній шанс)/i,
  el: /(βιαστείτε|μόνο σήμερα|αμέσως τώρα|υποχρεού|δυστυχώς|ξεχάσατε|τελευταία ευκαιρία)/i,
};
const familiar: Readonly<Record<Language, RegExp>> = {
  en: /\b(dude|mate|buddy)\b/i,
  ru: /(?<!\p{L})(ты|тебя|тебе|твой|твоя|твоё)(?!\p{L})/iu,
  uk: /(?<!\p{L})(ти|тебе|тобі|твій|твоя|твоє)(?!\p{L})/iu,
  el: /(?<!\p{L})(εσύ|εσένα|σου)(?!\p{L})/iu,
};
const selves: Readonly<Record<Language, RegExp>> = {
  en: /\bI\b/g,
  ru: /(?<!\p{L})(я|мне|меня)(?!\p{L})/giu,
  uk: /(?<!\p{L})(я|мені|мене)(?!\p{L})/giu,
  el: /(?<!\p{L})(εγώ|εμένα|μου)(?!\p{L})/giu,
};

describe('the canned answers that come along', () => {
  it('are about forty, lie in every drawer, and answer the objections people have', () => {
    expect(cannedAnswers.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cannedAnswers.map(({ group }) => group))).toEqual(new Set(cannedGroups));
    const ids = cannedAnswers.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'expensive',
        'later',
        'own-parts',
        'why-long',
        'quoted-less',
        'competitor',
        'dispute',
        'angry',
      ]),
    );
  });

  it('name no fact that the station names', () => {
    const said = cannedAnswers.flatMap(({ text }) => Object.values(text)).join('\n');
    expect(said).not.toMatch(/\d+ ?(€|EUR)|\+\d{6,}|\d{1,2}:\d{2}/);
    for (const address of Object.values(station.address)) expect(said).not.toContain(address);
  });

  it('are the ones that the demo station has', () => {
    expect(station.canned.map(({ id }) => id)).toEqual(cannedAnswers.map(({ id }) => id));
  });
});
