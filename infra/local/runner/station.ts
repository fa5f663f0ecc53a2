import { join, resolve } from 'node:path';
import type { DynamoDb } from '../dynamodb/start.ts';
import { makeFront } from '../http/front.ts';
import { ownMachineOnly } from '../http/own-machine.ts';
import { servePage } from '../http/page-files.ts';
import { dispatch } from '../queues/dispatcher.ts';
import { sqsApi } from '../queues/sqs-api.ts';
import type { DeadLetter, QueueEngine } from '../queues/types.ts';
import { openAwsEndpoint } from './aws-endpoint.ts';
import { bundleFunctions, holdBuilder } from './bundle.ts';
import { startClock } from './clock.ts';
import { type Closers, makeClosers } from './closers.ts';
import { controls } from './controls.ts';
import { openDoor } from './door.ts';
import { startEmulators } from './emulators.ts';
import { speakEnglish } from './english-desk.ts';
import { makeFeeders } from './feeders.ts';
import { functionEnvironment } from './function-environment.ts';
import { openFunctionLog } from './function-log.ts';
import { makeFunctions } from './functions.ts';
import { judgeBy, type OnWish } from './grants.ts';
import { handsOn } from './hands-on.ts';
import type { Outcome } from './instance.ts';
import { type Messengers, openMessengers } from './messengers.ts';
import { wordsOfDue } from './next-words.ts';
import { stationPage } from './page.ts';
import { parametersOf } from './parameters.ts';
import { nextMultiple, startScheduler } from './schedule.ts';
import { type SecretName, type Secrets, settleSecrets } from './secrets.ts';
import { type GivenSettings, readSettings } from './settings.ts';
import { LOCAL_STAGE, stationTemplate } from './template.ts';
import { travel } from './time-travel.ts';
import { toldOutputs } from './told-outputs.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION, readWiring } from './wiring.ts';
import type { FunctionWiring } from './wiring-types.ts';
import { watchWork } from './work.ts';

export type StationOptions = {
  /** The variables of the README, as `process.env` holds them. A test says at least DATA_DIR, and PORT '0'. */
  readonly settings: GivenSettings;
  /** A CloudFormation template to wire from instead of the station's own: for tests of the runner. */
  readonly template?: unknown;
  /** Told of every call that a function makes to AWS: for tests of grants. */
  readonly onWish?: OnWish;
  /** Takes lines for the console, such as failures of functions, without personal text. Left out = silence. */
  readonly say?: (line: string) => void;
};

