import type { EChartsCoreOption } from 'echarts/core';
import type { Text } from '#shared/channels/channel.ts';
import { awsMicros } from '#shared/domain/costs.ts';
import { type Figures, fewest } from '#shared/domain/digest.ts';
import { datesOf, type Period } from '#shared/domain/period.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { chartSeries, charts } from '#shared/domain/phrases/digest.ts';

/** Six small charts of one picture, dark on light, two beside each other: each tells one figure over several weeks or months. */

/** A week or month with its figures. */
export type Shown = { readonly period: Period; readonly figures: Figures };

/** Pixels; a third of it is about a phone's width, so that letters of 26 are read there. */
export const size = { width: 1080, height: 1440 } as const;

const ink = '#1f2933';
const pale = '#5b6770';
const rule = '#d9dee3';
/** Told apart also by people who see few colours, and in grey: https://davidmathlogic.com/colorblind (IBM and Okabe-Ito). */
const colours = { good: '#0072b2', middle: '#e69f00', bad: '#c43d2b', plain: '#0072b2', second: '#e69f00' };

type Name = (typeof charts)[number];
type Drawn = {
  readonly of: Name;
  /** What stands there instead of bars. */
  readonly instead: 'none' | 'few' | null;
  readonly lines: readonly Series[];
  /** In percent of a whole, up to a hundred. */
  readonly share?: boolean;
};
type Series = {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
  readonly stacked: boolean;
};

const layout = { columns: 2, rows: 3, top: 110, gap: 24, side: 28 } as const;
/** Where bars begin, right of the figures beside them, and how much narrower than its place their field is. */
const plot = { left: 62, narrower: 70 } as const;
const font = { title: 30, chart: 27, label: 23 } as const;

export function optionOf(shown: readonly Shown[], text: Text, channelName: (channel: string) => string) {
  const drawn = drawnOf(shown, text, channelName);
  const unit = shown.at(-1)?.period.unit ?? 'week';
  const places = drawn.map((_, index) => placeOf(index));
  const numbers = new Intl.NumberFormat(text.language);
  const option: EChartsCoreOption = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: 'DejaVu Sans', color: ink },
    title: [
      {
        text: text.say(phrase('digestPicture', { unit, count: shown.length })),
        left: layout.side,
        top: 30,
        padding: 0,
        textStyle: { fontSize: font.title, fontWeight: 'bold', color: ink },
      },
      ...drawn.map(({ of }, index) => ({
        text: text.say(phrase('digestChart', { of })),
        left: places[index]?.left,
        top: places[index]?.top,
        padding: 0,
        textStyle: { fontSize: font.chart, fontWeight: 'bold', color: ink },
      })),
      ...drawn.flatMap(({ instead: why }, index) =>
        why === null
          ? []
          : [
              {
                text: text.say(phrase('digestNoData', { why })),
                left:
                  (places[index]?.left ?? 0) + plot.left + ((places[index]?.width ?? 0) - plot.narrower) / 2,
                top: (places[index]?.top ?? 0) + 190,
                padding: 0,
                textAlign: 'center',
                textStyle: { fontSize: font.label, fontWeight: 'normal', color: pale },
              },
            ],
      ),
    ],
    legend: drawn.map(({ of, lines }, index) => ({
      show: lines.length > 1 || of === 'channels',
      data: lines.map(({ name }) => name),
      left: places[index]?.left,
      top: (places[index]?.top ?? 0) + 44,
      width: places[index]?.width,
      padding: 0,
      itemGap: 16,
      itemWidth: 20,
      itemHeight: 16,
      selectedMode: false,
      textStyle: { fontSize: font.label - 2, color: ink },
    })),
    grid: places.map(({ left, top, width, height }) => ({
      left: left + plot.left,
      top: top + 96,
      width: width - plot.narrower,
      height: height - 96 - 46,
    })),
    xAxis: drawn.map((_, index) => ({
      type: 'category',
      gridIndex: index,
      data: shown.map(({ period }) => tick(period)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: pale } },
      axisLabel: {
        fontSize: font.label - 3,
        color: pale,
        interval: (index: number) => (shown.length - 1 - index) % Math.ceil(shown.length / 4) === 0,
      },
    })),
    yAxis: drawn.map(({ share }, index) => ({
      type: 'value',
      gridIndex: index,
      min: 0,
      ...(share
        ? { max: 100, interval: 50 }
        : { splitNumber: 3, minInterval: drawn[index]?.of === 'cost' ? 0 : 1 }),
      axisLabel: {
        fontSize: font.label - 3,
        color: pale,
        formatter: (value: number) => (share ? `${value}%` : numbers.format(value)),
      },
      splitLine: { lineStyle: { color: rule } },
    })),
    series: drawn.flatMap(({ lines }, index) =>
      lines.map(({ name, colour, values, stacked }) => ({
        type: 'bar',
        name,
        xAxisIndex: index,
        yAxisIndex: index,
        data: [...values],
        itemStyle: { color: colour },
        barMaxWidth: 34,
        barGap: '8%',
        ...(stacked ? { stack: String(index) } : {}),
      })),
    ),
  };
  return option;
}

