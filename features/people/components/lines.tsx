import type { ReactNode } from 'react';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';

export type Line = string | { text: string; href: string };

interface Props {
  id?: string;
  title: string;
  lines: readonly Line[];
  /** To be looked at before anything else is done. */
  warn?: boolean | undefined;
  /** What stands below them. */
  children?: ReactNode;
}

/** What a sheet would do: a heading and a line each; nothing where there is none. */
export function Lines({ id, title, lines, warn, children }: Props) {
  if (lines.length === 0) return null;
  const list = (
    <>
      <ul>
        {lines.map((line) =>
          typeof line === 'string' ? (
            <li key={line}>{line}</li>
          ) : (
            <li key={line.href}>
              <a className="tap" href={line.href}>
                {line.text}
              </a>
            </li>
          ),
        )}
      </ul>
      {children}
    </>
  );
  return warn ? (
    <Notice kind="warn" title={title}>
      {list}
    </Notice>
  ) : (
    <Section title={title} {...(id && { id })}>
      {list}
    </Section>
  );
}
