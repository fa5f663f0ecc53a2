import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation } from '#shared/station/load.ts';
import { given, group, maria, type Rig, type RunOptions, startRig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** What went wrong since all was connected; may say with what the next run is made. */
type Arrange = () => Promise<RunOptions> | RunOptions | Promise<void> | void;

const elsewhere = 'https://elsewhere.example/hook-canary';
const setWebhook = (url: string, secret_token: string) =>
  rig.bot('setWebhook', {
    url,
    secret_token,
    max_connections: 10,
    allowed_updates: [
      'message',
      'callback_query',
      'edited_message',
      'message_reaction',
      'my_chat_member',
      'chat_member',
    ],
  });
const outputs = (change: Readonly<Record<string, string>>) => {
  rig.aws.outputs = { ...rig.aws.outputs, ...change };
};

/** What happened, and the line with its remedy. */
const situations: readonly (readonly [string, Arrange, RegExp])[] = [
  // The station's data
  [
    'the station’s data is wrong',
    () => ({ loadStation: async () => loadStation({ ...demoStation, zone: 'Mars/Olympus' }) }),
    /^✗ The station's data has 1 to correct:\n- zone: .* -> Correct these fields in shared\/station/,
  ],
  [
    'a comma is missing in the station’s data',
    () => ({
      loadStation: async () => {
        throw new SyntaxError('Unexpected token');
      },
    }),
    /^✗ The files in shared\/station cannot be read: Unexpected token -> Run npm run types: it names the file and the line/,
  ],
  [
    'nobody is a manager',
    () => ({
      loadStation: async () => {
        const station = loadStation(demoStation);
        return {
          ...station,
          advisors: station.advisors.map((one) => ({ ...one, role: 'advisor' as const })),
        };
      },
    }),
    /^✗ No advisor .* is a manager.* -> Give one of `advisors` the role `manager`/,
  ],
  // AWS
  [
    'there are no credentials',
    () => ({
      credentials: async () => {
        throw Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' });
      },
    }),
    /^✗ There are no AWS credentials that work -> Run `aws configure`/,
  ],
  [
    'the stack is not deployed',
    () => {
      rig.aws.outputs = null;
    },
    /^✗ There is no stack Station-prod .* -> Deploy it: npx cdk deploy -c stage=prod/,
  ],
  [
    'the deployment broke off',
    () => {
      rig.aws.outputs = {};
      rig.aws.stackStatus = 'ROLLBACK_COMPLETE';
    },
    /^✗ The stack Station-prod is not made to its end \(ROLLBACK_COMPLETE\) -> Open CloudFormation/,
  ],
  [
    'an older version is deployed',
    () => {
      rig.aws.outputs = { TelegramWebhookUrl: 'https://a.example/telegram' };
    },
    /^✗ The stack Station-prod was deployed by an older version: it has no .*TableName.* -> Deploy again/,
  ],
  [
    'the stack may not be looked at',
    () => {
      rig.aws.refusals = { DescribeStacks: 'AccessDenied' };
    },
    /^✗ AWS did not let us read the stack \(AccessDenied\) -> Use the credentials that deploy/,
  ],
  [
    'the parameters may not be read',
    () => {
      rig.aws.refusals = { GetParameter: 'AccessDeniedException' };
    },
    /^✗ AWS did not let us read the encrypted parameter \(AccessDeniedException\) -> Use the credentials/,
  ],
  [
    'AWS runs hardly any functions',
    () => {
      rig.aws.limit = 5;
    },
    /^✗ AWS runs only 5 functions .* -> Open https:\/\/eu-central-1\.console\.aws\.amazon\.com\/servicequotas\/.*L-B99A9384/,
  ],
  // Telegram
  [
    'the bot’s token was revoked',
    () => rig.telegram.conditions.token('4242424242:another'),
    /^✗ Telegram does not take the kept bot token -> .*@BotFather.*API Token/,
  ],
  [
    'another address gets the updates',
    () => setWebhook(elsewhere, 'another').then(() => {}),
    /^✗ Telegram sends its updates elsewhere \(elsewhere\.example\) -> Run npm run connect$/,
  ],
  [
    'the webhook was deleted',
    () => rig.bot('deleteWebhook', {}).then(() => {}),
    /^✗ Telegram does not know where to send updates -> Run npm run connect$/,
  ],
  [
    'Telegram has another secret than the station',
    async () => {
      await setWebhook(`${rig.stationUrl}/telegram`, 'another');
      rig.telegram.phones.act({ do: 'say', chat: '7000001', text: 'hello' });
      await rig.telegram.settled();
    },
    /^✗ Telegram sends another secret than the one that is kept -> Run npm run connect$/,
  ],
  [
    'the functions fail',
    () => {
      rig.broken = 503;
    },
    /^✗ Our webhook for Telegram does not answer as it should \(status 503\) -> .*log of the function telegram-webhook/,
  ],
  [
    'our address is not reached at all',
    () => outputs({ TelegramWebhookUrl: 'http://127.0.0.1:9/telegram' }),
    /^✗ Our webhook for Telegram does not answer as it should \(ECONNREFUSED\) -> Look whether this machine is online/,
  ],
  [
    'updates did not get through for a while',
    async () => {
      rig.broken = 503;
      rig.telegram.phones.act({ do: 'say', chat: '7000001', text: 'hello' });
      await rig.telegram.settled();
      rig.broken = null;
    },
    /^✗ Telegram could not bring updates \d+ minutes ago: .*503.* -> .*RUNBOOK\.md/,
  ],
  [
    'the menu is old',
    () =>
      rig
        .bot('deleteMyCommands', { scope: { type: 'all_private_chats' }, language_code: 'ru' })
        .then(() => {}),
    /^✗ The menu of customers is missing or old \(1 of 5: .*\) -> Run npm run connect$/,
  ],
  [
    'the group is no forum',
    () => rig.telegram.conditions.botRights({ topics: false }),
    /^✗ Topics are off in the advisors’ group -> .*turn on “Topics”$/,
  ],
  [
    'the bot is no administrator',
    () => rig.telegram.conditions.botRights({ admin: false }),
    /^✗ @\w+ is no administrator .*privacy mode.* -> .*Add Administrator/,
  ],
  [
    'the bot may not make topics',
    () => rig.telegram.conditions.botRights({ manageTopics: false }),
    /^✗ @\w+ may not make a topic for each customer -> .*turn on “Manage Topics”$/,
  ],
  [
    'the bot was removed from the group',
    () => rig.telegram.conditions.botRights({ member: false }),
    /^✗ @\w+ is not in the advisors’ group -> .*“Add members”/,
  ],
  [
    'the group has a new id',
    () => rig.telegram.conditions.groupMigrated(-1_002_000_000_009),
    /^✗ The advisors’ group has a new id -> Set ADVISOR_GROUP_ID to -1002000000009$/,
  ],
  [
    'the group was left out on deploying',
    () => outputs({ AdvisorGroupId: '' }),
    /^✗ The advisors’ group is not known yet -> .*web\.telegram\.org/,
  ],
  [
    'the group is known, but not deployed',
    () => {
      outputs({ AdvisorGroupId: '', AdvisorIds: '' });
      return { environment: { ADVISOR_GROUP_ID: String(group), ADVISOR_IDS: String(maria) } };
    },
    /^✗ The stack was deployed without .* -> .*cdk deploy -c stage=prod -c advisorGroupId=-1002000000001 -c advisorIds=5000001$/,
  ],
  [
    'an advisor is not in the group',
    () => outputs({ AdvisorIds: `${maria},7000001` }),
    /^✗ The advisor 7000001 is not in the group -> .*“Add members”/,
  ],
  [
    'nobody may act as an advisor',
    () => outputs({ AdvisorIds: '' }),
    /^✗ Nobody may act as an advisor in the group -> Deploy again with -c advisorIds=/,
  ],
  // WhatsApp
  [
    'the access token was revoked',
    () => rig.whatsapp.conditions.token('EAAanother'),
    /^✗ Meta does not take the token for this number.* -> .*System users/,
  ],
  [
    'the token may not send',
    () => rig.whatsapp.conditions.setup({ scopes: ['whatsapp_business_management'] }),
    /^✗ The token lacks whatsapp_business_messaging -> .*rotate-secret whatsapp$/,
  ],
  [
    'the token ends',
    () => rig.whatsapp.conditions.setup({ tokenEnds: Date.parse('2026-11-23T09:00:00Z') / 1000 }),
    /^✗ The token ends on 2026-11-23 -> .*never/,
  ],
  [
    'the kept app secret is another app’s',
    () => {
      const kept = rig.aws.parameters.get('/station/prod/whatsapp') ?? '';
      rig.aws.parameters.set(
        '/station/prod/whatsapp',
        kept.replace(given.WHATSAPP_APP_SECRET, 'canary-other'),
      );
    },
    /^✗ Meta does not take the app secret.* -> .*“App secret”, “Show”/,
  ],
  [
    'the number is not verified',
    () => rig.whatsapp.conditions.setup({ codeVerification: 'NOT_VERIFIED' }),
    /^✗ The number .* is not verified -> .*“Verify”/,
  ],
  [
    'the number is not registered',
    () => rig.whatsapp.conditions.setup({ status: 'PENDING' }),
    /^✗ The number is not registered for the Cloud API \(PENDING\) -> .*PIN/,
  ],
  [
    'Meta restricts the number',
    () => rig.whatsapp.conditions.setup({ status: 'RESTRICTED' }),
    /^✗ Meta has the number as restricted -> .*“Account quality”/,
  ],
  [
    'the name was declined',
    () => rig.whatsapp.conditions.setup({ nameStatus: 'DECLINED' }),
    /^✗ Meta did not take the name .* -> .*“Profile”/,
  ],
  [
    'people block the number',
    () => rig.whatsapp.conditions.setup({ quality: 'RED' }),
    /^✗ People block or report the number.* -> .*“Insights”/,
  ],
  [
    'nobody pays',
    () => rig.whatsapp.conditions.setup({ paid: false }),
    /^✗ Meta has no way to be paid, .*131042.* -> .*“Add payment method”$/,
  ],
  [
    'the app sends its webhooks elsewhere',
    () => rig.whatsapp.conditions.setup({ callbackUrl: elsewhere }),
    /^✗ The app sends its webhooks elsewhere -> Run npm run connect$/,
  ],
  [
    'the app does not send messages',
    () => rig.whatsapp.conditions.setup({ fields: ['account_update'] }),
    /^✗ The app’s webhook lacks messages -> Run npm run connect$/,
  ],
  [
    'the app does not listen to the account',
    async () => {
      const url = `${rig.whatsapp.apiUrl}/${rig.whatsapp.wabaId}/subscribed_apps`;
      const headers = { authorization: `Bearer ${given.WHATSAPP_ACCESS_TOKEN}` };
      await fetch(url, { method: 'DELETE', headers });
    },
    /^✗ The app does not listen to the WhatsApp account.* -> Run npm run connect$/,
  ],
  [
    'a template was rejected',
    () => rig.whatsapp.conditions.template('visit_reminder', 'uk', 'REJECTED'),
    /^✗ The template visit_reminder \(uk\) is REJECTED -> .*message-templates/,
  ],
  [
    'a template was paused',
    () => rig.whatsapp.conditions.template('visit_reminder', 'el', 'PAUSED'),
    /^✗ The template visit_reminder \(el\) is PAUSED -> /,
  ],
];

describe('a station that was connected', () => {
  it.each(situations)('is told what to do when %s', async (_what, arrange, expected) => {
    await rig.run({ environment: given });
    rig.later(3_600_000);
    const options = (await arrange()) ?? {};
    const before = rig.writes();
    const { lines, wrongs } = await rig.run({ ...options, check: true });
    expect(lines.filter((line) => line.startsWith('✗'))).toContainEqual(expect.stringMatching(expected));
    expect(wrongs).toBeGreaterThan(0);
    expect(rig.writes(), 'a look changes nothing').toBe(before);
    expect(lines.join('\n')).not.toMatch(/canary/);
  });

  const mended = situations.filter(([, , { source }]) => source.includes('Run npm run connect'));
  it.each(mended)('is mended by the next run where %s', async (_what, arrange) => {
    await rig.run({ environment: given });
    rig.later(3_600_000);
    await arrange();
    rig.later(60_000);
    const { lines } = await rig.run();
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
    rig.later(60_000);
    const before = rig.writes();
    expect((await rig.run()).wrongs).toBe(0);
    expect(rig.writes()).toBe(before);
  });
});
