import type { Text } from '#shared/channels/channel.ts';
import { formatMinute, toWall } from '#shared/domain/clock.ts';
import { csvOf } from '#shared/domain/csv.ts';
import type { TableJob } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { agreementName } from '#shared/domain/order/agreement.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { type Agreed, agreementsIn, type OverVisit, visitsOver } from '#shared/store/month.ts';
import type { Table } from '#shared/store/table.ts';

export type TableDeps = {
  readonly table: Table;
  readonly textFor: (language: Language, currency: string) => Text;
  readonly zone: string;
  readonly currency: string;
};

/** A file of the month, to be opened by a bookkeeper: a head, then a row each. */
export async function monthTable(job: TableJob, { table, textFor, zone, currency }: TableDeps) {
  const text = textFor(job.language, currency);
  const rows =
    job.of === 'visits'
      ? visitRows(await visitsOver(table, job.month), zone, currency, text)
      : agreementRows(await agreementsIn(table, job.month, zone), zone, text);
  const content = new TextEncoder().encode(csvOf(rows));
  return { name: `${job.of}-${job.month}.csv`, mime: 'text/csv', content };
}

type Column = PhraseArgs['archiveColumn']['column'];

/** Columns in their order, each with what stands in it. */
function tableOf<T>(
  all: readonly T[],
  columns: readonly (readonly [Column, (one: T) => string])[],
  text: Text,
): readonly (readonly string[])[] {
  const head = columns.map(([column]) => text.say(phrase('archiveColumn', { column })));
  return [head, ...all.map((one) => columns.map(([, value]) => value(one)))];
}

function visitRows(visits: readonly OverVisit[], zone: string, currency: string, text: Text) {
  const { date, time, moment } = clockOf(zone);
  return tableOf(
    visits,
    [
      ['number', ({ over }) => over.visit],
      ['date', ({ over }) => date(over.start)],
      ['time', ({ over }) => time(over.start)],
      ['ended', ({ over }) => text.say(phrase('archiveStage', { stage: over.stage }))],
      ['customer', ({ name }) => name],
      ['car', ({ car }) => car],
      ['work', ({ over }) => text.say(phrase('archiveServices', { services: over.services }))],
      ['promised', ({ over }) => moment(over.promised)],
      ['ready', ({ over }) => (over.ready === null ? '' : moment(over.ready))],
      ['moved', ({ over }) => String(over.moved.length)],
      ['late', ({ over }) => String(over.moved.filter(({ toldBefore }) => !toldBefore).length)],
      ['total', ({ over }) => (over.cents === null ? '' : money(over.cents))],
      ['currency', ({ over }) => (over.cents === null ? '' : currency)],
    ],
    text,
  );
}

function agreementRows(agreed: readonly Agreed[], zone: string, text: Text) {
  const { date, time } = clockOf(zone);
  return tableOf(
    agreed,
    [
      ['edition', ({ agreement }) => agreementName(agreement)],
      ['order', ({ agreement }) => agreement.ref],
      ['date', ({ agreement }) => date(agreement.at)],
      ['time', ({ agreement }) => time(agreement.at)],
      ['kind', ({ agreement }) => text.say(phrase('archiveAgreed', { kind: agreement.kind }))],
      ['how', ({ agreement }) => text.say(phrase('archiveHow', { how: agreement.how }))],
      [
        'by',
        ({ agreement: { by } }) => (by === null ? '' : text.say(phrase('documentPerson', { advisor: by }))),
      ],
      ['customer', ({ name }) => name],
      ['car', ({ agreement }) => agreement.car],
      ['chosen', ({ agreement }) => chosenOf(agreement)],
      ['total', ({ agreement }) => money(agreement.cents)],
      ['vatPercent', ({ agreement }) => String(agreement.vatPercent)],
      ['vat', ({ agreement }) => money(vatIn(agreement))],
      ['currency', ({ agreement }) => agreement.currency],
    ],
    text,
  );
}

/** What was said yes to, in the way that was chosen. */
function chosenOf({ estimate, choices }: Agreed['agreement']): string {
  return choices
    .filter(({ says }) => says === 'yes')
    .flatMap(({ line, option }) => estimate.lines.find(({ id }) => id === line)?.options[option]?.name ?? [])
    .join('; ');
}

/** Sums hold their tax. */
function vatIn({ cents, vatPercent }: Pick<Agreed['agreement'], 'cents' | 'vatPercent'>): number {
  return Math.round((cents * vatPercent) / (100 + vatPercent));
}

/** `123.45`: with a point and without a sign, as programs read sums. */
function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** `2026-11-24`, `09:00`, `2026-11-24 09:00`, of the station's clock. */
function clockOf(zone: string) {
  const date = (at: number) => toWall(at, zone).date;
  const time = (at: number) => formatMinute(toWall(at, zone).minute);
  return { date, time, moment: (at: number) => `${date(at)} ${time(at)}` };
}
