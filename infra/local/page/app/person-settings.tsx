import type { JSX } from 'preact';
import { Avatar } from './avatar.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { personsOf } from './persons.ts';
import { useStation, useView } from './use-station.ts';

/** The language that the open person's Telegram is set to. WhatsApp tells a station no language, so there is nothing to set. */
export const PersonSettings = (): JSX.Element | null => {
  const station = useStation();
  const { state, open } = useView();
  const person = personsOf(state?.phones ?? []).find(({ id }) => id === open);
  const phone = person?.phones.find(({ messenger }) => messenger === 'telegram');
  if (!person || !phone || !state?.live) return null;
  const tags = [...new Set([...LANGUAGES, phone.language])];
  return (
    <section class="card settings" aria-label={`Settings of ${person.name}`}>
      <Avatar id={person.id} name={person.name} />
      <b dir="auto">{person.name}</b>
      <span class="hint" aria-hidden="true">
        Telegram in
      </span>
      <select
        class="field"
        aria-label="Language of the messenger"
        value={phone.language}
        onChange={(event) =>
          void station.act({ do: 'language', chat: phone.id, language: event.currentTarget.value })
        }
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