/** What is said where nothing can be drawn: that nobody stayed away is no lack of figures. */
function insteadOf(of: Name, lines: readonly Series[], shown: readonly Shown[]): Drawn['instead'] {
  if (lines.some(({ values }) => values.some((value) => value !== null && value !== 0))) return null;
  return of === 'noShows' && shown.some(({ figures }) => figures.visits.done > 0) ? 'none' : 'few';
}

function placeOf(index: number) {
  const { columns, rows, top, gap, side } = layout;
  const width = (size.width - 2 * side - (columns - 1) * gap) / columns;
  const height = (size.height - top - side - (rows - 1) * gap) / rows;
  return {
    left: side + (index % columns) * (width + gap),
    top: top + Math.floor(index / columns) * (height + gap),
    width,
    height,
  };
}

/** `16.11` of a week's Monday, `11.26` of a month. */
function tick({ unit, from }: Period): string {
  const [year = '', month = '', day = ''] = from.split('-');
  return unit === 'week' ? `${Number(day)}.${month}` : `${month}.${year.slice(2)}`;
}

function drawnOf(
  shown: readonly Shown[],
  text: Text,
  channelName: (channel: string) => string,
): readonly Drawn[] {
  const named = (series: (typeof chartSeries)[number]) => text.say(phrase('digestSeries', { series }));
  const line = (
    name: string,
    colour: string,
    value: (figures: Figures, period: Period) => number | null,
    stacked = false,
  ): Series => ({
    name,
    colour,
    values: shown.map(({ figures, period }) => value(figures, period)),
    stacked,
  });
  const share = (part: number, all: number) => (all < fewest ? null : (100 * part) / all);
  const fates = ({ promises: { kept, moved, passed } }: Figures) => kept + moved + passed;
  const names = [...new Set(shown.flatMap(({ figures }) => figures.channels.map(({ name }) => name)))].sort();
  const palette = [colours.plain, colours.second, colours.bad];
  const title = (of: Name) => text.say(phrase('digestChart', { of }));
  const minutes =
    (of: 'median' | 'most') =>
    ({ answers }: Figures) =>
      answers.count < fewest ? null : Math.round(answers[of]);
  /** Before the station began nothing cost anything. */
  const first = shown.find(({ figures }) => figures.people > 0 || figures.sent.messages > 0)?.period.from;
  const drawn: readonly Omit<Drawn, 'instead'>[] = [
    {
      of: 'answers',
      lines: [
        line(named('half'), colours.plain, minutes('median')),
        line(named('most'), colours.second, minutes('most')),
      ],
    },
    {
      of: 'ratings',
      lines: [
        line(named('good'), colours.good, ({ ratings }) => ratings.good, true),
        line(named('soso'), colours.middle, ({ ratings }) => ratings.soso, true),
        line(named('bad'), colours.bad, ({ ratings }) => ratings.bad, true),
      ],
    },
    {
      of: 'promises',
      share: true,
      lines: [
        line(named('kept'), colours.good, (one) => share(one.promises.kept, fates(one)), true),
        line(named('moved'), colours.middle, (one) => share(one.promises.moved, fates(one)), true),
        line(named('passed'), colours.bad, (one) => share(one.promises.passed, fates(one)), true),
      ],
    },
    {
      of: 'channels',
      lines: names.map((name, index) =>
        line(
          channelName(name),
          palette[index % palette.length] ?? ink,
          ({ channels }) => channels.find((one) => one.name === name)?.count ?? 0,
          true,
        ),
      ),
    },
    { of: 'noShows', lines: [line(title('noShows'), colours.bad, ({ visits }) => visits.noShow)] },
    {
      of: 'cost',
      lines: [
        line(title('cost'), colours.plain, ({ sent, model }, period) => {
          if (first === undefined || period.from < first) return null;
          const aws = awsMicros(sent.messages, datesOf(period).length) + model.micros;
          return Math.round((sent.micros + aws) / 10_000) / 100;
        }),
      ],
    },
  ];
  return drawn.map((one) => ({ ...one, instead: insteadOf(one.of, one.lines, shown) }));
}
