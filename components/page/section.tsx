import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { isBigAsked, localeAsked } from '@/lib/done';

interface SectionProps {
  title: string;
  /** Makes it a place one can link to. */
  id?: string;
  /** What it comes to, in a sentence: in large print all that is shown of it until it is opened. */
  brief?: string;
  /** One of many that are alike: folded in any print. */
  folded?: boolean;
  children: ReactNode;
}

/** A heading and what stands under it. */
export function Section({ title, id, brief, folded, children }: SectionProps) {
  const t = words(localeAsked());
  if (brief && (folded || isBigAsked())) {
    return (
      <details className="fold" id={id}>
        <summary>
          <h2>{title}</h2>
          <small>{brief}</small>
          <span className="fold-open">{t.open}</span>
          <span className="fold-close">{t.close}</span>
        </summary>
        {children}
      </details>
    );
  }
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The text and, on a wide page, a figure that stays beside it; on a phone the figure comes first. */
export function Story({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="story">
      <div>{children}</div>
      <div className="story-aside">{aside}</div>
    </div>
  );
}

/** So many are listed as they are. */
const FEW = 3;

/** A list that stands open while it is short; a long one on demand. */
export function OnDemand({ count, label, children }: { count: number; label: string; children: ReactNode }) {
  if (count <= FEW) return children;
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  );
}

interface ContentsProps {
  label: string;
  items: readonly { id: string; title: string }[];
  unfolded?: boolean;
}

/** A document that stands out on the page: a resolution, a receipt. A `<Seal>` as last child stands at its right. */
export function Sheet({ children, seal }: { children: ReactNode; seal?: ReactNode }) {
  return (
    <div className="sheet">
      <div>{children}</div>
      {seal}
    </div>
  );
}

/** What stands on a long page, to go there. In large print what is folded is its own contents, but where nothing is: `unfolded`. */
export function Contents({ label, items, unfolded }: ContentsProps) {
  if (items.length < 3 || (!unfolded && isBigAsked())) return null;
  return (
    <nav className="contents" aria-label={label}>
      {items.map(({ id, title }) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

/** A row of links and buttons; on a phone one below the other. `near`: the act of the page, which stays in reach there. */
export function Actions({ near, children }: { near?: boolean; children: ReactNode }) {
  return <div className={near ? 'actions actions-near' : 'actions'}>{children}</div>;
}

export function ActionLink({ href, ghost, children }: { href: string; ghost?: boolean; children: ReactNode }) {
  return (
    <a className={ghost ? 'btn btn-ghost' : 'btn'} href={href}>
      {children}
    </a>
  );
}

/** What is put up on a wall: one sheet of paper, set larger when little stands on it. */
export function OnePage({ hint, roomy, children }: { hint: string; roomy?: boolean; children: ReactNode }) {
  return (
    <div className={roomy ? 'a4 one-page one-page-roomy' : 'a4 one-page'}>
      {children}
      <p className="crumb no-print also">{hint}</p>
    </div>
  );
}
