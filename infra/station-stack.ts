import { Annotations, ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { channelOf } from '#shared/channels/registry.ts';
import type { Config } from './config.ts';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { StationAlarms } from './constructs/alarms.ts';
import { stationDashboard } from './constructs/dashboard.ts';
import { everyMinute } from './constructs/every-minute.ts';
import { FilesBucket } from './constructs/files-bucket.ts';
import type { Queues } from './constructs/metrics.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { stationTable } from './constructs/station-table.ts';
import { WebhookApi } from './constructs/webhook-api.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import { type FunctionName, functions, longestWork, type Place } from './functions.ts';
import { modelOf } from './model.ts';
import { type EnvironmentName, secretsName, tableIndexes } from './names.ts';
import { inWords } from './prices.ts';
import { stations } from './stations.ts';

export type StationStackProps = { readonly config: Config };

/**
 * One station: what a messenger calls goes to a webhook, onto `inbound`, through converse into the table, is woken by
 * `outbound` and sent by deliver; `later` and a rule of every minute bring back what has to wait. Alarms and a dashboard look on.
 */
export class StationStack extends Stack {
  constructor(scope: Construct, id: string, { config }: StationStackProps) {
    super(scope, id, {
      description: `The messenger line of a car-service station (${config.stage})`,
      terminationProtection: config.keepData,
      // CloudFormation puts them on everything; Billing can split its bill by them: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html
      tags: { station: stations[config.station].id, stage: config.stage },
    });
    const named = (name: string) => `station-${config.stage}-${name}`;

    const table = stationTable(this, 'Table', config);
    const files = new FilesBucket(this, 'Files', config);
    const inbound = new WorkQueue(this, 'Inbound', { name: named('inbound'), order: 'in order' });
    const outbound = new WorkQueue(this, 'Outbound', { name: named('outbound'), order: 'in order' });
    const later = new WorkQueue(this, 'Later', { name: named('later'), order: 'any order' });
    const jobs = new WorkQueue(this, 'Jobs', {
      name: named('jobs'),
      order: 'any order',
      workSeconds: longestWork.files,
    });
    const documents = new WorkQueue(this, 'DocumentJobs', {
      name: named('documents'),
      order: 'in order',
      workSeconds: longestWork.documents,
    });
    const model = modelOf(config.model);
    const interpret =
      model && new WorkQueue(this, 'Interpret', { name: named('interpret'), order: 'in order' });
    const queues: Queues = {
      inbound,
      outbound,
      later,
      jobs,
      documents,
      ...(interpret ? { interpret } : {}),
    };
    const api = new WebhookApi(this, 'Webhooks', config);
    const telegramSecrets = secretsName(config.stage, 'telegram');
    const whatsappSecrets = secretsName(config.stage, 'whatsapp');
    const parameterArn = (name: string) =>
      this.formatArn({
        service: 'ssm',
        resource: 'parameter',
        resourceName: name.slice(1),
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });

    const places: Record<Place, string> = {
      table: table.tableArn,
      'table/index/waiting': `${table.tableArn}/index/${tableIndexes.waiting}`,
      'table/index/due': `${table.tableArn}/index/${tableIndexes.due}`,
      inbound: inbound.queue.queueArn,
      outbound: outbound.queue.queueArn,
      later: later.queue.queueArn,
      jobs: jobs.queue.queueArn,
      documents: documents.queue.queueArn,
      interpret: interpret?.queue.queueArn ?? '',
      inboundDead: inbound.deadLetters.queueArn,
      outboundDead: outbound.deadLetters.queueArn,
      laterDead: later.deadLetters.queueArn,
      jobsDead: jobs.deadLetters.queueArn,
      documentsDead: documents.deadLetters.queueArn,
      interpretDead: interpret?.deadLetters.queueArn ?? '',
      files: files.filesArn,
      erased: files.erasedArn,
      filesBucket: files.bucket.bucketArn,
      telegramSecrets: parameterArn(telegramSecrets),
      whatsappSecrets: parameterArn(whatsappSecrets),
      model: model?.arn(this) ?? '',
      modelBehind: model?.behind(this) ?? '',
    };
    const starred = {
      files: {
        id: files.finding,
        reason: 'Files are named by hashes that nobody knows beforehand: a grant can only name their folder',
      },
      erased: {
        id: files.erasedFinding,
        reason:
          'What remembers an erasure is named by a hash of an address: a grant can only name its folder',
      },
      ...(model?.profile ? { modelBehind: model.finding } : {}),
    };
    const environment: Record<EnvironmentName, string> = {
      STAGE: config.stage,
      LOG_LEVEL: config.logLevel,
      TABLE_NAME: table.tableName,
      FILES_BUCKET: files.bucket.bucketName,
      INBOUND_QUEUE_URL: inbound.queue.queueUrl,
      OUTBOUND_QUEUE_URL: outbound.queue.queueUrl,
      LATER_QUEUE_URL: later.queue.queueUrl,
      JOBS_QUEUE_URL: jobs.queue.queueUrl,
      DOCUMENTS_QUEUE_URL: documents.queue.queueUrl,
      INTERPRET_QUEUE_URL: interpret?.queue.queueUrl ?? '',
      MODEL_ID: config.model,
      MODEL_DOLLARS: model ? `${inWords(model.price.read)},${inWords(model.price.written)}` : '',
      MODEL_CALLS_A_DAY: String(config.modelCallsADay),
      DEAD_LETTER_URLS: Object.values(queues)
        .map(({ deadLetters }) => deadLetters.queueUrl)
        .join(','),
      TELEGRAM_API_URL: apiUrlOf('telegram'),
      TELEGRAM_SECRETS: telegramSecrets,
      WHATSAPP_API_URL: apiUrlOf('whatsapp'),
      WHATSAPP_SECRETS: whatsappSecrets,
      ADVISOR_GROUP_ID: config.advisorGroupId,
      ADVISOR_IDS: config.advisorIds,
      PUBLIC_URL: config.publicUrl === 'api' ? api.url : config.publicUrl,
    };
    if (config.advisorGroupId === '' || config.advisorIds === '') {
      Annotations.of(this).addWarningV2('station:no-advisors', noAdvisors);
    }
    if (config.keepData && config.alarmEmail === '')
      Annotations.of(this).addWarningV2('station:no-alarm-mail', noAlarmMail);
    const lambdas = new Map<FunctionName, IFunction>();
    const build = (id: string, name: FunctionName, reserved: number | 'none' = 'none') => {
      const { lambda } = new NodeFunction(this, id, {
        name,
        spec: functions[name],
        config,
        environment,
        places,
        starred,
        reserved,
      });
      lambdas.set(name, lambda);
      return lambda;
    };

    const tick = build('Tick', 'tick');
    api.route(
      ['POST'],
      '/telegram',
      build('TelegramWebhook', 'telegram-webhook', config.webhookReservation),
      whyOpen.messenger,
    );
    api.route(
      ['GET', 'POST'],
      '/whatsapp',
      build('WhatsAppWebhook', 'whatsapp-webhook', config.webhookReservation),
      whyOpen.messenger,
    );
    const links = build('Links', 'links');
    api.route(['GET', 'HEAD'], '/c/{file}', links, whyOpen.person);
    api.route(['GET', 'HEAD'], '/h/{token}', links, whyOpen.person);
    api.route(['GET', 'HEAD'], '/f/{file}', links, whyOpen.person);
    inbound.workedBy(build('Converse', 'converse'), {
      batchSize: 1,
      maxConcurrency: config.maxConcurrency.converse,
    });
    outbound.workedBy(build('Deliver', 'deliver'), {
      batchSize: 1,
      maxConcurrency: config.maxConcurrency.deliver,
    });
    jobs.workedBy(build('Media', 'media'), { batchSize: 1, maxConcurrency: config.maxConcurrency.media });
    documents.workedBy(build('Documents', 'documents'), { batchSize: 1, maxConcurrency: 'one group' });
    interpret?.workedBy(build('InterpretWords', 'interpret'), { batchSize: 1, maxConcurrency: 'one group' });
    later.workedBy(tick, { batchSize: 10, maxConcurrency: config.maxConcurrency.tick });
    everyMinute(this, 'EveryMinute', tick);

    const alarmTopic = new AlarmTopic(this, 'AlarmTopic', { stage: config.stage, email: config.alarmEmail });
    if (config.alarmsInGroup) alarmTopic.tells(build('Alarm', 'alarm'));
    const watched = { stage: config.stage, api, queues, lambdas };
    const alarms = new StationAlarms(this, 'Alarms', { ...config, watched, topic: alarmTopic.topic }).all;
    const dashboard = stationDashboard(this, 'Dashboard', { ...config, watched, alarms });

    const listed = (urlOf: (queue: WorkQueue) => string) =>
      Object.entries(queues)
        .map(([name, queue]) => `${name}=${urlOf(queue)}`)
        .join(',');
    const outputs = {
      TelegramWebhookUrl: `${api.url}/telegram`,
      TelegramSecretsName: telegramSecrets,
      WhatsAppWebhookUrl: `${api.url}/whatsapp`,
      WhatsAppSecretsName: whatsappSecrets,
      DocumentsQueueUrl: documents.queue.queueUrl,
      QueueUrls: listed(({ queue }) => queue.queueUrl),
      DeadLetterUrls: listed(({ deadLetters }) => deadLetters.queueUrl),
      TableName: table.tableName,
      FilesBucket: files.bucket.bucketName,
      DashboardUrl: consoleUrl(this.region, dashboard.dashboardName),
      AdvisorGroupId: config.advisorGroupId,
      AdvisorIds: config.advisorIds,
    };
    // CloudFormation takes no output without a value.
    for (const [name, value] of Object.entries(outputs))
      if (value !== '') new CfnOutput(this, name, { value });
  }
}

/** The messenger's own API, as its folder names it. */
function apiUrlOf(messenger: 'telegram' | 'whatsapp'): string {
  return channelOf({ channel: messenger }).account.apiUrl.otherwise;
}

/** Where the console shows a dashboard. */
function consoleUrl(region: string, dashboard: string): string {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboard}`;
}

/** Why a route asks for no signature of AWS. */
const whyOpen = {
  messenger: 'A messenger cannot sign for AWS: the function itself checks its secret before it does anything',
  person:
    'A phone opens it without an account: the token in the address is the key, of which only the hash is kept',
} as const;

const noAdvisors =
  "No advisors yet, so nobody can answer customers: give the group's chat id and the advisors' ids with " +
  'ADVISOR_GROUP_ID and ADVISOR_IDS (or -c advisorGroupId=… -c advisorIds=…) and deploy again.';

const noAlarmMail =
  'Nobody gets a mail when an alarm begins, and the advisors’ group may be the very thing that is broken: give an address with ' +
  'ALARM_EMAIL (or -c alarmEmail=…) and deploy again.';
