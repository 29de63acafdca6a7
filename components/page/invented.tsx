/** Says that the people and numbers of this page are invented. */
export function Invented({ text }: { text: string }) {
  return (
    <aside className="invented" aria-labelledby="invented">
      <p id="invented">{text}</p>
    </aside>
  );
}
