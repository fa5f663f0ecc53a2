import { archive } from './archive.ts';
import { book } from './book.ts';
import { callback } from './callback.ts';
import { clock } from './clock.ts';
import { coming } from './coming.ts';
import { delivery } from './delivery.ts';
import { erase } from './erase.ts';
import { document } from './estimate/document.ts';
import { estimate } from './estimate.ts';
import { feedback } from './feedback.ts';
import type { Flow } from './flow.ts';
import { handover } from './handover.ts';
import { link } from './link.ts';
import { menu } from './menu.ts';
import { payer } from './payer.ts';
import { person } from './person.ts';
import { questions } from './questions.ts';
import { report } from './report.ts';
import { service } from './service.ts';
import { settings } from './settings.ts';
import { stopWork } from './stop-work.ts';
import { visits } from './visits.ts';
import { waitlist } from './waitlist.ts';

/** The only list of flows. A new one is a file and a line here. */
const flows = [
  menu,
  book,
  visits,
  clock,
  coming,
  waitlist,
  person,
  questions,
  settings,
  stopWork,
  link,
  delivery,
  handover,
  callback,
  report,
  document,
  estimate,
  payer,
  feedback,
  service,
  archive,
  erase,
] as const satisfies readonly Flow[];

const byName = new Map<string, Flow>(flows.map((flow) => [flow.name, flow]));

/** The flow of that name, or undefined when no version of the product that we know of had it. */
export function flowNamed(name: string): Flow | undefined {
  return byName.get(name);
}
