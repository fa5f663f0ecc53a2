import type { PhoneAct, ShownContent, ShownMessage } from '#infra/local/phone-api.ts';
import { button, GROUP, type Model } from './fake-model.ts';
import { whatsappHears, whatsappTapped } from './scripted-whatsapp.ts';

const text = (words: string, bold = ''): ShownContent => {
  const offset = words.indexOf(bold);
  return bold && offset >= 0
    ? { kind: 'text', text: words, entities: [{ type: 'bold', offset, length: bold.length }] }
    : { kind: 'text', text: words };
};

const GREETING =
  'Hello! This is the assistant of Aristotelous Auto (a bot; people are here Mon-Fri 08:30-17:30, Sat 09:00-14:00). I can book a visit, take a photo of a problem, or say how your car is doing.';

/** Reacts as a station would, by a fixed script: a greeting, a booking in four taps, photos, contacts and the group. */
export const answer = (model: Model, act: PhoneAct): void => {
  if ('chat' in act && act.chat.startsWith('-') && act.do !== 'tap') return;
  switch (act.do) {
    case 'say':
      if (whatsappHears(model, act.chat, act.text)) return;
      if (act.text.startsWith('/start')) greet(model, act.chat);
      else model.put(act.chat, 'bot', text(`You wrote: ${act.text}`));
      return;
    case 'tap':
      if (!whatsappTapped(model, act.chat, act.data)) tapped(model, act.chat, act.messageId, act.data);
      return;
    case 'photos':
      model.put(
        act.chat,
        'bot',
        text(
          act.images.length > 1
            ? `${act.images.length} photos are here. What worries you most?`
            : 'The photo is here. What worries you most?',
        ),
      );
      return;
    case 'contact':
      model.keyboard(act.chat, []);
      model.put(act.chat, 'bot', text('Thank you, that is noted.'));
      return;
    case 'location':
    case 'voice':
    case 'document':
      model.put(act.chat, 'bot', text('Maria will look at it before 10:30.'));
      return;
    case 'block':
    case 'language':
    case 'edit':
    case 'topic':
    case 'new-person':
    case 'change-number':
    case 'hide-number':
    case 'react':
    case 'delete':
    case 'forward':
    case 'video':
    case 'sticker':
    case 'new-topic':
    case 'join':
    case 'leave':
    case 'migrate-group':
    case 'bot-rights':
      return;
  }
};

const greet = (model: Model, chat: string): number =>
  model.put(chat, 'bot', text(GREETING), [
    [button('Book a visit', 'book')],
    [button('Report a problem', 'problem')],
    [button('Where is my car?', 'status')],
  ]);

type Step = (model: Model, chat: string, id: number) => void;

const edit =
  (content: ShownContent, buttons: ShownMessage['buttons'] = []): Step =>
  (model, chat, id) =>
    model.edit(chat, id, content, buttons);

const STEPS: Readonly<Record<string, Step>> = {
  book: edit(text('Which work for the Skoda Octavia (…4821)?'), [
    [button('Same as last time: annual service', 'annual')],
    [button('Oil & filter · 45 min', 'annual'), button('Brakes', 'annual')],
    [button('Diagnostics · 1 h', 'annual'), button('Tyres', 'annual')],
    [button('Something else', 'else')],
  ]),
  annual: edit(text('Annual service, about 2 h, from 140 €. Earliest:'), [
    [button('Tue 24 · 09:00', 'nine'), button('Tue 24 · 13:30', 'nine')],
    [button('More times', 'more')],
  ]),
  nine: edit(text('Held for 10 min: Tue 24 Nov 09:00.'), [
    [button('Leave the car', 'leave'), button("I'll wait there", 'leave')],
  ]),
  leave: (model, chat, id) => {
    model.edit(
      chat,
      id,
      text(
        'Booked, Nikos. Tue 24 Nov, 09:00, Octavia …4821: annual service, ready by 12:30. Bring the service book.',
        'Booked, Nikos.',
      ),
      [[button('Change the time', 'book'), button('Cancel the visit', 'cancel')]],
    );
    model.put(chat, 'bot', {
      kind: 'location',
      latitude: 40.63642,
      longitude: 22.94439,
      title: 'Aristotelous Auto, Egnatia 44',
    });
    model.put(chat, 'bot', {
      kind: 'document',
      name: 'visit-24-november.ics',
      url: '/_local/file/visit.ics',
      caption: '',
    });
    model.addTopic(12, 'Nikos · Octavia …4821');
    model.put(
      GROUP,
      'bot',
      text('Booked: Tue 24 Nov 09:00-11:00, annual service, B1, Kostas. Leaves the car.'),
      [[button('Estimate', 'note'), button('Status', 'note')]],
      { topic: 12 },
    );
  },
  cancel: edit(text('The visit on Tue 24 Nov is cancelled. Book again any time: /book')),
  status: (model, chat) => model.toast(chat, 'No car of yours is here now'),
};

const tapped = (model: Model, chat: string, id: number, data: string): void => {
  STEPS[data]?.(model, chat, id);
  model.settled(chat, id, data);
};
