import type { JSX } from 'preact';
import { Avatar } from './avatar.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { useStation, useView } from './use-station.ts';

/** What the open person can change on their own phone: the messenger's language, and whether the bot may write. */
export const PersonSettings = (): JSX.Element | null => {
  const station = useStation();
  const { state, open } = useView();
  const phone = state?.phones.find(({ id }) => id === open);
  if (!phone || !state?.live) return null;
  const tags = [...new Set([...LANGUAGES, phone.language])];
  return (
    <section class="card settings" aria-label={`Settings of ${phone.name}`}>
      <Avatar id={phone.id} name={phone.name} />
      <b dir="auto">{phone.name}</b>
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
      <button
        type="button"
        class="quiet"
        onClick={() => void station.act({ do: 'block', chat: phone.id, blocked: !phone.blocked })}
      >
        {phone.blocked ? 'Unblock' : 'Block'}
        <span class="unseen"> the bot</span>
      </button>
    </section>
  );
};
