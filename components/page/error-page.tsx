import type { ReactNode } from 'react';

export type ErrorPageProps = {
  title: string;
  text: string;
  /** What the reader can do now. */
  way: { href: string; label: string };
  /** The number under which the fault stands in the log. */
  reference?: string;
  children?: ReactNode;
};

/** The body of a page for what is missing, refused or broken: says what happened and gives a way on. */
export function ErrorPage({ title, text, way, reference, children }: ErrorPageProps) {
  return (
    <>
      <title>{`${title} · 同心议事`}</title>
      {reference && <p className="crumb">{reference}</p>}
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {children}
      <div className="actions">
        <a className="btn" href={way.href}>
          {way.label}
        </a>
      </div>
    </>
  );
}
