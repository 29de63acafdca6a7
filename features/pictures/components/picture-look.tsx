import { KeptForm } from '@/components/form/kept-form';
import { lookAtPicture } from '@/features/pictures/actions';
import { messages } from '@/features/pictures/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { PictureList, type Shown } from './picture-list';

interface LookProps {
  picture: Shown & { own: boolean };
  /** Whether who asks may decide; a picture of one's own is decided by somebody else. */
  looks: boolean;
  locale: Locale;
  community: string;
}

/** One picture and what is decided of it: onto the board, or refused with a reason. */
export function PictureLook({ picture, looks, locale, community }: LookProps) {
  const t = pick(messages, locale).look;
  const verdicts = [
    { value: 'board', label: t.toBoard },
    { value: 'refused', label: t.refuse },
  ];
  return (
    <section>
      <PictureList pictures={[picture]} locale={locale} />
      {looks && !picture.own && picture.pdf && <p>{t.paper}</p>}
      {looks && picture.own && !picture.onBoard && picture.refusedReason === null && <p>{t.own}</p>}
      {looks && !picture.own && (
        <KeptForm
          id={`look-${picture.id}`}
          action={lookAtPicture}
          fields={[
            { kind: 'radio', name: 'verdict', label: t.verdict, options: verdicts },
            { kind: 'text', name: 'reason', label: t.reason, when: t.reasonWhen },
          ]}
          submitLabel={t.submit}
          community={community}
          about={{
            picture: picture.id,
            stood: picture.onBoard ? 'board' : picture.refusedReason === null ? 'waits' : 'refused',
          }}
          locale={locale}
        />
      )}
    </section>
  );
}
