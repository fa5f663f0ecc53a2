import type { Text } from '#shared/channels/channel.ts';
import { formatMinute, toWall } from '#shared/domain/clock.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { escaped } from '../../links/page.ts';
import type { Data, VisitData } from './data.ts';

const style = `:root{color-scheme:light dark;--back:#f3f4f1;--card:#fff;--soft:#666;--mine:#e7f3dc}
@media(prefers-color-scheme:dark){:root{--back:#17191a;--card:#232627;--soft:#a3a8aa;--mine:#24382a}}
body{margin:0;background:var(--back);font:16px/1.45 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.35rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}h3{font-size:.85rem;color:var(--soft);text-align:center;margin:1.5rem 0 .5rem}
article{background:var(--card);border-radius:.8rem;padding:.6rem .9rem;margin:.5rem 0}
article.bot,article.advisor{margin-left:12%}article.customer{margin-right:12%}article.advisor{background:var(--mine)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:0}dt{color:var(--soft)}dd{margin:0}
p,dd,blockquote{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}p{margin:0}
blockquote{margin:.5rem 0 0;padding-left:.8rem;border-left:3px solid var(--soft)}
.who,.soft{font-size:.8rem;color:var(--soft)}img,video{max-width:100%;max-height:24rem;border-radius:.4rem}article.lost .said{text-decoration:line-through}
ul{margin:.3rem 0 0;padding-left:1.2rem}`;

/** Nothing of it runs, whatever somebody once wrote: it is opened from a disk, where no header says so. */
const policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

type Field = PhraseArgs['archiveField']['field'];
type Section = PhraseArgs['archiveSection']['section'];

/** The archive as a page that is read without internet; files lie beside it. `parts`: of the whole archive. */
export function archivePage(data: Data, parts: number, zone: string, text: Text): string {
  const pen = penOf(text, zone);
  const title = escaped(text.say(phrase('archiveTitle', { name: data.person.name })));
  return `<!doctype html>
<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${pen.says(phrase('archiveMade', { at: Date.parse(data.made) }))}</p>
<p class="soft">${pen.says(phrase('archiveParts', { parts }))}</p>
${pen.section('person', [personOf(data, pen)])}
${pen.section(
  'cars',
  data.cars.map(({ label, mileage }) =>
    pen.card([
      ['car', label],
      ['mileage', km(mileage, text)],
    ]),
  ),
)}
${pen.section(
  'visits',
  data.visits.map((visit) => visitCard(visit, pen)),
)}
${pen.section(
  'past',
  data.past.map((visit) => visitCard(visit, pen)),
)}
${pen.section(
  'agreements',
  data.agreements.map((one) => agreementCard(one, pen)),
)}
${pen.section('consents', consentCards(data, pen))}
${pen.section(
  'reports',
  data.reports.map((one) => reportCard(one, pen)),
)}
${pen.section('talk', talkOf(data, pen))}
</main>
</body>
</html>
`;
}

type Pen = ReturnType<typeof penOf>;

function penOf(text: Text, zone: string) {
  const says = (what: Parameters<Text['say']>[0]) => escaped(text.say(what));
  const list = (rows: readonly (readonly [Field, string])[]) =>
    rows
      .filter(([, value]) => value !== '')
      .map(
        ([field, value]) => `<dt>${says(phrase('archiveField', { field }))}</dt><dd>${escaped(value)}</dd>`,
      )
      .join('');
  return {
    text,
    zone,
    says,
    moment: (iso: string) => text.say(phrase('documentMoment', { at: Date.parse(iso) })),
    /** `more` is HTML already. */
    card: (rows: readonly (readonly [Field, string])[], more = '') =>
      `<article><dl>${list(rows)}</dl>${more}</article>`,
    section: (section: Section, cards: readonly string[]) => {
      const inside =
        cards.length === 0 ? `<p class="soft">${says(phrase('archiveNothing'))}</p>` : cards.join('\n');
      return `<h2>${says(phrase('archiveSection', { section }))}</h2>\n${inside}`;
    },
    lines: (lines: readonly string[]) =>
      lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
  };
}

function personOf({ person }: Data, { card, text }: Pen): string {
  const { quietHours } = person;
  return card([
    ['name', person.name],
    ['phone', person.phone ?? ''],
    ['quiet', quietHours ? text.say(phrase('archiveQuiet', quietHours)) : ''],
    ['approver', person.approver ?? ''],
    ['approvesFor', person.approvesFor.join(', ')],
  ]);
}

function km(mileage: number | null, text: Text): string {
  return mileage === null ? '' : text.say(phrase('archiveMileage', { km: mileage }));
}

