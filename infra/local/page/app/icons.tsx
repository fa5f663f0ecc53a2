import type { JSX } from 'preact';

/** Line icons on a 24-unit grid, drawn for this page. They only decorate: the name stands on the button. */
const PATHS = {
  send: 'M3.4 20.2 21 12 3.4 3.8 3.4 10 15 12 3.4 14Z',
  clip: 'M20 11.2 12 19a5 5 0 0 1-7.1-7.1l8.3-8.2a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5',
  mic: 'M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5ZM5.8 11a6.2 6.2 0 0 0 12.4 0M12 17.2v3.3',
  slash: 'M4.5 4.5h15v15h-15ZM14 8l-4 8',
  keys: 'M3.5 6.5h17v11h-17ZM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8',
  down: 'M6 9.5l6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  photo: 'M4 5.5h16v13H4ZM4 16l4.8-5 4 4 2.7-2.5L20 16M15.8 9.3h.01',
  pin: 'M12 20.5s6.5-6 6.5-10.8A6.5 6.5 0 0 0 5.5 9.7c0 4.8 6.5 10.8 6.5 10.8ZM12 12a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5a3.3 3.3 0 0 1 0 6.3M17.5 13.6a6.5 6.5 0 0 1 4 5.9',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  up: 'M6 14.5l6-6 6 6',
  flag: 'M7 20.5V4.5h10.5l-2.8 4 2.8 4H7',
  lock: 'M6.5 11h11v9h-11ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  play: 'M8.5 5.5v13l10-6.5Z',
  smile:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.3 14a4.2 4.2 0 0 0 7.4 0M9.2 9.7h.01M14.8 9.7h.01',
  video: 'M3.5 6.5h12v11h-12ZM15.5 10.5l5-3v9l-5-3',
  large: 'M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5 13.5 10.5M4.5 19.5l6-6',
  small: 'M19.5 10H14V4.5M4.5 14H10v5.5M14 10l5.5-5.5M10 14l-5.5 5.5',
  plus: 'M12 5v14M5 12h14',
  file: 'M6.5 3.5h7l4 4v13h-11ZM13 3.8V8h4.2',
  out: 'M8 16 16 8M9.5 8H16v6.5',
  tools: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M7 14.5v5',
  reply: 'M9.5 6 4 11.5 9.5 17M4.5 11.5H14a6 6 0 0 1 6 6v.5',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5ZM13.5 7.5l3 3',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  kebab: 'M12 5.5h.01M12 12h.01M12 18.5h.01',
  list: 'M8.5 6.5h12M8.5 12h12M8.5 17.5h12M4 6.5h.01M4 12h.01M4 17.5h.01',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5l3.2 2',
  call: 'M6.5 4 9 4.5l1 3.8-1.8 1.6a11 11 0 0 0 5.9 5.9l1.6-1.8 3.8 1 .5 2.5a2 2 0 0 1-2 2.4A14 14 0 0 1 4.1 6a2 2 0 0 1 2.4-2Z',
  hidden: 'M3 12s3.3-6 9-6 9 6 9 6-3.3 6-9 6-9-6-9-6ZM4.5 19.5l15-15',
  ban: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6 6l12 12',
  chat: 'M12 4a8 8 0 0 0-6.9 12L4 20l4.1-1.1A8 8 0 1 0 12 4Z',
  fold: 'M4 5h16v14H4ZM14.5 5v14M8 9.5l2.5 2.5L8 14.5',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['send'];

export const Icon = ({ name }: { readonly name: IconName }): JSX.Element => (
  <svg
    class={FILLED.includes(name) ? 'icon filled' : 'icon'}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
