import { createHmac } from 'node:crypto';
import type { Account } from '#shared/channels/channel.ts';
import { whatsapp } from '#shared/channels/whatsapp/channel.ts';
import { type GraphServer, graphServer } from './graph.ts';
import { webhookEvent } from './lambda.ts';
import type { Played } from './messenger.ts';
import { chatOf, idsOf } from './whatsapp-people.ts';
import { ourNumber, type WhatsAppUpdates, whatsappUpdatesOf } from './whatsapp-updates.ts';

const appSecret = 'test-app-secret';

/** Our number of the tests; its secrets are made up. */
export const whatsappAccount: Account = {
  bot: ourNumber,
  token: 'test-access-token',
  number: ourNumber,
  webhookSecrets: [appSecret],
  verifyToken: 'test-verify-token',
  apiUrl: 'http://127.0.0.1:2/v26.0',
};

/** WhatsApp with its phones: Meta's view is `graph`. */
export type PlayedWhatsApp = Omit<Played, 'updates'> & {
  readonly graph: GraphServer;
  readonly updates: WhatsAppUpdates;
};

export function playWhatsApp(now: () => number): PlayedWhatsApp {
  const graph = graphServer(now);
  const updates = whatsappUpdatesOf(now, ({ userId, number }, at) => {
    for (const chat of [userId, number && `tel.${number}`]) if (chat) graph.heard(chat, at);
  });
  const bubbles: Played['bubbles'] = (person) => {
    const { userId, number } = idsOf(person);
    return graph.bubbles.filter(({ chat }) => chat === userId || chat === `tel.${number}`);
  };
  return {
    channel: whatsapp,
    account: whatsappAccount,
    updates,
    graph,
    http: (request) => graph.http(request),
    seen: graph.seen,
    news: () => {
      const next = graph.news.shift();
      return next && updates.status(next);
    },
    event(body, secret = appSecret) {
      const bytes = JSON.stringify(body);
      const signature = createHmac('sha256', secret).update(bytes).digest('hex');
      return webhookEvent('/whatsapp', bytes, { 'x-hub-signature-256': `sha256=${signature}` });
    },
    addressOf: (person) => ({ channel: 'whatsapp', bot: ourNumber, chat: chatOf(person), thread: '' }),
    bubbles,
    everyButton: (person) =>
      bubbles(person).flatMap(({ buttons }) => buttons.flatMap(({ data }) => data ?? [])),
    shows: ({ text, whole }, label) =>
      whole === label || beginsAs(text, label) || text === withoutEmoji(label),
    isMore: ({ data }) => /^1\..+\.m\d+\.[1-9]\d*$/.test(data ?? ''),
  };
}

/** A title that was cut shows how the label begins, with `…` for the rest. */
function beginsAs(title: string, label: string): boolean {
  const cut = title.indexOf('…');
  return cut > 0 && label.length > cut && label.startsWith(title.slice(0, cut));
}

/** A button of a prepared notice has no emoji. */
function withoutEmoji(label: string): string {
  return label.replace(/^\p{Extended_Pictographic} /u, '');
}
