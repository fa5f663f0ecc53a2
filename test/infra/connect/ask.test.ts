import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askAt } from '#infra/connect/ask.ts';

/** A terminal that notes whether it shows what is typed, and what was written on it. */
function terminal() {
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) });
  let screen = '';
  const output = {
    write: (text: string) => {
      screen += text;
    },
  };
  return { ask: askAt({ input, output }), input, raw, screen: () => screen };
}

describe('a secret at the terminal', () => {
  it('is read without being shown, however it is pasted', async () => {
    const { ask, input, raw, screen } = terminal();
    const answer = ask('The token:');
    input.write('4242:can');
    input.write('ary\r');
    expect(await answer).toBe('4242:canary');
    expect(screen()).toBe('? The token: \n');
    expect(raw).toEqual([true, false]);
  });

  it('is corrected with backspace', async () => {
    const { ask, input } = terminal();
    const answer = ask('The token:');
    input.write('abX\u007fcY\b\u001b\n');
    expect(await answer).toBe('abc');
  });

  it('is nothing where only Enter is pressed, and the next question waits for its own answer', async () => {
    const { ask, input } = terminal();
    const first = ask('One:');
    input.write('\r');
    expect(await first).toBe('');
    const second = ask('Two:');
    input.write('two\r');
    expect(await second).toBe('two');
  });

  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('%s ends the run and gives the terminal back', async (_key, byte) => {
    const { ask, input, raw } = terminal();
    const answer = ask('The token:');
    input.write(`can${byte}`);
    await expect(answer).rejects.toMatchObject({ name: 'Interrupted' });
    expect(raw.at(-1)).toBe(false);
  });
});
