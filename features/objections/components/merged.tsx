import { Notice } from '@/components/page/notice';
import { messages } from '@/features/objections/messages';
import { Act } from '@/features/proposals/components/act';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  no: number;
  into: number;
  crumb: { href: string; label: string };
  locale: Locale;
}

/** Stands in the place of an act on an objection that was merged into another. */
export function Merged({ no, into, crumb, locale }: Props) {
  const t = pick(messages, locale);
  return (
    <Act crumb={crumb} title={t.sheet.no(no)}>
      <Notice kind="warn">
        <p>{t.merged.title(no, into)}</p>
        <p>
          <a className="tap" href={`${crumb.href}#objection-${into}`}>
            {t.merged.goOn(into)}
          </a>
        </p>
      </Notice>
    </Act>
  );
}
