import { phrase } from '#shared/domain/phrase.ts';
import type { Text } from '../channel.ts';
import { moreData, optionData } from './button.ts';
import type { Row, Under } from './call.ts';
import { labelOf, shorten, titlesOf } from './labels.ts';
import { interactive } from './limits.ts';

/** The actions of one message: their labels, and where they stand. */
export type Choices = {
  readonly labels: readonly string[];
  readonly row: string;
  /** The message's index in its row, and the index of its first action among all of the row's. */
  readonly message: number;
  readonly first: number;
  /** Which part is shown where they do not fit into one list; a part beyond the last is the last. */
  readonly page: number;
  /** The first three are enough. */
  readonly brief: boolean;
};

/** All but the last part of a long list give one row to the way to the next part. */
const pageRows = interactive.rows - 1;

/**
 * Up to three actions are buttons, more are a list, more than ten are shown in parts of nine; of a brief message only the
 * first three are shown. An id always names the action's index among all of the row, whatever part is shown. Null where
 * there are no actions.
 */
export function optionsUnder(choices: Choices, text: Text): Under | null {
  const { row, message, first } = choices;
  const short = choices.brief && choices.page === 0;
  const labels = short ? choices.labels.slice(0, interactive.buttons) : choices.labels;
  if (labels.length === 0) return null;
  const lastPage = Math.max(0, Math.ceil((labels.length - interactive.rows) / pageRows));
  const page = Math.min(choices.page, lastPage);
  const from = page * pageRows;
  const shown = labels.slice(from, page === lastPage ? undefined : from + pageRows).map(labelOf);
  const ids = shown.map((_, index) => optionData(row, first + from + index));
  if (page < lastPage)
    return listUnder(
      [...shown, labelOf(text.say(phrase('labelMoreRows')))],
      [...ids, moreData(row, message, page + 1)],
      text,
    );
  return shown.length <= interactive.buttons ? buttonsUnder(shown, ids) : listUnder(shown, ids, text);
}

function buttonsUnder(labels: readonly string[], ids: readonly string[]): Under {
  const buttons = titlesOf(labels, interactive.buttonTitle).map((title, index) => ({
    type: 'reply' as const,
    reply: { id: ids[index] ?? '', title },
  }));
  return { type: 'button', action: { buttons } };
}

/** A label that does not fit into a row's title is cut there and stands in the line below it. */
function listUnder(labels: readonly string[], ids: readonly string[], text: Text): Under {
  const titles = titlesOf(labels, interactive.rowTitle);
  const rows = labels.map((label, index): Row => {
    const row = { id: ids[index] ?? '', title: titles[index] ?? '' };
    return label.length <= interactive.rowTitle
      ? row
      : { ...row, description: shorten(label, interactive.rowDescription) };
  });
  const button = shorten(labelOf(text.say(phrase('labelChoose'))), interactive.listButton);
  return { type: 'list', action: { button, sections: [{ rows }] } };
}
