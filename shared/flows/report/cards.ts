import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { colours, drives, moments, places, type Report, reportKinds } from '#shared/domain/report.ts';
import { type AnswerPromise, callMe } from '../call-person.ts';
import { button, type Turn, verbatim } from '../flow.ts';
import type { Ask, ReportAction, Reporting } from './state.ts';
import { isShot } from './steps.ts';

/** Every card of a report. Each asks one thing, and each can be skipped. */

function act(label: Phrase, data: ReportAction): Option {
  return button(label, { flow: 'report', data });
}

/** The question of a step, below what has come so far where that matters to it. */
export function askCard(ask: Ask, report: Report, turn: Turn): Say {
  const { id } = report;
  const skip = act(phrase('labelSkip'), { do: 'skip', id, ask });
  if (isShot(ask)) {
    const enough = act(phrase('reportLabelEnough'), { do: 'enough', id });
    // A card that can change counts on; each of several messages need not say it again.
    const got = turn.canEdit ? gotSoFar(report) : [];
    return card('step', [...got, phrase('reportAskShot', { shot: ask })], [[skip, enough]]);
  }
  switch (ask) {
    case 'kind': {
      const got = gotSoFar(report);
      const lead = got.length === 0 ? [phrase('reportHow')] : got;
      return card(
        'step',
        [...lead, phrase('reportAskKind')],
        [
          ...pairs(
            reportKinds.map((is) => act(phrase('reportLabelKind', { kind: is }), { do: 'kind', id, is })),
          ),
          [skip],
        ],
      );
    }
    case 'car':
      return card('step', phrase('reportAskCar'), [
        ...turn.customer.vehicles.map((car) => [act(verbatim(car.short), { do: 'car', id, is: car.id })]),
        [skip],
      ]);
    case 'colour':
      return fewWays(
        'reportAskColour',
        colours.map((is) => act(phrase('reportLabelColour', { colour: is }), { do: 'colour', id, is })),
        skip,
      );
    case 'drive':
      return fewWays(
        'reportAskDrive',
        drives.map((is) => act(phrase('reportLabelDrive', { drive: is }), { do: 'drive', id, is })),
        skip,
      );
    case 'moment':
      return card('step', phrase('reportAskMoment'), [
        ...pairs(
          moments.map((is) => act(phrase('reportLabelMoment', { moment: is }), { do: 'moment', id, is })),
        ),
        [skip],
      ]);
    case 'place':
      return card('step', phrase('reportAskPlace'), [
        ...pairs(
          placesOf(report).map((is) =>
            act(phrase('reportLabelPlace', { place: is }), { do: 'place', id, is }),
          ),
        ),
        [skip],
      ]);
  }
}

/** A tyre is at one of four corners. */
function placesOf({ kind }: Report): readonly (typeof places)[number][] {
  return kind === 'tyre' ? places.filter((place) => place !== 'underneath') : places;
}

/** Three ways; where no more fit, "skip" is a word. */
function fewWays(key: 'reportAskColour' | 'reportAskDrive', ways: readonly Option[], skip: Option): Say {
  return { ...card('step', phrase(key), [...ways.map((way) => [way]), [skip]]), brief: true };
}

/** Whether the card of a question names what has come: then it changes when more comes. */
export function namesCame(ask: Ask): boolean {
  return ask === 'kind' || isShot(ask);
}

function gotSoFar({ photos, videos, voices, documents }: Report): readonly Phrase[] {
  if (photos + videos + voices + documents === 0) return [];
  return [phrase('reportGot', { photos, videos, voices, documents })];
}

/** Where the station's own data leads with this defect: a service, an estimate by photos, or nowhere by itself. */
export function leadsTo({ kind, danger }: Report, { station }: Turn): string | null {
  // Nobody is invited to drive here.
  if (danger !== null) return null;
  return station.reports[kind ?? 'other'];
}

/** What is known, its number, who answers by when, and what can be done meanwhile. It stays where it is. */
export function recapCard(
  report: Report,
  { advisor, by }: AnswerPromise,
  before: Reporting['before'],
  turn: Turn,
): Say {
  const leads = leadsTo(report, turn);
  const remote = leads === 'remote';
  const way: readonly Option[] = leads === null || remote ? [] : [bookButton(leads, report, turn)];
  const goOn: readonly Option[] =
    before?.name === 'book' ? [button(phrase('labelContinue'), { flow: 'book', data: { do: 'open' } })] : [];
  return card('kept', phrase('reportRecap', { ...defectOf(report), advisor, by, remote }), [
    ...[...way, callMe].map((one) => [one]),
    ...(goOn.length > 0 ? [goOn] : []),
  ]);
}

function bookButton(service: string, { car }: Report, { station, customer }: Turn): Option {
  const diagnostic = station.services.some(({ id, diagnostic }) => id === service && diagnostic);
  const vehicle = customer.vehicles.find(({ short }) => short === car) ?? null;
  const label = diagnostic ? phrase('labelBookDiagnostics') : phrase('labelBook');
  return button(label, { flow: 'book', data: { do: 'report', services: [service], vehicle } });
}

/** What texts need of a report. */
export function defectOf({ id, car, kind, colour, drive, moment, place, ...report }: Report) {
  const { photos, videos, voices, documents } = report;
  return { ref: id, car, kind, colour, drive, moment, place, photos, videos, voices, documents };
}

function pairs(options: readonly Option[]): readonly (readonly Option[])[] {
  return options.flatMap((_one, at) => (at % 2 === 0 ? [options.slice(at, at + 2)] : []));
}
