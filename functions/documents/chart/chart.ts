import type { Text } from '#shared/channels/channel.ts';
import { figuresOf } from '#shared/domain/digest.ts';
import type { ChartJob } from '#shared/domain/job.ts';
import { datesOf, type Period, runUp } from '#shared/domain/period.ts';
import { readDays } from '#shared/store/happened.ts';
import type { Table } from '#shared/store/table.ts';
import { channelName } from '#shared/text/channel-names.ts';
import type { Fonts } from '../pen.ts';
import { draw } from './draw.ts';
import { optionOf } from './option.ts';

/** The owner's figures as one picture: the week or month asked for and those before it. */

export type ChartDeps = {
  readonly table: Table;
  readonly text: Text;
  readonly fonts: () => Promise<Fonts>;
  readonly rasterizer: () => Promise<Uint8Array>;
};

/** So many are shown: two months of weeks, half a year of months. */
const shownOf = { week: 8, month: 6 } as const;

export async function chartOf(
  { unit, from, to }: ChartJob,
  { table, text, fonts, rasterizer }: ChartDeps,
): Promise<{ readonly name: string; readonly mime: string; readonly content: Uint8Array }> {
  const last: Period = { unit, from, to, whole: false };
  const periods = runUp(last, shownOf[unit]);
  const days = await readDays(table, datesOf({ from: periods[0]?.from ?? from, to }));
  const shown = periods.map((period) => ({
    period,
    figures: figuresOf(datesOf(period).flatMap((date) => days.get(date) ?? [])),
  }));
  const content = await draw(optionOf(shown, text, channelName), { fonts: await fonts(), rasterizer });
  return { name: `${from}.png`, mime: 'image/png', content };
}
