import { buildPage, type Page } from '../page/build.ts';

let built: Promise<Page> | undefined;

/** The page with the phones, built once a process. */
export function stationPage(): Promise<Page> {
  built ??= buildPage();
  return built;
}
