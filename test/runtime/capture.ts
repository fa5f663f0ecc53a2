import { vi } from 'vitest';

/** Collects everything that is written to stdout and stderr until the mocks are restored. */
export function capture() {
  const parts: string[] = [];
  const keep = (chunk: unknown): true => {
    parts.push(typeof chunk === 'string' ? chunk : String(chunk));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => keep(`${said.join(' ')}\n`));
  }
  const text = () => parts.join('');
  return {
    text,
    /** The log's lines as objects. */
    lines: (): unknown[] =>
      text()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
  };
}
