import type { JSX } from 'preact';
import { Avatar } from './avatar.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { personsOf } from './persons.ts';
import { useStation, useView } from './use-station.ts';

/** The language that the open person's messengers are set to. Telegram tells it to the station, WhatsApp does not. */
export const PersonSettings = (): JSX.Element | null => {
  const station = useStation();
  const { state, open } = useView();
  const person = personsOf(state?.phones ?? []).find(({ id }) => id === open);
  if (!person || !state?.live) return null;
  const tags = [...new Set([...LANGUAGES, person.language])];
  const speak = (language: string): void => {
    for (const { id } of person.phones) void station.act({ do: 'language', chat: id, language });
  };
  return (
    <section class="card settings" aria-label={`Settings of ${person.name}`}>
      <Avatar id={person.id} name={person.name} />
      <b dir="auto">{person.name}</b>
      <span class="hint" aria-hidden="true">
        speaks
      </span>
      <select
        class="field"
        aria-label="Language of the messengers"
        value={person.language}
        onChange={(event) => speak(event.currentTarget.value)}
      >
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </section>
  );
};
