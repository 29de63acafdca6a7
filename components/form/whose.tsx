import { Hidden } from '@/components/form/hidden';
import { words } from '@/components/messages';
import type { Locale } from '@/lib/edition';
import { MARK } from '@/lib/mark';
import { whoSends } from '@/lib/whose';

/** In whose name a form speaks, in words; nothing where nobody is signed in. */
export async function Whose({ community, locale }: { community?: string; locale: Locale }) {
  const who = await whoSends(community);
  return who && <p className="form-whose">{words(locale).inTheNameOf(who.called[locale])}</p>;
}

/** The same as the form carries it, above everything else: of a long form no more than its beginning may arrive. */
export async function Mark({ community }: { community?: string }) {
  const who = await whoSends(community);
  return who && <Hidden fields={{ [MARK]: who.mark }} />;
}
