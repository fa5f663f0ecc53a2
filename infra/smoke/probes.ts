import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Account } from '#shared/channels/channel.ts';
import { limits } from '#shared/channels/whatsapp/limits.ts';
import type { FunctionName } from '../functions.ts';
import type { Answered, Asked } from './call.ts';

/** One question to the address whose right answer is known. */
export type Probe = {
  readonly asked: Asked;
  readonly status: number;
  /** The whole body that must come back; left out where it does not matter. */
  readonly body?: string;
  /** What is proven by the right answer. */
  readonly proves: string;
  /** What to do about another answer of the function itself; one sentence without a full stop. */
  readonly todo: string;
  /** Which function answers; null where API Gateway does by itself. */
  readonly by: FunctionName | null;
};

const json = { 'content-type': 'application/json' };
const changed = 'Deploy again: what answers is not the code of this repository';

/** What anybody can try: nothing may be had without a secret. */
export function strangersProbes(): readonly Probe[] {
  const unknown = randomBytes(16).toString('base64url');
  const post = (path: string, headers: Readonly<Record<string, string>> = {}, body = '{}'): Asked => ({
    method: 'POST',
    path,
    headers: { ...json, ...headers },
    body,
  });
  return [
    {
      asked: { method: 'GET', path: `/${unknown}` },
      status: 404,
      proves: 'The address answers (https only with a certificate that is trusted)',
      todo: 'Take TelegramWebhookUrl of the stack without /telegram as --url',
      by: null,
    },
    {
      asked: post('/telegram'),
      status: 401,
      proves: 'Telegram’s webhook refuses what has no secret',
      todo: changed,
      by: 'telegram-webhook',
    },
    {
      asked: post('/telegram', { 'x-telegram-bot-api-secret-token': unknown }),
      status: 401,
      proves: 'Telegram’s webhook refuses another secret',
      todo: changed,
      by: 'telegram-webhook',
    },
    {
      asked: post('/whatsapp'),
      status: 401,
      proves: 'WhatsApp’s webhook refuses what is not signed',
      todo: changed,
      by: 'whatsapp-webhook',
    },
    {
      asked: post('/whatsapp', signed('{}', unknown)),
      status: 401,
      proves: 'WhatsApp’s webhook refuses what another secret signed',
      todo: changed,
      by: 'whatsapp-webhook',
    },
    {
      asked: handshake(unknown, '1'),
      status: 403,
      proves: 'WhatsApp’s webhook shakes no stranger’s hand',
      todo: changed,
      by: 'whatsapp-webhook',
    },
    {
      asked: post('/whatsapp', {}, 'x'.repeat(limits.bodyBytes + 1)),
      status: 413,
      proves: `A body over ${limits.bodyBytes / 1024 / 1024} MB is refused before it is read`,
      todo: changed,
      by: 'whatsapp-webhook',
    },
    ...(['GET', 'HEAD'] as const).flatMap((method) =>
      [`/c/${unknown}.ics`, `/h/${unknown}`, `/f/${unknown}.zip`].map(
        (path): Probe => ({
          asked: { method, path },
          status: 404,
          proves: `A link that nobody was given opens nothing (${method} ${path.slice(0, 3)}…)`,
          todo: changed,
          by: 'links',
        }),
      ),
    ),
  ];
}

const notRead = (messenger: string) =>
  `A function keeps what it read for five minutes: run it again then. If it stays, npm run connect -- --check says whether the secrets of ${messenger} are right`;

/** What has Telegram's secret is taken, and an update without anything in it does nothing. */
export function telegramProbe({ webhookSecrets }: Pick<Account, 'webhookSecrets'>): Probe {
  return {
    asked: {
      method: 'POST',
      path: '/telegram',
      headers: { ...json, 'x-telegram-bot-api-secret-token': webhookSecrets[0] ?? '' },
      body: '{"update_id":0}',
    },
    status: 200,
    proves: 'Telegram’s webhook takes what has its secret: the function could read the encrypted parameter',
    todo: notRead('Telegram'),
    by: 'telegram-webhook',
  };
}

/** The same for Meta: a handshake, and a signed call that tells nothing. */
export function whatsappProbes({
  webhookSecrets,
  verifyToken,
}: Pick<Account, 'webhookSecrets' | 'verifyToken'>): readonly Probe[] {
  const challenge = String(randomInt(10 ** 9, 10 ** 10));
  const body = '{"object":"whatsapp_business_account","entry":[]}';
  return [
    {
      asked: handshake(verifyToken, challenge),
      status: 200,
      body: challenge,
      proves: 'WhatsApp’s webhook shakes hands with who has the verify token',
      todo: notRead('WhatsApp'),
      by: 'whatsapp-webhook',
    },
    {
      asked: {
        method: 'POST',
        path: '/whatsapp',
        headers: { ...json, ...signed(body, webhookSecrets[0] ?? '') },
        body,
      },
      status: 200,
      proves: 'WhatsApp’s webhook takes what the app’s secret signed',
      todo: notRead('WhatsApp'),
      by: 'whatsapp-webhook',
    },
  ];
}

/** As Meta registers a webhook. https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
function handshake(token: string, challenge: string): Asked {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': token,
  });
  return { method: 'GET', path: `/whatsapp?${query}` };
}

function signed(body: string, secret: string) {
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

/** Null: as it should be. */
export function wrongOf(
  probe: Probe,
  answer: Answered,
): { readonly says: string; readonly todo: string } | null {
  if ('reason' in answer)
    return { says: `No answer came (${answer.reason})`, todo: unreached(answer.reason) };
  if (answer.status === probe.status && (probe.body === undefined || answer.body === probe.body)) return null;
  const { method, path } = probe.asked;
  return {
    says: `${method} ${path.split(/[?]/)[0]} answers ${answer.status} and not ${probe.status}`,
    todo: todoOf(probe, answer.status),
  };
}

function todoOf({ by, todo }: Probe, status: number): string {
  if (status === 429)
    return 'Wait a minute: the address takes no more calls a second than `throttle` in infra/config.ts says; a new account may be at its limit of functions, which npm run connect -- --check reads';
  if (status >= 500 && by !== null)
    return `Look at the log of ${by} (RUNBOOK.md, webhookErrors, says where): its first line that is an error names the cause`;
  if (status >= 500) return 'Look at the metrics of the HTTP API in the dashboard';
  if (status === 404)
    return 'This is not the station’s address: take TelegramWebhookUrl of the stack without /telegram as --url';
  return todo;
}

/** https://nodejs.org/docs/latest-v24.x/api/tls.html#x509-certificate-error-codes */
function unreached(reason: string): string {
  if (/CERT|SIGNATURE|ISSUER|SELF_SIGNED|ALTNAME/.test(reason))
    return 'The certificate is not trusted: a domain of your own needs one of AWS Certificate Manager for exactly this name';
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN')
    return 'There is no such name: copy TelegramWebhookUrl of the stack without /telegram as --url';
  return 'Look at the network here, then at the address; it must begin with https://';
}
