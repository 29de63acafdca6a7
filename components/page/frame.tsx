import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { Call } from '@/components/page/call';
import { leaflet } from '@/lib/addresses';
import { pathAsked } from '@/lib/done';
import { type Edition, isBig, localeOf } from '@/lib/edition';
import { LEAFLETS } from '@/lib/segments';

/** `alone`: it stands for its own page, not for those below it. */
export type NavLink = { href: string; label: string; alone?: true };

/** The link to the page one is on, or to what it lies below. */
function linkHere(nav: readonly NavLink[], here: string): NavLink | undefined {
  const leads = ({ href, alone }: NavLink) => here === href || (!alone && here.startsWith(`${href}/`));
  return [...nav].filter(leads).sort((a, b) => b.href.length - a.href.length)[0];
}

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
  /** Whom residents turn to; undefined in the rooms of those they turn to. */
  call?: { telephone?: string; slug?: string };
  /** One narrow column, for forms and doors. */
  narrow?: boolean;
  children: ReactNode;
};

/** The bar, the text, the foot. Elder mode is one tap away and needs no scripts. */
export function Frame(props: FrameProps) {
  const { edition, name, nameHref, nav, back, invented, footer, call, narrow, children } = props;
  const locale = localeOf(edition);
  const big = isBig(edition);
  const t = words(locale);
  const path = pathAsked();
  const here = linkHere(nav, path);
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
                    <a href={link.href} aria-current={link !== here ? undefined : link.href === path ? 'page' : 'true'}>
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
        <div className="page-body">
          {children}
          {big && call && <Call {...call} locale={locale} />}
        </div>
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