/** A running station. */
export type Station = {
  /** Base address of the page, the webhooks and the controls, without a trailing slash. */
  readonly url: string;
  readonly dataDir: string;
  readonly secrets: Secrets;
  /** The secrets made up at this start: the only ones that may be printed. */
  readonly freshSecrets: readonly SecretName[];
  /** Milliseconds on the station's clock. */
  readonly now: () => number;
  /** Pushes the clock and runs what falls due on the way; rejects when it is asked to go back. */
  readonly advance: (minutes: number) => Promise<void>;
  /** The same, to an ISO instant. */
  readonly setNow: (iso: string) => Promise<void>;
  /** Resolves when nothing is queued, delayed, in work or unsent; rejects after `withinMs` (default 20 s) with what is left. */
  readonly idle: (withinMs?: number) => Promise<void>;
  /** Resolves when nothing can go on before the clock moves: what waits for its time, like a line for the desk, still waits. */
  readonly settled: (withinMs?: number) => Promise<void>;
  readonly deadLetters: () => readonly DeadLetter[];
  /** The simulators that play the messengers' servers, where they are played here. */
  readonly messengers: Messengers;
  /** For tests of faults: the queues, and the database with its made-up conflicts. */
  readonly queues: QueueEngine;
  readonly dynamoDb: DynamoDb;
  /** For tests: the functions as the template wires them, and a call of one by its name, as of what is not played here. */
  readonly functions: readonly FunctionWiring[];
  readonly invoke: (name: string, event: unknown) => Promise<Outcome>;
  /** Ends everything within two seconds; what was in work comes back at the next start. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the whole station in this process, wired from its CloudFormation template: the same handlers in worker threads,
 * an embedded DynamoDB, SQS and S3, the messengers' simulators, the page and the controls. Ready when it resolves.
 * Throws a StartError for what its owner can put right; nothing is left running then.
 */
export async function startStation(options: StationOptions): Promise<Station> {
  const closers = makeClosers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

/** Rows that are passed over on the way to what comes next. */
const MOST_PASSED = 50;

async function start(
  { settings: given, template, onWish, say = () => {} }: StationOptions,
  closers: Closers,
) {
  const settings = readSettings(given);
  const dataDir = resolve(settings.DATA_DIR);
  const { secrets, fresh: freshSecrets } = settleSecrets(settings, dataDir);
  const clock = startClock(settings.STATION_NOW);
  const { now } = clock;

  // The port comes first: a taken one is told at once, and whoever calls early waits instead of being refused.
  const door = await openDoor(settings.PORT);
  closers.add(door.close);
  const aws = await openAwsEndpoint();
  closers.add(aws.close);

  // The page is built by another process while this one synthesises the template.
  const releaseBuilder = holdBuilder();
  closers.add(releaseBuilder);
  const building = stationPage();
  building.catch(() => {});

  const publicUrl = settings.PUBLIC_URL ?? door.url;
  const wiring = readWiring(template ?? (await stationTemplate()), { awsUrl: aws.url, publicUrl });
  const judge = judgeBy(wiring.functions, (name, words) => say(`${name} ${words}`), onWish);
  const { queues, dynamoDb, client, rows, filesUrl } = await startEmulators({
    wiring,
    dataDir,
    now,
    judge,
    closers,
  });
  aws.serve({
    sqs: sqsApi({ engine: queues, url: aws.url, account: LOCAL_ACCOUNT, region: LOCAL_REGION }),
    dynamoDbUrl: dynamoDb.endpoint,
    ssm: parametersOf(secrets, LOCAL_STAGE),
    judge,
  });
  // A template of a test has tables of its own.
  if (template === undefined && settings.TELEGRAM_API_URL === undefined)
    for (const { name } of wiring.tables) await speakEnglish(client, name, settings.ADVISOR_IDS.split(','));

  const [files, page, messengers] = await Promise.all([
    bundleFunctions(wiring.functions, join(dataDir, '.build')),
    building,
    openMessengers({ settings, secrets, clock, dataDir, stationUrl: door.url, closers }),
  ]);
  await releaseBuilder();

  const log = openFunctionLog(dataDir);
  closers.add(log.close);
  const functions = makeFunctions({
    functions: wiring.functions,
    files,
    environmentOf: (fn) =>
      functionEnvironment(fn, {
        awsUrl: aws.url,
        filesUrl,
        apiUrls: messengers.apiUrls,
        publicUrl,
        advisorGroupId: settings.ADVISOR_GROUP_ID,
        advisorIds: settings.ADVISOR_IDS,
      }),
    clock: clock.shared,
    log: log.write,
    onFailure: (name, error) =>
      say(`${name} failed (${error}); details in ${join(dataDir, 'functions.log')}`),
  });
  closers.add(functions.close);
  await functions.warm();

  const scheduler = startScheduler({
    schedules: wiring.schedules,
    clock,
    account: LOCAL_ACCOUNT,
    region: LOCAL_REGION,
    invoke: functions.invoke,
  });
  closers.add(scheduler.pause);
  const feeders = makeFeeders({ sources: wiring.sources, queues, functions, judge });
  const { simulators } = messengers;
  const work = watchWork({
    engine: queues,
    simulators,
    rows,
    calls: () => functions.busy() + front.busy(),
  });
  const hands = handsOn({
    clock,
    work,
    travel: (target) => travel(target, { clock, engine: queues, simulators, rows, scheduler, work }),
  });
  /** What somebody at the page looks out for; the minute's tick finds it at the first whole minute after it fell due. */
  const nextThing = async () => {
    let next = await rows.nextAfter(clock.now());
    for (let passed = 0; next !== undefined && passed < MOST_PASSED; passed += 1) {
      const told = await wordsOfDue(next, client);
      if (told !== null) return { at: nextMultiple(next.at - 1, 60_000), ...told };
      next = await rows.nextAfter(next.at);
    }
    return undefined;
  };
  const front = makeFront({
    routes: wiring.routes,
    account: LOCAL_ACCOUNT,
    now,
    invoke: functions.invoke,
    own: [
      ownMachineOnly,
      messengers.phones.handle,
      controls({
        now,
        travel: hands.travel,
        nextDue: async () => (await nextThing())?.at,
        nextTold: nextThing,
        idle: work.idle,
        left: work.left,
        deadLetters: queues.deadLetters,
        alarm: async (call) => {
          const fn = wiring.functions.find(({ name }) => name === 'alarm');
          return fn !== undefined && (await functions.invoke(fn.id, call(LOCAL_STAGE))).ok;
        },
        line: {
          url: door.url,
          dataDir,
          apiUrls: messengers.apiUrls,
          advisorGroupId: settings.ADVISOR_GROUP_ID,
          advisorIds: settings.ADVISOR_IDS,
        },
        outputs: toldOutputs(wiring.outputs, { awsUrl: aws.url, filesUrl, region: LOCAL_REGION }),
      }),
      servePage(page.assets),
    ],
  });
  closers.add(dispatch(queues, feeders, clock).stop);
  scheduler.resume();
  door.letIn(front.handle);

  return {
    url: door.url,
    dataDir,
    secrets,
    freshSecrets,
    now,
    advance: hands.advance,
    setNow: hands.setNow,
    idle: hands.idle,
    settled: hands.settled,
    deadLetters: queues.deadLetters,
    messengers,
    queues,
    dynamoDb,
    functions: wiring.functions,
    invoke: (name, event) =>
      functions.invoke(wiring.functions.find((fn) => fn.name === name)?.id ?? '', event),
    stop: closers.closeAll,
  } satisfies Station;
}
