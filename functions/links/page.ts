import { createHash } from 'node:crypto';
import type { Text } from '#shared/channels/channel.ts';
import { formatMinute, toWall } from '#shared/domain/clock.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Line } from './talk.ts';

/** What a page is made of. `cut`: older lines are left out. */
export type Page = {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly cut: boolean;
  /** The station's time zone. */
  readonly zone: string;
};

/** The most lines and letters of a page; Lambda answers at most 6 MB: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const most = { lines: 1_000, letters: 1_000_000 } as const;

const style = `:root{color-scheme:light dark;--back:#f3f4f1;--card:#fff;--soft:#666;--mine:#e7f3dc}
@media(prefers-color-scheme:dark){:root{--back:#17191a;--card:#232627;--soft:#a3a8aa;--mine:#24382a}}
body{margin:0;background:var(--back);font:16px/1.45 system-ui,sans-serif}
main{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.25rem}h2{font-size:.85rem;font-weight:600;color:var(--soft);text-align:center;margin:1.5rem 0 .5rem}
article{background:var(--card);border-radius:.8rem;padding:.5rem .8rem;margin:.35rem 12% .35rem 0}
article.advisor,article.bot{margin:.35rem 0 .35rem 12%}article.advisor{background:var(--mine)}
p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
.who,.cut{font-size:.8rem;color:var(--soft)}article.lost .said{text-decoration:line-through}`;

/**
 * The headers of the page: it runs nothing, loads nothing, is kept and found by nobody, and what is opened from it does not learn
 * where it came from.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The whole talk as a page that needs nothing but itself. Everything that people wrote is text in it, whatever it looks like. */
export function pageOf({ name, lines, cut, zone }: Page, text: Text): string {
  const { shown, isCut } = newest(lines, cut);
  const title = escaped(text.say(phrase('mediaHistoryTitle', { name })));
  let day = '';
  const body = shown.map((line) => {
    const { date, minute } = toWall(line.at, zone);
    const head =
      date === day ? '' : `<h2>${escaped(text.say(phrase('labelDay', { date })))} ${date.slice(0, 4)}</h2>\n`;
    day = date;
    const who = [line.who, formatMinute(minute), line.lost ? '💔' : ''].filter(Boolean).join(' · ');
    return `${head}<article class="${line.by}${line.lost ? ' lost' : ''}"><p class="who">${escaped(who)}</p><p class="said">${escaped(line.said)}</p></article>`;
  });
  const above = isCut
    ? `<p class="cut">${escaped(text.say(phrase('mediaHistoryCut', { count: shown.length })))}</p>`
    : '';
  const below = shown.length === 0 ? `<p>${escaped(text.say(phrase('mediaHistoryEmpty')))}</p>` : '';
  return `<!doctype html>
<html lang="${text.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${[above, ...body, below].filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}

/** The newest lines that fit. */
function newest(
  lines: readonly Line[],
  cut: boolean,
): { readonly shown: readonly Line[]; readonly isCut: boolean } {
  let letters = 0;
  let from = lines.length;
  while (from > 0 && lines.length - from < most.lines) {
    letters += (lines[from - 1]?.said.length ?? 0) + 100;
    if (letters > most.letters) break;
    from -= 1;
  }
  return { shown: lines.slice(from), isCut: cut || from > 0 };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Letters that mean something in HTML as what they are; marks that turn the reading direction of what follows are taken out. */
export function escaped(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
