import { Hidden } from '@/components/form/hidden';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import { MARK } from '@/lib/mark';
import { whoSends } from '@/lib/whose';

/** In whose name a form speaks, said and carried; nothing where nobody is signed in. */
export async function Whose({ community, locale }: { community?: string; locale: Locale }) {
  const who = await whoSends(community);
  if (!who) return null;
  return (
    <>
      <Hidden fields={{ [MARK]: who.mark }} />
      <p className="form-whose">{words(locale).inTheNameOf(who.called[locale])}</p>
    </>
  );
}
