import { facts } from './facts.ts';
import { hard } from './hard.ts';
import { meet } from './meet.ts';
import { objections } from './objections.ts';
import type { CannedData } from './schema.ts';
import { work } from './work.ts';

/**
 * The canned answers that come with the product. They name no price, street or hour of their own: such facts come from the
 * station's data. To make them yours, copy what you need into your station's file and edit it there.
 */
export const cannedAnswers: readonly CannedData[] = [...meet, ...work, ...facts, ...objections, ...hard];
