import { daysBetween } from '#shared/domain/clock.ts';
import { PARKING } from '#shared/domain/day.ts';
import { reportKinds } from '#shared/domain/report.ts';
import { answerTopics } from './answers.ts';
import type { Station, Texts } from './schema.ts';

/** Something wrong between fields that each look right; `path` leads to the field to change. */
export type Finding = { readonly path: readonly (string | number)[]; readonly message: string };

/** What no single field can tell: references, order of times, translations, work that nobody could ever do. */
export function crossChecks(station: Station): readonly Finding[] {
  return [
    ...languageFindings(station),
    ...idFindings(station),
    ...hourFindings(station),
    ...calendarFindings(station),
    ...shiftFindings(station),
    ...serviceFindings(station),
    ...againFindings(station),
    ...reportFindings(station),
    ...signFindings(station),
    ...answerFindings(station),
    ...keepFindings(station),
  ];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function* languageFindings(station: Station): Generator<Finding> {
  if (!station.languages.includes(station.defaultLanguage)) {
    yield {
      path: ['defaultLanguage'],
      message: `Choose one of the station's languages: ${station.languages.join(', ')}`,
    };
  }
  for (const [path, texts] of everyText(station)) {
    for (const language of station.languages) {
      if (texts[language] === undefined)
        yield { path: [...path, language], message: `Add the text in "${language}"` };
    }
  }
}

function* everyText(station: Station): Generator<[(string | number)[], Texts]> {
  yield [['name'], station.name];
  yield [['address'], station.address];
  yield [['entrance'], station.entrance];
  for (const topic of answerTopics) {
    const answer = station.answers[topic];
    if (answer) yield [['answers', topic, 'text'], answer.text];
  }
  for (const [at, closure] of station.closed.entries()) yield [['closed', at, 'reason'], closure.reason];
  for (const [at, advisor] of station.advisors.entries()) yield [['advisors', at, 'name'], advisor.name];
  for (const [at, person] of station.technicians.entries()) yield [['technicians', at, 'name'], person.name];
  for (const [at, service] of station.services.entries()) {
    yield [['services', at, 'row'], service.row];
    yield [['services', at, 'name'], service.name];
    if (service.bring !== null) yield [['services', at, 'bring'], service.bring];
  }
  for (const [at, { title, words, text, hint }] of station.canned.entries()) {
    for (const [field, texts] of Object.entries({ title, words, text, ...(hint && { hint }) }))
      yield [['canned', at, field], texts];
  }
}

function* idFindings(station: Station): Generator<Finding> {
  for (const list of ['bays', 'advisors', 'technicians', 'services', 'canned'] as const) {
    yield* repeated(
      list,
      'id',
      station[list].map((item) => item.id),
    );
  }
  yield* repeated(
    'advisors',
    'deskId',
    station.advisors.map((advisor) => String(advisor.deskId)),
  );
  for (const [at, bay] of station.bays.entries()) {
    if (bay.id === PARKING)
      yield { path: ['bays', at, 'id'], message: `Use another id: "${PARKING}" means parking` };
  }
  if (!station.advisors.some((advisor) => advisor.role === 'manager')) {
    yield { path: ['advisors'], message: 'Give one advisor the role "manager": alerts end there' };
  }
}

function* repeated(list: string, field: string, ids: readonly string[]): Generator<Finding> {
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at)
      yield { path: [list, at, field], message: `Use another ${field}: "${id}" is taken` };
  }
}

function* hourFindings(station: Station): Generator<Finding> {
  const known = new Set(station.services.map((service) => service.id));
  let open = 0;
  for (const day of WEEKDAYS) {
    const hours = station.hours[day];
    if (hours === null) continue;
    open += 1;
    if (hours.open >= hours.close)
      yield { path: ['hours', day, 'close'], message: 'Close later than you open' };
    const pause = hours.break;
    if (pause !== null && (pause.from >= pause.to || pause.from <= hours.open || pause.to >= hours.close)) {
      yield {
        path: ['hours', day, 'break'],
        message: 'Put the break inside the opening hours, its end after its start',
      };
    }
    for (const [at, id] of (hours.only ?? []).entries()) {
      if (!known.has(id))
        yield { path: ['hours', day, 'only', at], message: `Name a service: "${id}" does not exist` };
    }
  }
  if (open === 0) yield { path: ['hours'], message: 'Open on at least one weekday' };
}

function* calendarFindings(station: Station): Generator<Finding> {
  for (const [at, closure] of station.closed.entries()) {
    const length = daysBetween(closure.from, closure.to);
    if (length < 0 || length > 60) {
      yield {
        path: ['closed', at, 'to'],
        message: 'End a closure on or after its first day, within 60 days',
      };
    }
  }
  yield* repeated(
    'halfDays',
    'date',
    station.halfDays.map((half) => half.date),
  );
}

function* shiftFindings(station: Station): Generator<Finding> {
  for (const [at, person] of station.technicians.entries()) {
    for (const day of WEEKDAYS) {
      const shift = person.shifts[day];
      if (shift !== null && shift.from >= shift.to) {
        yield { path: ['technicians', at, 'shifts', day], message: 'End the shift after its start' };
      }
    }
  }
}

