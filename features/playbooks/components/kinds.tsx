import { KINDS, type Kind } from '@/db/words/proposals';
import { messages as proposals } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

/** The board chooses by its address. */
export function Kinds({ of, slug, locale }: { of: Kind | null; slug: string; locale: Locale }) {
  const t = pick(messages, locale).list;
  const { kinds } = pick(proposals, locale);
  return (
    <nav aria-label={t.kinds} className="tabs no-print">
      <a href={to.playbooks(locale, slug)} aria-current={of === null ? 'page' : undefined}>
        {t.allKinds}
      </a>
      {KINDS.map((kind, at) => (
        <a key={kind} href={to.playbooksOfKind(locale, slug, at + 1)} aria-current={of === kind ? 'page' : undefined}>
          {kinds[kind]}
        </a>
      ))}
    </nav>
  );
}
