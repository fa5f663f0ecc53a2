import type { Ask } from './context.ts';

/** What a terminal is asked through. */
type Terminal = {
  readonly input: NodeJS.ReadableStream & { readonly setRawMode?: (raw: boolean) => unknown };
  readonly output: { readonly write: (text: string) => unknown };
};

/** The person pressed Ctrl+C while they were asked. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Reads one line without showing it, not even as stars: a secret on a screen is a secret in a screenshot. */
export function askAt({ input, output }: Terminal): Ask {
  return (question) =>
    new Promise((resolve, reject) => {
      output.write(`? ${question} `);
      let typed = '';
      const end = (settle: () => void) => {
        input.off('data', take);
        input.setRawMode?.(false);
        input.pause();
        output.write('\n');
        settle();
      };
      const take = (chunk: Buffer | string) => {
        for (const key of chunk.toString()) {
          if (key === '\r' || key === '\n') return end(() => resolve(typed));
          if (key === '\u0003' || key === '\u0004') return end(() => reject(new Interrupted('Interrupted')));
          if (key === '\u007f' || key === '\b') typed = typed.slice(0, -1);
          else if (key >= ' ') typed += key;
        }
      };
      input.setRawMode?.(true);
      input.on('data', take);
      input.resume();
    });
}