/** What people are reminded of they can book, and some rule says when. */
function* againFindings({ services }: Station): Generator<Finding> {
  for (const [at, { again, booking }] of services.entries()) {
    if (again === null) continue;
    const path = ['services', at, 'again'];
    if (booking !== 'online')
      yield { path, message: 'Use null: only what is booked in the chat is reminded of' };
    if ('months' in again && again.months === null && again.km === null)
      yield { path, message: 'Write months or km, or use null' };
  }
}

function* serviceFindings(station: Station): Generator<Finding> {
  for (const [at, service] of station.services.entries()) {
    const path = ['services', at];
    if (service.booking === 'remote') {
      if (service.legs.length > 0) {
        yield { path: [...path, 'legs'], message: 'Remove the legs: remote work takes no bay' };
      }
      continue;
    }
    if (service.legs.length === 0) {
      yield { path: [...path, 'legs'], message: 'Add a leg: a kind of bay and its minutes' };
    }
    for (const [leg, { bay }] of service.legs.entries()) {
      if (!station.bays.some((known) => known.kinds.includes(bay))) {
        yield {
          path: [...path, 'legs', leg, 'bay'],
          message: `Add a bay of kind "${bay}" or name another kind`,
        };
      }
    }
    if (!station.technicians.some((person) => person.skills.includes(service.skill))) {
      yield {
        path: [...path, 'skill'],
        message: `Give a technician the skill "${service.skill}" or name another skill`,
      };
    }
    yield* lengthFindings(station, service, path);
  }
}

/** Every reported defect leads to work that people can book by themselves, or to an estimate that the station gives. */
function* reportFindings(station: Station): Generator<Finding> {
  for (const kind of reportKinds) {
    const leads = station.reports[kind];
    const path = ['reports', kind];
    if (leads === null) continue;
    if (leads === 'remote') {
      if (!station.services.some(({ booking }) => booking === 'remote'))
        yield { path, message: 'Add a service with booking "remote", or use null' };
      continue;
    }
    const service = station.services.find(({ id }) => id === leads);
    if (service?.booking !== 'online')
      yield {
        path,
        message: `Name a service with booking "online": "${leads}" ${service ? 'is another kind' : 'does not exist'}`,
      };
  }
}

/** A sum in euros where cents are meant would ask for a signature under everything. */
function* signFindings({ rules, services, currency }: Station): Generator<Finding> {
  const dearest = Math.max(0, ...services.map(({ priceFrom }) => priceFrom ?? 0));
  if (rules.signAbove === null || rules.signAbove >= dearest) return;
  yield {
    path: ['rules', 'signAbove'],
    message: `Write cents, at least ${dearest} (${dearest / 100} ${currency}, your dearest price from), or null`,
  };
}

/** Somebody answers for each answer. */
function* answerFindings({ answers, advisors }: Station): Generator<Finding> {
  for (const topic of answerTopics) {
    const owner = answers[topic]?.owner;
    if (owner === undefined || advisors.some(({ id }) => id === owner)) continue;
    const known = advisors.map(({ id }) => id).join(', ');
    yield {
      path: ['answers', topic, 'owner'],
      message: `Name an advisor: "${owner}" is none of ${known}`,
    };
  }
}

/** Whoever books far ahead finds the buttons of it still working on the day. */
function* keepFindings({ keep, rules }: Station): Generator<Finding> {
  if (keep.talkDays >= rules.horizonDays) return;
  yield {
    path: ['keep', 'talkDays'],
    message: `Use at least ${rules.horizonDays} days: so far ahead people book (rules.horizonDays)`,
  };
}

function* lengthFindings(
  station: Station,
  service: Station['services'][number],
  path: readonly (string | number)[],
): Generator<Finding> {
  const total = service.legs.reduce((sum, leg) => sum + leg.minutes, 0);
  const longest = Math.max(...WEEKDAYS.map((day) => workingMinutes(station.hours[day])), 0);
  if (total > longest * service.days) {
    yield {
      path: [...path, 'legs'],
      message: `Give it more days: ${total} minutes do not fit into ${service.days}`,
    };
  }
  if (service.days > 1 && (service.legs.length !== 1 || service.mode !== 'leave')) {
    yield { path: [...path, 'days'], message: 'Work of several days has one leg and mode "leave"' };
  }
  if (service.mode === 'wait' && total > station.rules.waitUpTo) {
    yield {
      path: [...path, 'mode'],
      message: `Nobody may wait longer than rules.waitUpTo: use "leave" or raise it`,
    };
  }
  const opening = Math.min(...WEEKDAYS.map((day) => station.hours[day]?.open ?? Number.POSITIVE_INFINITY));
  if (service.dropOffBy !== null && service.dropOffBy < opening) {
    yield { path: [...path, 'dropOffBy'], message: 'Use a time at which the desk is open' };
  }
}

function workingMinutes(hours: Station['hours']['mon']): number {
  if (hours === null) return 0;
  return hours.close - hours.open - (hours.break === null ? 0 : hours.break.to - hours.break.from);
}