function visitCard(visit: VisitData, { card, text, moment, lines }: Pen): string {
  const { intake, stage } = visit;
  const named = (one: NonNullable<typeof stage>) => text.say(phrase('archiveStage', { stage: one }));
  const log = [
    ...visit.agreed.map(({ at, agreed, start }) => ({
      at,
      line: agreed === 'cancelled' ? named('cancelled') : `${named('booked')} → ${moment(start)}`,
    })),
    ...visit.log.map((one) => ({ at: one.at, line: named(one.stage) })),
    ...visit.moved.map(({ of, from, to, reason, words, at }) => ({
      at,
      line: text.say(
        phrase('archiveMoved', { of, from: Date.parse(from), to: Date.parse(to), reason, words }),
      ),
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const photos = intake?.photos.map((path) => `<img src="${path}" alt="" loading="lazy">`).join('') ?? '';
  return card(
    [
      ['when', moment(visit.start)],
      ['number', visit.number],
      ['car', visit.car],
      ['work', visit.services.map(({ name }) => name).join(', ')],
      ['ready', moment(visit.readyBy)],
      ['stage', stage ? named(stage) : ''],
      ['mileage', km(intake?.mileage ?? null, text)],
      [
        'fuel',
        intake?.fuelEighths == null ? '' : text.say(phrase('archiveFuel', { eighths: intake.fuelEighths })),
      ],
    ],
    lines(log.map(({ at, line }) => `${moment(at)}: ${line}`)) + photos,
  );
}

function agreementCard(one: Data['agreements'][number], { card, text, moment, says }: Pen): string {
  const money = text.say(phrase('documentMoney', { cents: one.cents }));
  const how = text.say(phrase('archiveHow', { how: one.how }));
  const who = [one.who, how, one.recordedBy ?? ''].filter(Boolean).join(', ');
  return card(
    [
      ['number', one.name],
      ['when', moment(one.at)],
      ['car', one.car],
      ['total', money],
      ['name', who],
    ],
    `<p class="who">${says(phrase('archiveAgreed', { kind: one.kind }))}</p>${
      one.shown === '' ? '' : `<blockquote>${escaped(one.shown)}</blockquote>`
    }`,
  );
}

function consentCards({ consents }: Data, { text }: Pen): readonly string[] {
  return consents.map(({ purpose, given, at, wording, asked }) => {
    const head = text.say(phrase('archivePurpose', { purpose }));
    const said = text.say(phrase('archiveConsent', { given, at: Date.parse(at), wording }));
    const question = asked === null ? '' : `<blockquote>${escaped(asked)}</blockquote>`;
    return `<article><p class="who">${escaped(head)}</p><p>${escaped(said)}</p>${question}</article>`;
  });
}

function reportCard(
  { number, at, car, kind, words }: Data['reports'][number],
  { card, moment, text }: Pen,
): string {
  return card([
    ['number', number],
    ['when', moment(at)],
    ['car', car],
    ['work', kind ? text.say(phrase('reportLabelKind', { kind })) : ''],
    ['words', words],
  ]);
}

function talkOf({ talk, files }: Data, { text, zone, says }: Pen): readonly string[] {
  const mimes = new Map(files.map(({ path, mime }) => [path, mime]));
  let day = '';
  return talk.map(({ at, by, who, said, lost, file }) => {
    const { date, minute } = toWall(Date.parse(at), zone);
    const head = date === day ? '' : `<h3>${says(phrase('documentDay', { at: Date.parse(at) }))}</h3>\n`;
    day = date;
    const above = escaped([who, formatMinute(minute), lost ? '💔' : ''].filter(Boolean).join(' · '));
    const shown = file === null ? '' : fileShown(file, mimes.get(file) ?? '', text);
    return `${head}<article class="${by}${lost ? ' lost' : ''}"><p class="who">${above}</p><p class="said">${escaped(said)}</p>${shown}</article>`;
  });
}

/** Paths are made of letters, digits and hyphens by `files.ts`. */
function fileShown(path: string, mime: string, text: Text): string {
  if (mime.startsWith('image/')) return `<a href="${path}"><img src="${path}" alt="" loading="lazy"></a>`;
  const name = path.replace(/^files\//, '');
  const link = `<p><a href="${path}" hreflang="${text.language}">${name}</a></p>`;
  if (mime.startsWith('audio/')) return `<audio controls preload="none" src="${path}"></audio>${link}`;
  if (mime.startsWith('video/')) return `<video controls preload="none" src="${path}"></video>${link}`;
  return link;
}
