/** Says that the people and numbers of this page are invented, and on asking what is not. */
export function Invented({ text, why, over }: { text: string; why: { ask: string; text: string }; over?: string }) {
  return (
    <aside className="invented" aria-labelledby="invented">
      <details>
        <summary>
          <span id="invented">{text}</span> <span>{why.ask}</span>
        </summary>
        <p>{why.text}</p>
      </details>
      {over && <p>{over}</p>}
    </aside>
  );
}
