import type { ShownMessage } from '#infra/local/phone-api.ts';
import { button, type Model } from './fake-model.ts';

const row = (title: string, description: string, data: string) => ({ title, description, data });

/** What the scripted bot says on WhatsApp after a tap: words with WhatsApp's signs, and what they ask with. */
type Step = { readonly text: string } & Partial<
  Pick<ShownMessage, 'buttons' | 'list' | 'footer' | 'asksContact'>
>;

const GREETING: Step = {
  text: 'Hello! This is the assistant of *Aristotelous Auto* (a bot; people are here Mon-Fri 08:30-17:30). What can I do for you?',
  buttons: [
    [button('Book a visit', 'book')],
    [button('Report a problem', 'problem')],
    [button('Where is my car?', 'status')],
  ],
};

const STEPS: Readonly<Record<string, Step>> = {
  book: {
    text: 'Which work for the Skoda Octavia (…4821)?',
    list: {
      button: 'Choose the work',
      sections: [
        {
          title: 'As last time',
          rows: [row('Annual service', 'about 2 h, from 140 €', 'annual')],
        },
        {
          title: 'Other work',
          rows: [
            row('Oil & filter', '45 min, from 60 €', 'annual-oil'),
            row('Brakes', 'checked first, priced after', 'annual-brakes'),
            row('Diagnostics', '1 h, 45 €', 'annual-diagnostics'),
            row('Something else', '', 'annual-else'),
          ],
        },
      ],
    },
  },
  annual: {
    text: 'Annual service, about 2 h, from 140 €. Earliest: *Tue 24 Nov*.',
    buttons: [
      [button('Tue 24 · 09:00', 'nine')],
      [button('Tue 24 · 13:30', 'nine-two')],
      [button('More times', 'more')],
    ],
    footer: 'Prices include VAT',
  },
  nine: {
    text: 'Held for 10 min: *Tue 24 Nov 09:00*. Whom may we call? Share your number, or go on without.',
    asksContact: true,
  },
};

/** Hears words on WhatsApp: a greeting is greeted. Answers false for a chat of another messenger or other words. */
export const whatsappHears = (model: Model, chat: string, words: string): boolean => {
  if (!onWhatsApp(model, chat) || !/^(hello|Γεια|Здр|Добр)/i.test(words)) return false;
  say(model, chat, GREETING);
  return true;
};

/** Goes on after a tap on WhatsApp; false for another messenger. */
export const whatsappTapped = (model: Model, chat: string, data: string): boolean => {
  if (!onWhatsApp(model, chat)) return false;
  const step = STEPS[data];
  if (step) say(model, chat, step);
  else model.put(chat, 'bot', { kind: 'text', text: 'Maria will look at it before _10:30_.' });
  return true;
};

const say = (model: Model, chat: string, { text, buttons = [], ...extras }: Step): void =>
  void model.put(chat, 'bot', { kind: 'text', text }, buttons, extras);

const onWhatsApp = (model: Model, chat: string): boolean =>
  model.state().phones.some(({ id, messenger }) => id === chat && messenger === 'whatsapp');
