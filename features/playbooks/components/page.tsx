import { PageTitle } from '@/components/page/title';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { One } from '../queries/listed';
import { Playbook } from './playbook';
import { communityOf } from './playbook-list';

/** One playbook as it hangs, under a way back to the list it was found in. */
export function PlaybookPage({ one, back, locale }: { one: One; back: string; locale: Locale }) {
  const t = pick(messages, locale);
  const by = t.one.by(t.one.roles[one.role] ?? '', communityOf(one, locale), formatDate(one.drawnAt, locale));
  return (
    <>
      <PageTitle
        crumb={<a href={back}>{t.one.crumb}</a>}
        title={one.name}
        lead={`${t.one.no(one.no)} · ${by}`}
        {...(one.retired && { state: { tone: 'seal' as const, text: t.list.retired } })}
      />
      <Playbook one={one} locale={locale} />
      <p className="crumb no-print also">{t.list.print}</p>
    </>
  );
}
