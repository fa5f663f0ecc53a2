import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Fonts } from '../pen.ts';
import { size } from './option.ts';

/**
 * There is no canvas to measure words on, and by itself it takes every letter that is not Latin for two. A letter of the font is so
 * wide on average, in parts of its height; a little more, so that nothing is ever drawn over its neighbour.
 */
const letterWidth = 0.64;

setPlatformAPI({
  measureText: (text, font) => ({
    width: [...text].length * letterWidth * Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12),
  }),
});
use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** `rasterizer`: resvg's program. */
export type Tools = { readonly fonts: Fonts; readonly rasterizer: () => Promise<Uint8Array> };

/**
 * Draws what an option describes as a PNG: ECharts writes the vectors without a browser, resvg makes pixels of them in WebAssembly
 * with the fonts given, so that it looks the same wherever it runs.
 * https://echarts.apache.org/handbook/en/how-to/cross-platform/server
 */
export async function draw(option: EChartsCoreOption, { fonts, rasterizer }: Tools): Promise<Uint8Array> {
  await started(rasterizer);
  const drawing = new Resvg(vectorsOf(option), {
    font: {
      fontBuffers: [fonts.regular, fonts.bold],
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    drawing.free();
  }
}

/** The same as SVG. */
export function vectorsOf(option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** A process starts it once; it refuses a second time. One that could not be read is asked for again. */
let start: Promise<void> | undefined;

async function started(rasterizer: () => Promise<Uint8Array>): Promise<void> {
  start ??= rasterizer().then((program) => initWasm(program));
  try {
    await start;
  } catch (error) {
    start = undefined;
    throw error;
  }
}
