import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { leaflet } from '@/lib/addresses';
import { type Edition, isBig, localeOf } from '@/lib/edition';
import { LEAFLETS } from '@/lib/segments';

export type NavLink = { href: string; label: string; current?: boolean };

export type FrameProps = {
  edition: Edition;
  /** Whose board this is; without it the bar bears the product's name alone. */
  name?: string;
  nameHref: string;
  nav: readonly NavLink[];
  /** Where the change of edition returns to; left out, the server goes by the Referer. */
  back?: string;
  /** A line on top of every page that shows invented people and numbers. */
  invented?: ReactNode;
  footer?: ReactNode;
  /** One narrow column, for forms and doors. */
  narrow?: boolean;
  children: ReactNode;
};

/** The bar, the text, the foot. Elder mode is one tap away and needs no scripts. */
export function Frame(props: FrameProps) {
  const { edition, name, nameHref, nav, back, invented, footer, narrow, children } = props;
  const locale = localeOf(edition);
  const big = isBig(edition);
  const t = words(locale);
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="bar">
        <div className="bar-inner">
          <a className="brand" href={nameHref}>
            {name ? (
              <>
                <span>{name}</span>
                <small>
                  <span className="brand-dot" aria-hidden="true">
                    ·
                  </span>
                  {t.product}
                </small>
              </>
            ) : (
              <span>{t.product}</span>
            )}
          </a>
          <div className="tools">
            <form method="post" action="/api/edition">
              {back && <input type="hidden" name="back" value={back} />}
              <button
                type="submit"
                name="language"
                value={locale === 'zh' ? 'en' : 'zh'}
                lang={locale === 'zh' ? 'en' : 'zh-CN'}
              >
                <span>{t.otherLanguage}</span>
              </button>
              <button
                type="submit"
                name="size"
                value={big ? 'standard' : 'big'}
                title={big ? t.standardHint : t.elderHint}
              >
                <span>{big ? t.standard : t.elder}</span>
              </button>
            </form>
          </div>
          {nav.length > 0 && (
            <nav className="nav" aria-label={t.navigation}>
              <ul>
                {nav.map((link) => (
                  <li key={link.href}>
                    <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      {invented}
      <main id="main" tabIndex={-1} className={narrow ? 'page page-narrow' : 'page'}>
        <div className="page-body">{children}</div>
      </main>
      <footer className="foot">
        <div className="foot-inner">
          {footer}
          <nav aria-label={t.leaflets}>
            {LEAFLETS.map((name) => (
              <a key={name} href={leaflet(locale, name)}>
                {t.leaflet[name]}
              </a>
            ))}
          </nav>
        </div>
      </footer>
    </>
  );
}
