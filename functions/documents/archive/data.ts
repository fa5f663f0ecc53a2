import type { Text } from '#shared/channels/channel.ts';
import { addressOf } from '#shared/domain/address.ts';
import { formatMinute } from '#shared/domain/clock.ts';
import { purposes } from '#shared/domain/consent.ts';
import type { Vehicle, Visit } from '#shared/domain/customer.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Agreement, agreementName } from '#shared/domain/order/agreement.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { StoredFile } from '#shared/domain/report.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import type { Kept, VisitLedger } from '#shared/store/kept.ts';
import { type Line, linesOf, questionsOf } from '../../links/talk.ts';
import { filesOf, type Packed, type Stored } from './files.ts';

/**
 * What an archive tells, for people (`page.ts`) and machines alike. Each value is named here: what is not named leaves the house by no
 * way. Other people are names, what advisors keep for themselves (notes, reasons, ids) is not read at all. Instants are ISO 8601.
 */
export type Data = ReturnType<typeof dataOf>;

/** Everything, with the files that go along by their keys. */
export function dataOf(kept: Kept, until: number, text: Text, textFor: (language: Language) => Text) {
  const { customer } = kept;
  const asked = kept.talks.map(({ entries }) => questionsOf(entries, textFor));
  const sent = new Map(kept.files.map((file) => [`${file.address} ${file.messageId}`, file]));
  const talk = kept.talks
    .flatMap(({ address, entries }) =>
      linesOf(entries, customer.name, text).map((line) => ({
        ...line,
        stored: storedOf(line, address, sent),
      })),
    )
    .sort((a, b) => a.at - b.at);
  const visits = [...kept.visits.map(({ visit }) => visit), ...customer.visits];
  // What an advisor took back before it left has a copy, and no line.
  const own = kept.files.filter(({ by }) => by === undefined);
  const files = filesOf({ files: own, lines: talk, visits, archives: kept.archives });
  const pathOf = (key: string) => files.get(key)?.path ?? null;
  const { quietHours, allowance, approver } = customer;
  const data = {
    made: iso(until),
    language: text.language,
    station: text.place.title,
    person: {
      name: customer.name,
      phone: customer.phone,
      cameFrom: customer.source,
      messengers: addressesOf(customer).map((key) => ({
        messenger: addressOf(key).channel,
        id: addressOf(key).chat,
      })),
      quietHours: quietHours && { from: formatMinute(quietHours.from), to: formatMinute(quietHours.to) },
      approver: approver?.name ?? null,
      approvesFor: customer.approvesFor.map(({ name }) => name),
      allowance,
    },
    cars: customer.vehicles.map(({ label, mileage }) => ({ label, mileage: mileage?.km ?? null })),
    visits: customer.visits.map((visit) => visitOf(visit, visit.life.stage, null, kept, text, pathOf)),
    past: pastOf(kept, text, pathOf),
    agreements: kept.agreements.map((one) => agreed(one, text)),
    deferred: customer.deferred.map(({ name, cents, car, at }) => ({ name, cents, car, at: iso(at) })),
    /** Services as they were done last: what the next ones are counted from. */
    upkeep: customer.upkeep.map(({ vehicle, service, at, km }) => ({
      car: customer.vehicles.find(({ id }) => id === vehicle)?.label ?? '',
      service: text.say(phrase('archiveServices', { services: [service] })),
      at: iso(at),
      km,
    })),
    ratings: customer.past.flatMap(({ id, rating }) =>
      rating ? [{ visit: id, mark: rating.mark, reasons: rating.reasons, at: iso(rating.at) }] : [],
    ),
    /** Messages that we sent without being asked, of the last month. */
    automatic: customer.written.map(({ purpose, at }) => ({ purpose, at: iso(at) })),
    consents: purposes.flatMap((purpose) => consentsFor(purpose, kept, asked)),
    reports: kept.reports.map(({ id, at, car, kind, words, photos, videos, voices, documents }) => ({
      number: id,
      at: iso(at),
      car,
      kind,
      words,
      files: photos + videos + voices + documents,
    })),
    talk: talk.map((line) => ({
      at: iso(line.at),
      by: line.by,
      who: line.who,
      said: line.said,
      lost: line.lost,
      file: line.stored && pathOf(line.stored.key),
    })),
    files: [...files.values()].map(({ path, mime }) => ({ path, mime })),
  };
  return { ...data, packed: [...files.values()] satisfies readonly Packed[] };
}

