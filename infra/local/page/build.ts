import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { languages } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { drawSamples } from './samples.ts';

/** One file of the page as it is served: its content type and its text. */
export type PageFile = { readonly type: string; readonly body: string };

export type Page = {
  readonly html: string;
  readonly js: string;
  readonly css: string;
  /** Every file of the page by its path ('/', '/page.js', '/page.css', '/favicon.svg', '/samples/…'), to be served as it stands. */
  readonly assets: Readonly<Record<string, PageFile>>;
};

/** Bundles the page with the phones, in memory and without a network; takes a few hundred milliseconds. Rejects when the sources do not compile. */
export const buildPage = async (): Promise<Page> => {
  const [js, css, html, icon] = await Promise.all([
    bundle('app/main.tsx'),
    bundle('style/page.css'),
    readFile(here('index.html'), 'utf8'),
    readFile(here('favicon.svg'), 'utf8'),
  ]);
  return {
    html,
    js,
    css,
    assets: {
      '/': { type: 'text/html; charset=utf-8', body: html },
      '/page.js': { type: 'text/javascript; charset=utf-8', body: js },
      '/page.css': { type: 'text/css; charset=utf-8', body: css },
      '/favicon.svg': { type: 'image/svg+xml', body: icon },
      ...Object.fromEntries(
        Object.entries(drawSamples()).map(([path, body]) => [path, { type: 'image/svg+xml', body }]),
      ),
    },
  };
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const bundle = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'dataurl' },
    define: { WAIT_LABELS: JSON.stringify(waitLabels()) },
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
};

/** The page sees no cases, only the group: this button of the pinned card is there while somebody waits for a person. */
const waitLabels = (): readonly string[] =>
  languages.map((language) => textFor(language, station).say(phrase('caseLabelNoAnswer')));
