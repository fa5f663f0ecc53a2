import { describe, expect, it } from 'vitest';
import type { TemplateName } from '#shared/channels/whatsapp/templates/definition.ts';
import { noticeParameters } from '#shared/channels/whatsapp/templates/parameters.ts';
import { templates } from '#shared/channels/whatsapp/templates/templates.ts';
import { validateTemplate } from '#shared/channels/whatsapp/templates/validate.ts';
import { languages } from '#shared/domain/language.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { type PhraseKey, phraseSchema } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { wordOf } from '#shared/text/words.ts';

const names = [...new Set(templates.map(({ name }) => name))];
const inLanguages = (name: TemplateName) => templates.filter((template) => template.name === name);
const variables = (text: string) => text.match(/\{\{\d+\}\}/g);

/** A template's button takes no emoji. */
const plain = (label: string) => label.replace(/^\p{Extended_Pictographic} /u, '');

/** What the examples show, and the buttons as the texts call them. */
const at = Date.parse('2026-11-24T07:00:00Z');
const car = 'Octavia …4821';
const shown: Readonly<Record<TemplateName, { notice: Notice; replies: readonly PhraseKey[] }>> = {
  visit_reminder: {
    notice: { kind: 'reminder', start: at, car },
    replies: ['labelComing', 'labelMove', 'labelCancelVisit'],
  },
  visit_expected: {
    notice: { kind: 'expected', start: at, car },
    replies: ['comingLabelOnWay', 'comingLabelHere', 'labelMove'],
  },
  visit_update: { notice: { kind: 'update', what: 'ready', car, at }, replies: ['labelShow'] },
  visit_rating: {
    notice: { kind: 'rating', at, car },
    replies: ['feedbackLabelGood', 'feedbackLabelSoso', 'feedbackLabelBad'],
  },
  estimate_ready: { notice: { kind: 'estimate', car, until: at }, replies: ['labelShow'] },
  advisor_message: { notice: { kind: 'message', car }, replies: ['labelShow'] },
};

describe.each(templates.map((template) => [`${template.name} (${template.language})`, template] as const))(
  '%s',
  (_, template) => {
    const text = textFor(template.language, station);
    const { notice, replies } = shown[template.name];

    it('is taken by Meta', () => {
      expect(validateTemplate(template)).toEqual([]);
    });

    it('is tied to the person’s own visit and advertises nothing', () => {
      const said = `${template.body.text} ${template.footer ?? ''}`;
      expect(said).not.toMatch(
        /discount|offer|free|sale|promo|special|gift|скид|акци|бесплатн|подар|знижк|безкоштовн|έκπτωσ|προσφορ|δωρεάν|δώρο|[!€%]|\p{Extended_Pictographic}/iu,
      );
      expect(said).toMatch(/visit|work on your car|визит|машин|візит|авто|ραντεβού|επίσκεψ|όχημ/);
    });

    it('shows as an example what is really sent', () => {
      expect(noticeParameters(notice, text)).toEqual({
        template: template.name,
        parameters: template.body.examples,
      });
    });

    it('calls its replies as the same buttons are called elsewhere', () => {
      expect(template.buttons).toEqual(
        replies.map((key) => ({
          kind: 'reply',
          text: plain(text.say(phraseSchema.parse({ key, args: {} }))),
        })),
      );
    });

    it('asks at most one thing, and the word in its footer does what it says', () => {
      const mark = template.language === 'el' ? /;/g : /\?/g;
      expect(template.body.text.match(mark)?.length ?? 0).toBeLessThanOrEqual(1);
      for (const [, word = ''] of (template.footer ?? '').matchAll(/[«“]([^»”]+)[»”]/g))
        expect(wordOf(word)).toBe('stop');
    });
  },
);

describe('the list of templates', () => {
  it('has each template once in every language', () => {
    for (const name of names) expect(inLanguages(name).map(({ language }) => language)).toEqual(languages);
    expect(names.length).toBe(6);
  });

  it.each(names)('%s has the same variables, buttons and footer in all of them', (name) => {
    const [first, ...others] = inLanguages(name);
    for (const other of others) {
      expect(variables(other.body.text)).toEqual(variables(first?.body.text ?? ''));
      expect(other.buttons.map(({ kind }) => kind)).toEqual(first?.buttons.map(({ kind }) => kind));
      expect(other.footer === null).toBe(first?.footer === null);
    }
  });

  it('says something different in each of them', () => {
    expect(new Set(templates.map(({ body }) => body.text)).size).toBe(templates.length);
  });
});
