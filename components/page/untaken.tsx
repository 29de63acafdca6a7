import { words } from '@/components/messages';
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
      <h2>{t.summary(0)}</h2>
      <p>{refusal.message}</p>
      {refusal.way && (
        <p>
          <a className="tap" href={refusal.way.href}>
            {refusal.way.label}
          </a>
        </p>
      )}
      {Object.entries(refusal.fieldErrors ?? {}).map(([name, error]) => (
        <p key={name}>{error}</p>
      ))}
      {post.words.length > 0 && <p>{t.yourWords}</p>}
      {post.words.map((one) => (
        <blockquote key={one}>{one}</blockquote>
      ))}
    </div>
  );
}
