import * as z from 'zod';
import { contentSchema, type FileContent } from './content.ts';

/** A content that is a file. */
const fileContent = contentSchema.transform((content, context): FileContent => {
  if (content.kind === 'photo' || content.kind === 'file') return content;
  context.addIssue({ code: 'custom', message: 'It is no file' });
  return z.NEVER;
});

/**
 * What the job for a customer's file brings along, so that the file finds its place when it comes. `customer`: it takes the
 * place of a line in their topic. `kept`: their topic has it already, as the messenger has it; it is only stored.
 */
export const fileTicketSchema = z.object({
  of: z.enum(['customer', 'kept']),
  messageId: z.string(),
  replyTo: z.string().nullable().default(null),
  /** The messenger's own time of the message, epoch milliseconds. */
  at: z.number().default(0),
  content: fileContent,
});
export type FileTicket = z.infer<typeof fileTicketSchema>;
