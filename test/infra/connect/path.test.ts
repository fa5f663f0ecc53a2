import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readNumber } from '#infra/connect/whatsapp-number.ts';
import { account as telegramAccount } from '#shared/channels/telegram/account.ts';
import { account as whatsappAccount } from '#shared/channels/whatsapp/account.ts';
import { answered, fakeHttp } from '../../runtime/fake-http.ts';
import { given, group, type Ran, type Rig, startRig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** Only the lines that begin with this mark. */
const marked = ({ lines }: Ran, mark: string) => lines.filter((line) => line.startsWith(mark));

describe('from secrets in hand to a bot that answers', () => {
  it('does all that is missing in one run, and leaves one message in the group', async () => {
    const ran = await rig.run({ environment: given });
    expect(marked(ran, '✗')).toEqual([]);
    expect(ran.lines.join('\n')).toMatchInlineSnapshot(`
      "
      The station’s data
      ✓ The station’s data is right: 16 services, 5 bays, 4 technicians, 2 advisors
      ! Still as in the demo: the phone number, the address, the place on the map, the name, the address for reviews, the advisors’ numeric ids. Put your own into shared/station before people write

      AWS
      ✓ The AWS credentials work, region eu-central-1
      ✓ AWS runs 1000 functions of this account at a time
      ✓ The stack of stage prod is deployed

      Secrets
      ✓ Telegram knows the bot @station_local_bot
      ✓ Its secrets are stored in the encrypted parameter /station/prod/telegram
      ✓ Meta knows the number +30 231 000 0000 and the token
      ✓ The token may send and manage, and never ends; the app secret is right
      ✓ Its secrets are stored in the encrypted parameter /station/prod/whatsapp

      Telegram
      ✓ Our webhook for Telegram takes what has the secret and refuses what has not
      ✓ Telegram’s webhook was set; before that: Telegram does not know where to send updates; Telegram does not have the new secret
      ✓ The menu of customers was published (5 of 5: one for each language, one for everybody else)
      ✓ The advisors’ group has topics, and the bot may do there what it needs
      ✓ All 2 advisors are in the group
      ✓ The menu of advisors was published (5 of 5: one for each language, one for everybody else)
      ✓ A message stands in the group’s General topic

      WhatsApp
      ✓ The number +30 231 000 0000 (Car service) is verified
      ✓ The number is registered for the Cloud API
      ✓ Meta reports nothing wrong with the payment
      ✓ Our webhook for WhatsApp shakes hands with who has the verify token
      ✓ The app’s webhook was registered, and Meta shook hands with ours
      ✓ The app listens to the WhatsApp account
      ✓ 24 templates were submitted to Meta
      ! Meta still looks at 24 templates: minutes as a rule, a day at most
      ! Meta tells nobody whether the app is live: in developers.facebook.com/apps, your app, it must say “Published” (else “Publish”); until then only test messages arrive"
    `);
    const sent = rig.telegram.ledger().filter(({ method }) => method === 'sendMessage');
    expect(sent.map(({ payload }) => payload)).toMatchObject([{ chat_id: group }]);
  });

  it('writes nothing when it is run again, and says nothing in the group', async () => {
    await rig.run({ environment: given });
    const before = rig.writes();
    rig.later(3_600_000);
    const again = await rig.run();
    expect(again.wrongs).toBe(0);
    expect(rig.writes()).toBe(before);
    expect(again.lines).toContain('✓ Nothing had to be changed, so the group gets no message');
  });
});

describe('before anything is there', () => {
  it('names every step that is missing, without a secret or a stack', async () => {
    rig.aws.outputs = null;
    const ran = await rig.run();
    expect(marked(ran, '✗').map((line) => line.split(' -> ')[0])).toEqual([
      '✗ There is no stack Station-prod in this account and region',
      '✗ There is no bot token yet',
    ]);
    expect(ran.lines).toContain('! WhatsApp is not in use: no phone number id is known');
    expect(rig.writes()).toBe(0);
  });

  it('says of a new account that its limit is low and how to raise it, and goes on', async () => {
    rig.aws.limit = 10;
    const ran = await rig.run({ environment: given });
    expect(ran.wrongs).toBe(0);
    expect(marked(ran, '!')).toContainEqual(
      expect.stringMatching(/only 10 functions .* works with that; .*quotas\/L-B99A9384 .*1000/),
    );
  });

  it('a look tries the secrets in hand and stores none', async () => {
    rig.aws.outputs = null;
    const ran = await rig.run({ check: true, environment: { ...given, ADVISOR_GROUP_ID: String(group) } });
    expect(ran.lines).toContain('✓ Telegram knows the bot @station_local_bot');
    expect(ran.lines).toContain('✓ The token may send and manage, and never ends; the app secret is right');
    expect(marked(ran, '✗').filter((line) => line.includes('not stored yet'))).toHaveLength(2);
    expect(ran.lines).toContain('! The webhook is set when the stack is deployed');
    expect(rig.writes()).toBe(0);
  });

  it('stores the secrets before the stack is there, and sets the webhooks once it is', async () => {
    const { outputs } = rig.aws;
    rig.aws.outputs = null;
    await rig.run({ environment: given });
    expect([...rig.aws.parameters.keys()]).toEqual(['/station/prod/telegram', '/station/prod/whatsapp']);
    rig.aws.outputs = outputs;
    rig.later(60_000);
    const ran = await rig.run();
    expect(ran.wrongs).toBe(0);
    expect(await rig.bot('getWebhookInfo', {})).toMatchObject({
      result: { url: `${rig.stationUrl}/telegram`, max_connections: 10 },
    });
  });

  it('finds the group that the bot was put into and who wrote there, ready to be deployed', async () => {
    rig.aws.outputs = null;
    for (const as of ['5000002', '5000001'])
      rig.telegram.phones.act({ do: 'say', chat: String(group), as, text: '/help' });
    const first = await rig.run({ check: true, environment: given });
    const line = marked(first, '✗').find((each) => each.includes('cdk deploy -c stage=prod -c advisor'));
    expect(line).toContain('-c advisorGroupId=-1002000000001 -c advisorIds=5000002,5000001');
    // Asking takes nothing away: they are still found by the next look.
    expect(marked(await rig.run({ check: true, environment: given }), '✗')).toEqual(marked(first, '✗'));
  });

  it('names a group whose topics were turned on by its new id alone', async () => {
    rig.aws.outputs = null;
    rig.telegram.phones.act({ do: 'say', chat: String(group), as: '5000001', text: '/help' });
    rig.telegram.conditions.groupMigrated(-1_002_000_000_009);
    const lines = marked(await rig.run({ check: true, environment: given }), '✗').join('\n');
    expect(lines).toContain('-c advisorGroupId=-1002000000009');
    expect(lines).not.toContain('-1002000000001');
  });

  it('tells how to make the group where the bot is in none', async () => {
    rig.aws.outputs = null;
    const ran = await rig.run({ environment: given });
    expect(marked(ran, '✗')).toContainEqual(
      expect.stringMatching(/group is not known yet -> .*“Topics”.*@station_local_bot.*\/help/),
    );
  });
});

describe('secrets', () => {
  const kept = (name: string): unknown => JSON.parse(rig.aws.parameters.get(`/station/prod/${name}`) ?? '');
  const telegramShape = z.object({ botToken: z.string(), webhookSecrets: z.tuple([z.string()]) });
  const whatsappShape = z.object({
    accessToken: z.string(),
    appSecrets: z.array(z.string()),
    verifyToken: z.string(),
    phoneNumberId: z.string(),
  });

  it('are kept as the functions read them, and no line has one, made up ones included', async () => {
    const lines = [...(await rig.run({ environment: given })).lines, ...(await rig.run()).lines].join('\n');
    expect(telegramAccount.schema.safeParse(kept('telegram')).success).toBe(true);
    expect(whatsappAccount.schema.safeParse(kept('whatsapp')).success).toBe(true);
    const { botToken, webhookSecrets } = telegramShape.parse(kept('telegram'));
    const { accessToken, appSecrets, verifyToken } = whatsappShape.parse(kept('whatsapp'));
    for (const secret of [botToken, ...webhookSecrets, accessToken, ...appSecrets, verifyToken]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(lines).not.toContain(secret);
    }
    expect(lines).not.toContain('canary');
  });

  it('are asked for at the terminal, again where they do not work', async () => {
    const typed = [
      '4242424242:mistyped',
      `  ${given.TELEGRAM_BOT_TOKEN} `,
      given.WHATSAPP_PHONE_NUMBER_ID,
      'EAAmistyped',
      given.WHATSAPP_ACCESS_TOKEN,
      'mistyped-secret',
      given.WHATSAPP_APP_SECRET,
    ];
    const questions: string[] = [];
    const ran = await rig.run({
      ask: async (question) => {
        questions.push(question);
        return typed.shift() ?? '';
      },
    });
    expect(ran.wrongs).toBe(0);
    expect(typed).toEqual([]);
    expect(questions.filter((question) => question.startsWith('That did not work'))).toHaveLength(3);
    expect(telegramShape.parse(kept('telegram')).botToken).toBe(given.TELEGRAM_BOT_TOKEN);
    expect(whatsappShape.parse(kept('whatsapp')).appSecrets).toEqual([given.WHATSAPP_APP_SECRET]);
  });

  it('nothing typed leaves WhatsApp out, and says so', async () => {
    const ran = await rig.run({
      environment: { TELEGRAM_BOT_TOKEN: given.TELEGRAM_BOT_TOKEN },
      ask: async () => '',
    });
    expect(ran.wrongs).toBe(0);
    expect(ran.lines).toContain('! WhatsApp is not in use: no phone number id is known');
    expect([...rig.aws.parameters.keys()]).toEqual(['/station/prod/telegram']);
  });

  it('that work no more are replaced by one that does; the secret of the webhook stays', async () => {
    await rig.run({ environment: given });
    const before = telegramShape.parse(kept('telegram'));
    const next = '4242424242:canary-next-token';
    rig.telegram.conditions.token(next);
    rig.later(60_000);
    const ran = await rig.run({ environment: { TELEGRAM_BOT_TOKEN: next } });
    expect(ran.wrongs).toBe(0);
    expect(kept('telegram')).toEqual({ ...before, botToken: next });
  });

  it('an app secret that Meta does not know goes, one of two that are being exchanged stays', async () => {
    await rig.run({ environment: given });
    const before = whatsappShape.parse(kept('whatsapp'));
    const keep = (...appSecrets: string[]) =>
      rig.aws.parameters.set('/station/prod/whatsapp', JSON.stringify({ ...before, appSecrets }));
    keep('canary-of-another-app');
    rig.later(60_000);
    expect((await rig.run({ environment: given })).wrongs).toBe(0);
    expect(kept('whatsapp')).toEqual(before);
    keep('canary-coming-soon', given.WHATSAPP_APP_SECRET);
    rig.later(60_000);
    expect((await rig.run()).wrongs).toBe(0);
    expect(whatsappShape.parse(kept('whatsapp')).appSecrets).toHaveLength(2);
  });

  it('that work stay, whatever stands in the environment', async () => {
    await rig.run({ environment: given });
    const before = new Map(rig.aws.parameters);
    rig.later(60_000);
    const others = {
      TELEGRAM_BOT_TOKEN: '4242424242:canary-other',
      WHATSAPP_ACCESS_TOKEN: 'EAAother',
      WHATSAPP_APP_SECRET: 'other-secret',
      WHATSAPP_PHONE_NUMBER_ID: '99',
    };
    expect((await rig.run({ environment: others })).wrongs).toBe(0);
    expect(rig.aws.parameters).toEqual(before);
  });

  it('of which some are missing are completed, and the others stay', async () => {
    rig.aws.parameters.set('/station/prod/telegram', JSON.stringify({ botToken: given.TELEGRAM_BOT_TOKEN }));
    rig.aws.parameters.set('/station/prod/whatsapp', 'no JSON');
    expect((await rig.run({ environment: given })).wrongs).toBe(0);
    expect(telegramShape.parse(kept('telegram')).webhookSecrets[0]).toMatch(/^[\w-]{43}$/);
    expect(whatsappShape.parse(kept('whatsapp')).phoneNumberId).toBe(given.WHATSAPP_PHONE_NUMBER_ID);
  });

  it('that cannot be stored are told, and nothing is built on them', async () => {
    rig.aws.refusals = { PutParameter: 'AccessDeniedException' };
    const ran = await rig.run({ environment: given });
    expect(marked(ran, '✗')).toContainEqual(
      expect.stringMatching(/did not let us write the encrypted parameter/),
    );
    expect(await rig.bot('getWebhookInfo', {})).toMatchObject({ result: { url: '' } });
  });

  it('are waited for until the functions have read them', async () => {
    rig.broken = 401;
    let waited = 0;
    const ran = await rig.run({
      environment: given,
      sleep: () => {
        waited += 1;
        if (waited === 4) rig.broken = null;
      },
    });
    expect(waited).toBe(4);
    expect(ran.wrongs).toBe(0);
  });
});

describe('a number that is not registered', () => {
  it('is registered with the PIN that was given, and refuses another one later', async () => {
    rig.whatsapp.conditions.setup({ status: 'DISCONNECTED' });
    const ran = await rig.run({ environment: { ...given, WHATSAPP_PIN: '482913' } });
    expect(ran.lines).toContain('✓ The number was registered for the Cloud API');
    rig.whatsapp.conditions.setup({ status: 'DISCONNECTED' });
    rig.later(60_000);
    const again = await rig.run({ environment: { WHATSAPP_PIN: '111111' } });
    expect(marked(again, '✗')).toEqual([expect.stringMatching(/^✗ The number has another PIN -> /)]);
  });
});

describe('a version of the Graph API without the health of a number', () => {
  it('still tells of the number itself', async () => {
    const unknown = { error: { message: 'Tried accessing nonexisting field (health_status)', code: 100 } };
    const number = { id: '106', display_phone_number: '+30 231 000 0000', status: 'CONNECTED' };
    const { http, requests } = fakeHttp(answered(400, unknown), answered(200, number));
    const account = { token: 'EAA', apiUrl: 'https://graph.example/v30.0', number: '106' };
    expect(await readNumber(account, http)).toMatchObject({ kind: 'done', result: number });
    expect(requests[1]?.url).not.toContain('health_status');
  });
});
