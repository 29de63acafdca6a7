import { KeptForm } from '@/components/form/kept-form';
import { dropDepicted, nameDepicted } from '@/features/depicted/actions';
import { messages } from '@/features/depicted/messages';
import type { deskDepicted } from '@/features/depicted/queries';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  picture: { id: number; onBoard: boolean };
  named: NonNullable<Awaited<ReturnType<typeof deskDepicted>>>['named'];
  /** Whether who asks may write down who is on it. */
  names: boolean;
  form: { community: string; locale: Locale };
}

/** Who is on a picture and what each home has said; and whom else to ask. */
export function NamedOn({ picture, named, names, form }: Props) {
  const { desk: t, ...rest } = pick(messages, form.locale);
  const missing = named.filter(({ answer }) => answer !== 'yes').length;
  return (
    <>
      <h3 className="also">{t.named}</h3>
      {named.length === 0 && <p>{t.nobody}</p>}
      <ul className="entries">
        {named.map((one) => (
          <li key={one.id}>
            <p>{[rest.home(one), one.people, one.answer ? rest.answers[one.answer] : t.waiting].join(' · ')}</p>
            {names && one.answer === null && (
              <KeptForm
                {...form}
                id={`drop-${one.id}`}
                action={dropDepicted}
                about={{ depicted: one.id }}
                submitLabel={t.drop}
                ghost
              />
            )}
          </li>
        ))}
      </ul>
      {missing > 0 && <p>{t.missing(missing)}</p>}
      {names && picture.onBoard && <p>{t.hangs}</p>}
      {names && !picture.onBoard && (
        <details>
          <summary className="tap">{t.name}</summary>
          <KeptForm
            {...form}
            id={`name-${picture.id}`}
            action={nameDepicted}
            about={{ picture: picture.id }}
            fields={[
              { kind: 'text', name: 'building', label: t.building },
              { kind: 'text', inputMode: 'numeric', name: 'entrance', label: t.entrance },
              { kind: 'text', name: 'door', label: t.door },
              { kind: 'text', name: 'people', label: t.people, hint: t.peopleHint },
            ]}
            submitLabel={t.submit}
            ghost
          />
        </details>
      )}
    </>
  );
}
