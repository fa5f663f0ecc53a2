/**
 * Does the work of every lane in its order, the lanes side by side. It waits for all of them, also when one fails, so that
 * nothing goes on behind an answer that was given already; then it throws the first failure.
 */
export async function inLanes<T>(
  lanes: readonly (readonly T[])[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const ends = await Promise.allSettled(
    lanes.map(async (lane) => {
      for (const item of lane) await work(item);
    }),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Spreads items over at most `most` lanes. Those of one group stay together and in order; a new group takes the shortest lane. */
export function lanesOf<T>(
  items: readonly T[],
  most: number,
  groupOf: (item: T) => string,
): readonly (readonly T[])[] {
  const lanes: T[][] = [];
  const laneOfGroup = new Map<string, T[]>();
  for (const item of items) {
    const group = groupOf(item);
    const lane = laneOfGroup.get(group) ?? emptiest(lanes, most);
    laneOfGroup.set(group, lane);
    lane.push(item);
  }
  return lanes;
}

function emptiest<T>(lanes: T[][], most: number): T[] {
  const [shortest] = lanes.toSorted((a, b) => a.length - b.length);
  if (shortest && lanes.length >= most) return shortest;
  const opened: T[] = [];
  lanes.push(opened);
  return opened;
}
