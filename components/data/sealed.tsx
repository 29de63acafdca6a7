/** A text with the whole fingerprint that was made of it: whoever distrusts it makes it anew. */
export const Sealed = ({ title, text, hash }: { title: string; text: string; hash: string }) => (
  <details className="no-print">
    <summary className="tap">{title}</summary>
    <pre className="canonical">{text}</pre>
    <p>
      SHA-256: <code className="hash">{hash}</code>
    </p>
  </details>
);
