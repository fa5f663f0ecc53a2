/** A messenger takes names of up to 240 letters; a longer one loses its middle and keeps its ending. */
const most = 100;

/** Endings of what a reader's computer runs when it is opened: programs, scripts, pages that hold scripts. */
const running =
  /\.(?:exe|msi|com|scr|pif|bat|cmd|ps1|vbs?|vbe|jse?|mjs|wsf|wsh|hta|lnk|reg|jar|apk|app|dmg|pkg|deb|rpm|sh|php\d?|html?|xhtml?|shtml|mht|mhtml|svgz?|swf|xsl|docm|xlsm|pptm)$/i;

/** Whether opening a file of this name would run it. */
export function runs(name: string | null): boolean {
  return running.test(passedName(name) ?? '');
}

/** A file's name as it may stand in a call and on a reader's disk: no folders, no control or direction marks; null when none is left. */
export function passedName(name: string | null): string | null {
  const clean = (name ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>|*?:]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
    .replace(/^\.+/, '');
  if (clean === undefined || clean === '') return null;
  if (clean.length <= most) return clean;
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? '';
  return `${[...clean.slice(0, most - ending.length)].filter((one) => !/\p{Cs}/u.test(one)).join('')}${ending}`;
}
