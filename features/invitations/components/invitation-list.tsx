import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { keepInvitation } from '@/features/invitations/actions';
import { messages } from '@/features/invitations/messages';
import type { Inviting } from '@/features/invitations/queries';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';

interface Props {
  waiting: readonly Inviting[];
  community: string;
  locale: Locale;
  /** The list's own address. */
  back: string;
}

/** Who asks for a visit, the longest first; each with the word that one was there. */
export function InvitationList({ waiting, community, locale, back }: Props) {
  const { list: t, home } = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {waiting.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {waiting.map((one) => (
          <li key={one.id}>
            <h2>{home(one)}</h2>
            <p className="crumb">
              {[t.since(formatMoment(new Date(one.at), locale)), one.captain ? null : t.noCaptain]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.words && (
              <p>
                <Written>{one.words}</Written>
              </p>
            )}
            <KeptForm
              id={`came-${one.id}`}
              action={keepInvitation}
              about={{ invitation: one.id }}
              submitLabel={t.came}
              back={back}
              community={community}
              locale={locale}
              ghost
            />
          </li>
        ))}
      </ul>
    </>
  );
}
