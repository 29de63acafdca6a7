/** Says that the people and numbers of this page are invented. */
export function Invented({ text }: { text: string }) {
  return (
    <div className="invented" role="note">
      <p>{text}</p>
    </div>
  );
}
