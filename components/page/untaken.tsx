import { GivenBack, WaysOn } from '@/components/form/given-back';
import { words } from '@/components/messages';
import { IntoView } from '@/components/page/into-view';
import { laidAside } from '@/lib/aside';
import type { Locale } from '@/lib/edition';

/**
 * Says why a post was not taken, and gives its text back, on a page that has no form left to do so. Beside a form that
 * tells the same it is not shown.
 */
export function Untaken({ locale }: { locale: Locale }) {
  const post = laidAside();
  if (!post) return null;
  const t = words(locale);
  const { refusal } = post;
  return (
    <div className="untaken" role="alert" data-code={refusal.code}>
      <h2 id="untaken" tabIndex={-1}>
        {t.summary(0)}
      </h2>
      <p>{refusal.message}</p>
      <WaysOn refusal={refusal} />
      {Object.entries(refusal.fieldErrors ?? {}).map(([name, error]) => (
        <p key={name}>{error}</p>
      ))}
      <GivenBack said={post.words} locale={locale} />
      <IntoView of="untaken" focus />
    </div>
  );
}
