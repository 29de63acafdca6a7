import { SheetUpload } from '@/components/form/sheet-upload';
import { Section } from '@/components/page/section';
import { messages } from '@/features/exchange/messages';
import type { orderImports } from '@/features/exchange/queries';
import type { Locale } from '@/lib/edition';
import { formatMoment } from '@/lib/words';

interface Props {
  imports: NonNullable<Awaited<ReturnType<typeof orderImports>>>;
  community: string;
  locale: Locale;
  /** Why a sheet was not read. */
  problem?: string | undefined;
}

export function Imports({ imports, community, locale, problem }: Props) {
  const t = messages[locale];
  return (
    <>
      <SheetUpload
        action="/api/orders"
        words={t}
        send={t.send}
        community={community}
        locale={locale}
        problem={problem}
      />
      {imports.length > 0 && (
        <Section title={t.imports}>
          <ul>
            {imports.map((one) => (
              <li key={one.id}>{t.imported(one, formatMoment(one.at, locale), one.by ?? t.byServer)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
