import type { Part } from './part.ts';

/** The only list of what advisors can do at the desk. A new part is a file and a line here. */
const parts: readonly Part[] = [];

const byName = new Map(parts.map((part) => [part.name, part]));
const byCommand = new Map(parts.flatMap((part) => part.commands.map((command) => [command, part] as const)));

export function partNamed(name: string): Part | undefined {
  return byName.get(name);
}

export function partOfCommand(command: string): Part | undefined {
  return byCommand.get(command);
}
