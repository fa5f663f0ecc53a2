import { describe, expect, it } from 'vitest';
import { createInterpret } from '#functions/interpret/interpret.ts';
import type { Interpreter } from '#functions/interpret/interpreter.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import type { InterpretJob } from '#shared/domain/job.ts';
import { SafeError } from '#shared/runtime/safe-error.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';

/** What it warns of would drown the reports of the tests. */
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const now = Date.parse('2026-11-21T10:00:00Z');
const question: InterpretJob = {
  v: 1,
  kind: 'interpret',
  id: 'telegram/4242/501/ 7',
  at: now - 500,
  burst: 7,
  text: 'zhuzh my jalopy',
  language: 'en',
  tell: { channel: 'telegram', bot: '4242', chat: '501', thread: '' },
};
const hours = { wish: null, asks: ['hours'] } as const;

function taking(interpreter: Interpreter, mostCalls = 10) {
  const told: unknown[] = [];
  const interpret = createInterpret({
    interpreter,
    table: memoryTable(),
    inbound: {
      send: async ({ body }) => void told.push(envelopeSchema.parse(JSON.parse(body)).inbound.event),
    },
    zone: 'Europe/Athens',
    mostCalls,
    dollars: { read: 0.001, written: 0.005 },
    measure: () => undefined,
    now: () => now,
  });
  return { told, interpret };
}

describe('a question to the language model', () => {
  it('hands on the words and the language alone', async () => {
    const asked: unknown[] = [];
    const { interpret, told } = taking(async (unclear) => {
      asked.push(unclear);
      return { understood: { ...hours, asks: [...hours.asks] }, read: 900, written: 9 };
    });
    await interpret(question, 1);
    expect(asked).toEqual([{ text: question.text, language: 'en' }]);
    expect(told).toEqual([{ kind: 'interpreted', burst: 7, understood: hours }]);
  });

  it.each([
    ['that failed once is not put again, so that no fault costs a second call', question, 2],
    ['that nobody waits for any more is let go', { ...question, at: now - 7_000 }, 1],
  ])('%s', async (_, job, tries) => {
    const { interpret, told } = taking(() => Promise.reject(new Error('not to be asked')));
    await interpret(job, tries);
    expect(told).toEqual([]);
  });

  it('that has no answer, or was one too many, is told as not understood at once', async () => {
    const silent = taking(() => Promise.reject(new SafeError('The model did not answer.', 'Timeout')));
    await silent.interpret(question, 1);
    expect(silent.told).toEqual([{ kind: 'interpreted', burst: 7, understood: null }]);
    let asked = 0;
    const capped = taking(async () => {
      asked += 1;
      return { understood: null, read: 900, written: 1 };
    }, 1);
    await capped.interpret(question, 1);
    await capped.interpret({ ...question, id: 'telegram/4242/501/ 8', burst: 8 }, 1);
    expect(asked).toBe(1);
    expect(capped.told.at(-1)).toEqual({ kind: 'interpreted', burst: 8, understood: null });
  });
});
