import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Station, startStation } from '#infra/local/runner/station.ts';
import { picture } from '#test/functions/media/pictures.ts';
import { type Hand, handOf } from './people.ts';
import { recorder } from './used.ts';

/**
 * Every AWS call that the functions make while people use everything there is, beside what the template grants: no call without a
 * grant, and no grant that nothing needs. The bundles, the queues and the judge are those of `npm start`. What takes messages from
 * a queue is Lambda's poller: it asks with the function's role as well, and is judged and recorded like the function's own calls.
 */

const monday = '2026-11-23T08:12:00Z';
const lena = { telegram: '7000005', whatsapp: 'wa-306900000005' } as const;
const group = '-1002000000001';
const maria = '5000001';
const estimate = '/estimate\nfront pads 64 parts 32 work, safety\nwiper blades 24 wish';

let folder: string;
let station: Station;
const calls = recorder();
const said: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'grants-'));
  station = await startStation({
    settings: { DATA_DIR: folder, PORT: '0', STATION_NOW: monday },
    onWish: calls.onWish,
    say: (line) => said.push(line),
  });
});
afterAll(async () => {
  await station?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const onTelegram = (): Hand => handOf(station, { messenger: 'telegram', chat: lena.telegram });
const onWhatsApp = (): Hand => handOf(station, { messenger: 'whatsapp', chat: lena.whatsapp });
const groupChat = () => station.messengers.telegram?.phones.chat(group);
/** Maria in General, or in the newest topic. */
const desk = (place: 'general' | 'topic'): Hand => {
  const topic = place === 'topic' ? groupChat()?.topics?.[0]?.id : undefined;
  return handOf(station, { messenger: 'telegram', chat: group, as: maria, ...(topic ? { topic } : {}) });
};
const minutes = async (count: number) => {
  await station.advance(count);
  await station.settled(60_000);
};
const linksIn = (texts: readonly string[], path: string) =>
  texts.flatMap((text) => text.match(new RegExp(`http[^\\s"]+/${path}/[\\w-]{22}(?:\\.\\w+)?`, 'g')) ?? []);
const jpeg = async () =>
  `data:image/jpeg;base64,${Buffer.from(await picture('image/jpeg', 320, 240)).toString('base64')}`;

async function books(hand: Hand, car: string): Promise<void> {
  await hand.says('Book a visit');
  await hand.taps(/^Annual service/);
  await hand.says(car);
  await hand.taps(/\d{1,2}:\d{2}/);
  await hand.taps(/^Leave the car/);
}

const nobodys = '{"of":"nobody"}';

/** Two that no function can read: one that names her, one of nobody. Each queue gives them up after five tries. */
function poison(queue: string): void {
  const bot = station.secrets.TELEGRAM_BOT_TOKEN.split(':')[0] ?? '';
  const address = { channel: 'telegram', bot, chat: lena.telegram, thread: '' };
  for (const body of [JSON.stringify({ of: address }), nobodys]) {
    const ids = queue.endsWith('.fifo') ? { groupId: body, deduplicationId: body } : nothing;
    station.queues.send(queue, { body, attributes: {}, delaySeconds: undefined, ...ids });
  }
}
const nothing = { groupId: undefined, deduplicationId: undefined };

/** What lies in the dead-letter queues. */
function deadBodies(): readonly string[] {
  return station.queues
    .queues()
    .flatMap(({ redrive }) => redrive?.deadLetterQueue ?? [])
    .flatMap((name) => station.queues.receive(name, 10, { inWork: false, visibilitySeconds: 30 }))
    .map(({ body }) => body);
}

/** The table as it is now, to be brought back as from a backup. */
async function takeBackup() {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: station.dynamoDb.endpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  );
  const TableName = station.functions.find(({ name }) => name === 'documents')?.environment.TABLE_NAME;
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  return {
    restore: async () => {
      for (const Item of Items) await client.send(new PutCommand({ TableName, Item }));
      client.destroy();
    },
  };
}

/** As `npm run ops -- erase-again` asks for it. */
function eraseAgain(): void {
  const queue = station.queues.queues().find(({ name }) => name.endsWith('documents.fifo'));
  station.queues.send(queue?.name ?? '', {
    body: '{"v":1,"kind":"eraseAgain"}',
    attributes: {},
    delaySeconds: undefined,
    groupId: 'documents',
    deduplicationId: 'again',
  });
}

describe('what the functions may do in AWS', () => {
  it('is what they do when people use all of it', { timeout: 180_000 }, async () => {
    const telegram = onTelegram();
    const whatsapp = onWhatsApp();

    // Two bookings and photos; an estimate with its agreement and document, and an answer that got lost on its way.
    await books(telegram, 'octavia 2018');
    await telegram.does({ do: 'photos', chat: lena.telegram, images: [await jpeg()], caption: 'it leaks' });
    await minutes(1);
    station.messengers.whatsapp?.faults.next({ kind: 'reset-after' });
    await books(whatsapp, 'Corolla XYZ-1234');
    await whatsapp.does({ do: 'photos', chat: lena.whatsapp, images: [await jpeg()], caption: 'here' });
    await minutes(3);
    await desk('topic').says(estimate);
    await desk('topic').taps(/^Send$/);
    await desk('topic').says('We look at it now');
    await whatsapp.taps(/^Approve all/);
    await whatsapp.says('send me the document');
    await minutes(2);

    // Links: a visit, an archive, the wall, the page of a whole talk in a topic that was made anew.
    await whatsapp.says('Export my data');
    await minutes(2);
    await desk('general').says('/feed');
    await desk('general').says('/export 2026-11');
    await minutes(2);
    for (const { id: topic } of groupChat()?.topics ?? [])
      await desk('general').does({ do: 'topic', chat: group, topic, change: 'delete', as: maria });
    await whatsapp.says('are you there');
    await minutes(3);
    const inGroup = [JSON.stringify(groupChat()?.messages)];
    const links = new Set([
      ...linksIn(whatsapp.texts(), 'c'),
      ...linksIn(whatsapp.texts(), 'f'),
      ...linksIn(inGroup, 'f'),
      ...linksIn(inGroup, 'h'),
    ]);
    expect([...links].map((link) => new URL(link).pathname.slice(0, 3)).sort()).toEqual([
      '/c/',
      '/f/',
      '/f/',
      '/h/',
    ]);
    for (const link of links) expect((await fetch(link)).status, link).toBe(200);

    // A messenger that wants to be left alone for a while; an alarm.
    station.messengers.telegram?.faults.next({ kind: '429', retryAfter: 20 });
    await telegram.says('hours');
    await minutes(2);
    expect(await station.invoke('alarm', alarm)).toMatchObject({ ok: true });

    // What nobody can read; whoever is erased is looked for among it, and once more after a backup came back.
    for (const queue of station.queues.queues()) if (queue.redrive) poison(queue.name);
    await vi.waitFor(
      async () => {
        await station.advance(1);
        expect(station.deadLetters()).toHaveLength(10);
      },
      { timeout: 60_000, interval: 100 },
    );
    const backup = await takeBackup();
    await telegram.says('erase me');
    await telegram.taps(/^Erase everything/);
    await minutes(5);
    await backup.restore();
    eraseAgain();
    await minutes(5);

    expect(said.filter((line) => line.includes('has no grant'))).toEqual([]);
    expect({ refused: calls.refused(station.functions), unused: calls.unused(station.functions) }).toEqual({
      refused: [],
      unused: [],
    });
    // Hers are gone; what is of nobody is still there for a person to look at.
    expect(deadBodies()).toEqual(Array.from({ length: 5 }, () => nobodys));
    expect(calls.size()).toBeGreaterThan(80);
  });
});

/** As CloudWatch tells SNS, and SNS the function. */
const alarm = {
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:eu-central-1:000000000000:alarms:1',
      Sns: {
        Type: 'Notification',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        TopicArn: 'arn:aws:sns:eu-central-1:000000000000:alarms',
        Subject: 'ALARM: "station-demo-deadLetters" in EU (Frankfurt)',
        Timestamp: '2026-11-23T08:30:00.000Z',
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        MessageAttributes: {},
        Message: JSON.stringify({
          AlarmName: 'station-demo-deadLetters',
          AlarmDescription: '',
          AWSAccountId: '000000000000',
          NewStateValue: 'ALARM',
          NewStateReason: 'Threshold Crossed',
          StateChangeTime: '2026-11-23T08:30:00.000+0000',
          Region: 'EU (Frankfurt)',
          OldStateValue: 'OK',
          Trigger: { MetricName: 'x', Namespace: 'AWS/SQS' },
        }),
      },
    },
  ],
};
