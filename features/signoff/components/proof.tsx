import { messages } from '@/features/signoff/messages';
import type { boardResolutionByNo } from '@/features/signoff/queries/resolution';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

type Made = NonNullable<Awaited<ReturnType<typeof boardResolutionByNo>>>;

/** On paper the fingerprint and the number of the entry are enough; how one comes from the other is read on the page. */
const Hash = ({ children, className }: { children: string; className?: string }) => (
  <p className={className}>
    <code className="hash">{children}</code>
  </p>
);

const Text = ({ title, children }: { title: string; children: string }) => (
  <details className="no-print">
    <summary className="tap">{title}</summary>
    <pre className="canonical">{children}</pre>
  </details>
);

/** From the text to its fingerprint, from that to the entry of the record: each step with what went into it. */
export function Proof({ made, locale, slug }: { made: Made; locale: Locale; slug: string }) {
  const t = pick(messages, locale).resolution.check;
  const { entry, leaf } = made;
  return (
    <>
      <p>{made.isSigned ? t.text : t.otherText}</p>
      <Hash>{made.hash}</Hash>
      <Text title={t.canonical}>{made.canonical}</Text>
      {leaf === null ? (
        <p>{t.tomorrow}</p>
      ) : (
        <>
          <p className="no-print">{entry ? t.entry(leaf) : t.otherEntry(leaf)}</p>
          {entry && (
            <>
              <Hash className="no-print">{entry.hash}</Hash>
              <Text title={t.content}>{entry.content}</Text>
              <Text title={t.input}>{entry.input}</Text>
              <p className="soft no-print">{t.how}</p>
            </>
          )}
          <p>
            <a className="tap" href={to.recordEntry(locale, slug, leaf)}>
              {t.leaf(leaf)}
            </a>
          </p>
        </>
      )}
    </>
  );
}
