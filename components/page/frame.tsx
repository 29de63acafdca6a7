import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { Call, type Telephone } from '@/components/page/call';
import { messages } from '@/components/page/messages';
import { Ring } from '@/components/page/telephone';
import { leaflet } from '@/lib/addresses';
import { pathAsked } from '@/lib/done';
import { type Edition, isBig, localeOf } from '@/lib/edition';
import { LEAFLETS } from '@/lib/segments';

/** `alone`: it stands for its own page, not for those below it. */
/** `folded`: among the others, on demand. */
export type NavLink = { href: string; label: string; alone?: true; folded?: true };

/** So many ways stand open on a bar that has more. */
const OPEN = 7;
/** Rooms of a bar: the first open, the others on demand; two more are not worth a fold. */
export const withFold = (links: readonly NavLink[]): NavLink[] =>
  links.map((link, at) => (links.length > OPEN + 1 && at >= OPEN ? { ...link, folded: true } : link));

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
  /** Whom residents turn to: in large print within reach, otherwise at the foot, and there alone in the rooms of `offices`. */
  call: { telephones?: readonly Telephone[]; slug?: string; choose?: string; offices?: boolean };
  /** One narrow column, for forms and doors. */
  narrow?: boolean;
  children: ReactNode;
};

/** The bar, the text, the foot. Elder mode is one tap away and needs no scripts. */
export function Frame(props: FrameProps) {
  const { edition, name, nameHref, nav, back, invented, footer, call, narrow, children } = props;
  const locale = localeOf(edition);
  const big = isBig(edition);
  const { slug, choose, offices } = call;
  const telephones = (call.telephones ?? []).filter(({ telephone }) => telephone !== '');
  const isInReach = big && !offices;
  const t = words(locale);
  const path = pathAsked();
  const here = linkHere(nav, path);
  const isOpen = (link: NavLink) => !link.folded || link === here;
  const folded = nav.filter((link) => !isOpen(link));
  const way = (link: NavLink) => (
    <li key={link.href}>
      <a href={link.href} aria-current={link !== here ? undefined : link.href === path ? 'page' : 'true'}>
        {link.label}
      </a>
    </li>
  );
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
                {nav.filter(isOpen).map(way)}
                {folded.length > 0 && (
                  <li>
                    <details>
                      <summary>{t.more}</summary>
                      <ul>{folded.map(way)}</ul>
                    </details>
                  </li>
                )}
              </ul>
            </nav>
          )}
        </div>
      </header>
      {invented}
      <main id="main" tabIndex={-1} className={narrow ? 'page page-narrow' : 'page'}>
        <div className="page-body">
          {children}
          {isInReach && <Call telephones={telephones} slug={slug} choose={choose} locale={locale} />}
        </div>
      </main>
      <footer className="foot">
        <div className="foot-inner">
          {footer}
          {!isInReach &&
            telephones.map(({ name, telephone }) => (
              <p key={telephone}>
                <Ring number={telephone} says={messages[locale].call.telephone(telephone, name)} />
              </p>
            ))}
          <nav aria-label={t.leaflets}>
            {LEAFLETS.map((name) => (
              <a
                key={name}
                href={leaflet(locale, name)}
                aria-current={leaflet(locale, name) === path ? 'page' : undefined}
              >
                {t.leaflet[name]}
              </a>
            ))}
          </nav>
        </div>
      </footer>
    </>
  );
}
