import type { ReactNode } from 'react';
import { IntoView } from '@/components/page/into-view';

export type NoticeKind = 'info' | 'warn' | 'danger';

/** A framed message. The title says in words what the frame says in colour. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  kind?: NoticeKind;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={kind === 'info' ? 'notice' : `notice notice-${kind}`} role={kind === 'info' ? undefined : 'status'}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** What has just been done, said to those who look and to those who listen; what comes next stands below it. */
export function Done({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice notice-done" role="status" id="done">
      <p className="notice-title">{title}</p>
      {children}
      <IntoView of="done" />
    </div>
  );
}

/** What a list says when nothing is in it, and what one can do about that. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
