import { fold } from '#shared/domain/fold.ts';
import { type Estimate, type EstimateLine, priceOf, totalOf } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { agreedLines, isOpen, nameOf } from '#shared/domain/order/steps.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';

/** What a draft changes of what stands: of what is agreed, else of what was sent and waits. Null where nothing does. */
export function diffOf(order: Order, draft: Estimate): PhraseArgs['orderDiff'] | null {
  const agreed = agreedLines(order);
  const sent = isOpen(order) ? (order.estimate?.lines ?? []) : [];
  const before = agreed.length > 0 ? agreed : sent;
  if (before.length === 0) return null;
  const was = new Map(before.map((line) => [keyOf(line), line]));
  const is = new Map(draft.lines.map((line) => [keyOf(line), line]));
  const cents = totalOf(draft) - before.reduce((sum, line) => sum + priceOf(line), 0);
  return {
    cents,
    agreed: agreed.length > 0,
    added: draft.lines.filter((line) => !was.has(keyOf(line))).map((line) => nameOf(line)),
    left: before.filter((line) => !is.has(keyOf(line))).map((line) => nameOf(line)),
    changed: draft.lines.flatMap((line) => {
      const other = was.get(keyOf(line));
      const [from, to] = [other ? priceOf(other) : 0, priceOf(line)];
      return other && from !== to ? [{ name: nameOf(line), from, to }] : [];
    }),
  };
}

/** Agreed lines that a draft leaves out: they are not done any more once it is agreed to. */
export function leftOut(order: Order, { lines }: Estimate): readonly EstimateLine[] {
  const names = new Set(lines.flatMap(({ options }) => options.map(({ name }) => fold(name))));
  return agreedLines(order).filter((line) => !names.has(keyOf(line)));
}

/** Lines with numbers from 1 on. */
export function numbered(lines: readonly EstimateLine[]): EstimateLine[] {
  return lines.map((line, index) => ({ ...line, id: String(index + 1) }));
}

export function keyOf(line: EstimateLine): string {
  return fold(nameOf(line));
}
