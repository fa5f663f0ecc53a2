import { functions } from '#infra/functions.ts';
import { prices } from '#infra/prices.ts';
import { price } from '#shared/channels/whatsapp/prices.ts';
import { alarmNames } from '#shared/domain/alarm.ts';
import { metricNames } from '#shared/runtime/metric-names.ts';
import { type Billable, countBillable } from './billable.ts';
import { type Booking, countBooking, countIdleMinute, startMeteredRig } from './journey.ts';
import {
  billOf,
  fileBills,
  type IdleMonth,
  idleMonth,
  type Standing,
  tracingBill,
  usualStep,
} from './prices.ts';
import { type StepCost, totalCost } from './step-cost.ts';

/** The dollars that stand in the README, made from counted operations, list prices and the constants beside them. */

/** Everything that was counted for it. */
export type Counted = {
  readonly minute: StepCost;
  readonly telegram: Booking;
  readonly whatsapp: Booking;
  readonly billable: Billable;
};

/** Counts both messengers' bookings, each on a station of its own, and a minute in which nothing is due. */
export async function countAll(): Promise<Counted> {
  const onTelegram = await startMeteredRig();
  const minute = await countIdleMinute(onTelegram);
  const telegram = await countBooking(onTelegram);
  await onTelegram.rig.close();
  const onWhatsApp = await startMeteredRig('whatsapp');
  const whatsapp = await countBooking(onWhatsApp);
  await onWhatsApp.rig.close();
  return { minute, telegram, whatsapp, billable: await countBillable() };
}

/** A day of a large station. A conversation: an owner whom the station knows books, and hears of the visit the evening before. */
export const busyDay = {
  conversations: 10_000,
  onWhatsApp: 0.7,
  photos: 0.5,
  documents: 0.1,
} as const;

/** Metrics that the alarms look at; a test of the stack counts them. */
const alarmMetrics = 23;

/** No dead letters, which nobody polls, and nothing of a language model, which most stations do without. */
function isUsual(on: string): boolean {
  return !on.endsWith('Dead') && on !== 'interpret';
}

/** What one station's stack holds for good. */
export const standing: Standing = {
  queues: Object.values(functions).flatMap(({ grants }) =>
    grants.filter(({ on, may }) => isUsual(on) && may.some((one) => one === 'sqs:ReceiveMessage')),
  ).length,
  alarmMetrics,
  // One more is counted from the access log.
  metrics: metricNames.filter((name) => !name.startsWith('Model')).length + 1,
  dashboards: 1,
  minuteLogBytes: 600,
};

const knownOwner = ({ after, known }: Booking) => totalCost('', [...known, ...after.slice(2)]);
const newOwner = ({ fresh, after }: Booking) => totalCost('', [...fresh, ...after]);

/** A booking with its traces. */
function dollars(cost: StepCost): number {
  return billOf(cost, usualStep).total + tracingBill(cost);
}

/** AWS for a busy day, in dollars, and what Meta takes for it (Greece). */
export function busyDayBill({ telegram, whatsapp, billable }: Counted): {
  readonly aws: number;
  readonly meta: number;
} {
  const { conversations, onWhatsApp, photos, documents } = busyDay;
  const files = fileBills();
  const talk = onWhatsApp * dollars(knownOwner(whatsapp)) + (1 - onWhatsApp) * dollars(knownOwner(telegram));
  return {
    aws: conversations * (talk + photos * files.photo + documents * files.document),
    // The reminder and what is said after it are paid for as well.
    meta: (conversations * onWhatsApp * (billable.knownOwner + 2) * price({ chat: 'tel.30' })) / 1e6,
  };
}

/** The table as Markdown, without a line break at its end. */
export function costTable(counted: Counted): string {
  const { full, afterFreeTier } = idleMonth(counted.minute, standing);
  const day = busyDayBill(counted);
  const thousand = (cost: StepCost) => usd(1_000 * dollars(cost));
  const paid = (messages: number) =>
    `${usd((1_000 * messages * price({ chat: 'tel.30' })) / 1e6)} up to the confirmation, in Greece`;
  const rows: readonly (readonly [string, string, string])[] = [
    [
      '1,000 bookings on Telegram, owners who are new (with phone, consent, reminder)',
      thousand(newOwner(counted.telegram)),
      'nothing',
    ],
    [
      '1,000 bookings on Telegram, known owners (with reminder)',
      thousand(knownOwner(counted.telegram)),
      'nothing',
    ],
    [
      '1,000 bookings on WhatsApp, owners who are new',
      thousand(newOwner(counted.whatsapp)),
      paid(counted.billable.newOwner),
    ],
    [
      '1,000 bookings on WhatsApp, known owners',
      thousand(knownOwner(counted.whatsapp)),
      paid(counted.billable.knownOwner),
    ],
    ['A month in which nobody writes, by list prices', monthText(full), 'nothing'],
    ['The same after what AWS gives every account each month', monthText(afterFreeTier), 'nothing'],
    [
      `A day with ${busyDay.conversations.toLocaleString('en')} conversations`,
      usd(day.aws),
      `${usd(day.meta)} in Greece`,
    ],
  ];
  return [
    '| what | AWS | the messengers |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `Counted by \`npm run bench\` from every call that a booking makes, at the list prices in [infra/prices.ts](infra/prices.ts) (us-east-1, ` +
      `November 2026), logs and traces included, nothing free taken off but where it says so. An idle month is ${standing.queues} queues that are polled, ` +
      `the look at the clock each minute, ${alarmNames.length} alarms over ${standing.alarmMetrics} metrics, ${standing.metrics} metrics of our own and the dashboard. ` +
      `A conversation of the busy day is a known owner’s booking with its reminder: ${percent(busyDay.onWhatsApp)} on WhatsApp, a photo in ` +
      `${percent(busyDay.photos)}, a document in ${percent(busyDay.documents)} of them. What is stored is left out: $${prices.tableGigabyte} a gigabyte and month in the table, ` +
      `of which 25 are free, and $${prices.fileGigabyte} in the bucket.`,
  ].join('\n');
}

function monthText({ polls, clock, watching, total }: IdleMonth): string {
  return `${usd(total)} (polls ${usd(polls)}, clock ${usd(clock)}, alarms and dashboard ${usd(watching)})`;
}

/** Two digits that count: what moves below them is no reason to change a README. */
function usd(amount: number): string {
  if (amount === 0) return '$0';
  if (amount >= 100) return `$${Math.round(amount).toLocaleString('en')}`;
  return `$${amount.toFixed(2)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
