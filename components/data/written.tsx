/** What somebody wrote: in its lines, and whichever way it turns, it turns nothing around it. */
export const Written = ({ children }: { children: string | null | undefined }) => (
  <bdi className="written">{children}</bdi>
);
