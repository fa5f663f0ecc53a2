import * as z from 'zod';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { reply } from '../turn.ts';

/** What can be done here and how. */
export const helpPart = definePart<never>({
  name: 'desk.help',
  action: z.never(),
  commands: ['help', 'start'],
  needs: () => [],
  decide: () => reply(say([phrase('relayHelp'), phrase('relayHelpCommands'), phrase('orderHelp')])),
});
