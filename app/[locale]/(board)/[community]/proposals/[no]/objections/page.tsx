import { messages as page } from '@/components/page/messages';
import { Missing } from '@/components/page/missing';
import { OnePage } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Sheet } from '@/features/objections/components/sheet';
import { messages } from '@/features/objections/messages';
import { boardObjections } from '@/features/objections/queries';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import { localeFrom, numberFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale: segment, community: slug, no: given } = await params;
  const locale = localeFrom(segment);
  const no = numberFrom(given);
  const sheet = no ? await boardObjections(slug, { no }) : undefined;
  if (!sheet) {
    missing();
    return <Missing locale={locale} slug={slug} />;
  }
  const t = pick(messages, locale).sheet;
  return (
    <OnePage hint={page[locale].onePage} roomy={sheet.lines.length <= 16}>
      <PageTitle
        crumb={<a href={to.proposal(locale, slug, sheet.no)}>{sheet.title}</a>}
        title={t.title}
        lead={sheet.lines.length > 0 ? t.lead(sheet.lines.length, sheet.open) : undefined}
      />
      <Sheet lines={sheet.lines} locale={locale} />
    </OnePage>
  );
}
