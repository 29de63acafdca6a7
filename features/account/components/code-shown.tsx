import { Notice } from '@/components/page/notice';
import { messages } from '@/features/account/messages';
import type { Locale } from '@/lib/edition';
import { env } from '@/lib/env';

interface Props {
  code: string | null;
  /** What to do where there is none to show. */
  otherwise: { says: string; href: string; label: string };
  locale: Locale;
}

/** In a demonstration no text message comes: the page shows the code, or says that none comes and what to do. */
export function CodeShown({ code, otherwise, locale }: Props) {
  if (!env.demonstration) return null;
  if (code !== null)
    return (
      <Notice kind="warn">
        <p>{messages[locale].demonstrationCode.shown(code)}</p>
      </Notice>
    );
  return (
    <Notice kind="warn">
      <p>{otherwise.says}</p>
      <p>
        <a className="tap" href={otherwise.href}>
          {otherwise.label}
        </a>
      </p>
    </Notice>
  );
}
