import type { ReactNode } from 'react';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { justDone } from '@/lib/done';

interface ActProps {
  /** Where one came from. */
  crumb: { href: string; label: string };
  title: string;
  lead?: ReactNode;
  /** Why it cannot be done now, in words; then there is no form. */
  blocked?: string | null;
  /** Stands instead of the form and of any reason: what has to come first. */
  first?: ReactNode;
  /** The form. */
  children?: ReactNode;
}

/** Nothing is wrong where it cannot be done a second time because it has just been done. */
function Blocked({ why }: { why: string }) {
  if (justDone()) return <p>{why}</p>;
  return (
    <Notice kind="warn">
      <p>{why}</p>
    </Notice>
  );
}

/** One act at its own address: what it does, and either the form or why it is not possible. */
export function Act({ crumb, title, lead, blocked, first, children }: ActProps) {
  return (
    <>
      <PageTitle crumb={<a href={crumb.href}>{crumb.label}</a>} title={title} lead={lead} />
      {first ?? (blocked ? <Blocked why={blocked} /> : children)}
    </>
  );
}
