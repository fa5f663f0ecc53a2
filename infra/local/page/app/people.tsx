import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Avatar, StationMark } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { waysOf } from './messenger.ts';
import { type Person, personsOf } from './persons.ts';
import { useStation, useView } from './use-station.ts';

/** The people whose phones can be taken in hand. `picked` is called after a choice, so that a drawer can close. */
export const People = ({ picked }: { readonly picked: () => void }): JSX.Element => {
  const station = useStation();
  const { state, open } = useView();
  const [adding, setAdding] = useState(false);
  return (
    <nav class="people" aria-label="People">
      <div class="brand">
        <StationMark />
        <p>
          <b dir="auto">{state?.station ?? 'The station'}</b>
          <small>running on this computer</small>
        </p>
      </div>
      <h2>Whose phone?</h2>
      <ul>
        {personsOf(state?.phones ?? []).map((person) => (
          <li key={person.id}>
            <PersonButton
              person={person}
              open={person.id === open}
              pick={() => {
                station.open(person.id);
                picked();
              }}
            />
          </li>
        ))}
      </ul>
      {state?.live &&
        (adding ? (
          <NewPerson
            done={(made) => {
              setAdding(false);
              if (made) picked();
            }}
          />
        ) : (
          <button type="button" class="new-person" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            New person
          </button>
        ))}
    </nav>
  );
};

type PersonProps = { readonly person: Person; readonly open: boolean; readonly pick: () => void };

const PersonButton = ({ person, open, pick }: PersonProps): JSX.Element => (
  <button type="button" class="person" aria-current={open ? 'true' : undefined} onClick={pick}>
    <Avatar id={person.id} name={person.name} />
    <span class="person-name">
      <b dir="auto">{person.name}</b>
      <small dir="auto">{blockedOn(person) || person.about || languageName(person.language)}</small>
    </span>
    <abbr title={languageName(person.language)}>{person.language.slice(0, 2).toUpperCase()}</abbr>
    {!open &&
      person.phones.map(
        ({ messenger, unread }) =>
          unread > 0 && (
            <span class="unread" key={messenger} data-messenger={messenger}>
              {unread}
              <span class="unseen"> unread on {waysOf(messenger).name}</span>
            </span>
          ),
      )}
  </button>
);

const blockedOn = ({ phones }: Person): string => {
  const blocked = phones.filter((phone) => phone.blocked).map(({ messenger }) => waysOf(messenger).name);
  return blocked.length > 0 ? `blocked it on ${blocked.join(' and ')}` : '';
};

const NewPerson = ({ done }: { readonly done: (made: boolean) => void }): JSX.Element => {
  const station = useStation();
  const [name, setName] = useState('');
  const [language, setLanguage] = useState('el');
  const make = async (): Promise<void> => {
    if (await station.act({ do: 'new-person', name: name.trim(), language })) done(true);
  };
  return (
    <form
      class="new-form"
      aria-label="New person"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void make();
      }}
      onKeyDown={(event) => event.key === 'Escape' && done(false)}
    >
      <input
        class="field"
        aria-label="Name"
        placeholder="Name"
        maxLength={64}
        value={name}
        ref={(input) => input?.focus()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <select
        class="field"
        aria-label="Language"
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      >
        {LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
      <div class="pair">
        <button type="button" class="quiet" onClick={() => done(false)}>
          Cancel
        </button>
        <button type="submit" class="primary" disabled={!name.trim()}>
          Add
        </button>
      </div>
    </form>
  );
};
