import { archivePart } from './archive/part.ts';
import { calendarPart } from './diary/calendar-part.ts';
import { diaryPart } from './diary/diary-part.ts';
import { isNearly } from './diary/nearly.ts';
import { digestPart } from './digest/part.ts';
import { estimatePart } from './estimate/part.ts';
import type { Part } from './part.ts';
import { casePart } from './people/case-part.ts';
import { helpPart } from './people/help-part.ts';
import { languagePart } from './people/language-part.ts';
import { openPart } from './people/open-part.ts';
import { rosterPart } from './people/roster-part.ts';
import { playbookPart } from './playbook/part.ts';
import { promisePart } from './promise/part.ts';
import { relay } from './relay/part.ts';
import { sayPart } from './say/part.ts';
import { visitPart } from './visit/part.ts';
import { waitlistPart } from './waitlist/part.ts';

/** The only list of what advisors can do at the desk. A new part is a file and a line here. */
const parts: readonly Part[] = [
  relay,
  casePart,
  openPart,
  rosterPart,
  helpPart,
  languagePart,
  calendarPart,
  diaryPart,
  estimatePart,
  promisePart,
  visitPart,
  sayPart,
  playbookPart,
  waitlistPart,
  archivePart,
  digestPart,
];

const byName = new Map(parts.map((part) => [part.name, part]));
const byCommand = new Map(parts.flatMap((part) => part.commands.map((command) => [command, part] as const)));

export function partNamed(name: string): Part | undefined {
  return byName.get(name);
}

/** The command that a mistyped one was meant as; '' where none is near. */
export function commandNear(name: string): string {
  const typed = name.toLowerCase();
  const known = [...byCommand.keys()];
  return (
    known.find((one) => isNearly(typed, one) || isSwapped(typed, one)) ??
    known.find(
      (one) => one.length >= 4 && (typed.startsWith(one) || (typed.length >= 3 && one.startsWith(typed))),
    ) ??
    ''
  );
}

/** Two neighbours have changed places. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const [a = '', b = ''] = [one[at], one[at + 1]];
  return at >= 0 && `${one.slice(0, at)}${b}${a}${one.slice(at + 2)}` === other;
}

export function partOfCommand(command: string): Part | undefined {
  return byCommand.get(command);
}