export type VisitData = ReturnType<typeof visitOf>;

/** `life` is of a visit that is not over; of others the ledger is what is left. */
function visitOf(
  visit: Visit,
  stage: Stage | null,
  ended: number | null,
  { visits }: Pick<Kept, 'visits'>,
  text: Text,
  pathOf: (key: string) => string | null,
) {
  const { id, start, readyBy, services, vehicle, stay, life } = visit;
  const { intake } = life;
  const ledger = visits.find((one) => one.visit.id === id)?.entries ?? [];
  return {
    number: id,
    start: iso(start),
    readyBy: iso(readyBy),
    services: services.map((service) => ({
      id: service,
      name: text.say(phrase('archiveServices', { services: [service] })),
    })),
    car: carOf(vehicle),
    stay,
    stage,
    ended: ended === null ? null : iso(ended),
    agreed: ledger.map((one) => ({ agreed: one.agreed, at: iso(one.at), start: iso(one.start) })),
    log: life.log.map((one) => ({ stage: one.stage, at: iso(one.at) })),
    moved: life.moved.map(({ of, from, to, reason, words, at }) => ({
      of,
      from: iso(from),
      to: iso(to),
      reason,
      words,
      at: iso(at),
    })),
    intake: intake && {
      at: iso(intake.at),
      mileage: intake.mileage,
      fuelEighths: intake.fuel,
      photos: intake.photos.flatMap((key) => pathOf(key) ?? []),
    },
  };
}

/** Visits that are over: those that the customer's own row still names, and all that were ever agreed. */
function pastOf(kept: Kept, text: Text, pathOf: (key: string) => string | null): readonly VisitData[] {
  const running = new Set(kept.customer.visits.map(({ id }) => id));
  return kept.visits
    .filter(({ visit }) => !running.has(visit.id))
    .map((ledger) => {
      const past = kept.customer.past.find(({ id }) => id === ledger.visit.id);
      const { visit, over } = ledger;
      const stage = past?.stage ?? over?.stage ?? endOf(ledger);
      return visitOf(visit, stage, past?.end ?? over?.at ?? null, kept, text, pathOf);
    });
}

function endOf({ entries }: VisitLedger): Stage | null {
  return entries.at(-1)?.agreed === 'cancelled' ? 'cancelled' : null;
}

function carOf({ label }: Vehicle): string {
  return label;
}

function agreed(one: Agreement, text: Text) {
  const { ref, number, at, kind, how, who, by, car, estimate, choices } = one;
  return {
    name: agreementName({ ref, number }),
    at: iso(at),
    kind,
    how,
    who: who.name,
    recordedBy: by === null ? null : text.say(phrase('documentPerson', { advisor: by })),
    car,
    lines: estimate.lines.map(({ id, options }) => {
      const choice = choices.find(({ line }) => line === id);
      const option = options[choice?.option ?? 0];
      return { name: option?.name ?? '', cents: option?.price ?? 0, says: choice?.says ?? null };
    }),
    cents: one.cents,
    vatPercent: one.vatPercent,
    currency: one.currency,
    language: one.language,
    shown: one.shown,
  };
}

/**
 * Each answer with its time, and with the words that were asked as long as the talk is kept; where the ledger has none (a row of an
 * older version), the one that counts.
 */
function consentsFor(
  purpose: (typeof purposes)[number],
  { consents, customer }: Kept,
  asked: readonly ReadonlyMap<string, string>[],
) {
  const rows = consents.filter((one) => one.purpose === purpose);
  const now = customer.consents[purpose];
  const all = rows.length === 0 && now ? [{ ...now, inbound: '' }] : rows;
  return all.map(({ given, at, wording, language, inbound }) => ({
    purpose,
    given,
    at: iso(at),
    wording,
    language,
    asked: asked.find((talk) => talk.has(inbound))?.get(inbound) ?? null,
  }));
}

/** The file that a line is about, where it lies in the store. */
function storedOf({ file }: Line, address: string, sent: ReadonlyMap<string, StoredFile>): Stored | null {
  switch (file?.of) {
    case 'message': {
      const known = sent.get(`${address} ${file.id}`);
      return known ? { ...known, name: known.what } : null;
    }
    case 'store':
      return file;
    case undefined:
      return null;
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
