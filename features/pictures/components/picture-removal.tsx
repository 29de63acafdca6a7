import { KeptForm } from '@/components/form/kept-form';
import { removePicture } from '@/features/pictures/actions';
import { messages } from '@/features/pictures/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { Shown } from './picture-list';

interface RemovalProps {
  pictures: readonly (Shown & { own: boolean; looked: boolean })[];
  locale: Locale;
  community: string;
}

/** A button for each picture one has sent and nobody has looked at yet. */
export function PictureRemoval({ pictures, locale, community }: RemovalProps) {
  const t = pick(messages, locale).upload;
  return pictures
    .filter((one) => one.own && !one.looked)
    .map((one) => (
      <KeptForm
        key={one.id}
        id={`remove-${one.id}`}
        action={removePicture}
        submitLabel={one.caption ? t.removeOf(one.caption) : t.remove}
        ghost
        community={community}
        about={{ picture: one.id }}
        locale={locale}
      />
    ));
}
