import type { JSX } from 'preact';
import type { About } from './actions.ts';
import { Icon } from './icons.tsx';
import { Quote } from './quote.tsx';

/** The bar above the input that says which message is being answered or corrected. */
export const AboutBar = ({
  about,
  drop,
}: {
  readonly about: About;
  readonly drop: () => void;
}): JSX.Element => (
  <div class="about">
    <Icon name={about.kind === 'edit' ? 'pencil' : 'reply'} />
    <span class="unseen">{about.kind === 'edit' ? 'Correcting' : 'Answering'}</span>
    <Quote message={about.message} />
    <button
      type="button"
      class="round"
      aria-label={about.kind === 'edit' ? 'Do not correct it' : 'Do not reply to it'}
      onClick={drop}
    >
      <Icon name="close" />
    </button>
  </div>
);
