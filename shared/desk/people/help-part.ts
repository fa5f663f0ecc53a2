import * as z from 'zod';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { reply } from '../turn.ts';

/** From what was only sent to what the customer read, and what never came. */
const marks = (['sent', 'delivered', 'read', 'failed'] as const).map((mark) =>
  phrase('relayHelpMark', { mark }),
);

/** What can be done here and how. */
export const helpPart = definePart<never>({
  name: 'desk.help',
  action: z.never(),
  commands: ['help', 'start'],
  needs: () => [],
  decide: () =>
    reply(
      say([
        phrase('relayHelp'),
        ...marks,
        phrase('relayHelpCommands'),
        phrase('stageHelp'),
        phrase('orderHelp'),
        phrase('digestHelp'),
      ]),
    ),
});
