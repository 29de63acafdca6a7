import type { ReactNode } from 'react';

/** Says that the people and numbers of this page are invented, and on asking what is not. */
export function Invented({
  text,
  why,
  over,
  children,
}: {
  text: string;
  why: { ask: string; text: string };
  over?: string;
  children?: ReactNode;
}) {
  return (
    <aside className="invented" aria-labelledby="invented">
      <details>
        <summary>
          <span id="invented">{text}</span> <span>{why.ask}</span>
        </summary>
        <p>{why.text}</p>
      </details>
      {over && <p>{over}</p>}
      {children}
    </aside>
  );
}
