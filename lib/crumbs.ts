/** What an act leaves in the browser for the page it leads to: which page that is, and what the button said. */
export const CRUMBS = { page: 'done', button: 'did' } as const;

const spent = Object.values(CRUMBS).map((crumb) => `${crumb}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
const isCrumb = (cookie: string) => Object.values(CRUMBS).some((crumb) => cookie.startsWith(`${crumb}=`));

/** The same cookies to be set, but that nothing is left for a page: it has said so. */
export const crumbsSpent = (set: readonly string[]): string[] => [...set.filter((one) => !isCrumb(one)), ...spent];
