/** The shape of a health mark (components/text/health-mark.tsx) in the text colour; nothing if there is no score. */
export function HealthShape({ filled }: { filled: number | undefined }) {
  if (filled === undefined) return null;
  return (
    <svg width="20" height="20" viewBox="0 0 26 26" style={{ marginRight: 10 }}>
      <circle cx="13" cy="13" r="11" fill="none" stroke="currentColor" strokeWidth="3" />
      {filled === 1 && <circle cx="13" cy="13" r="11" fill="currentColor" />}
      {filled === 0.5 && <path d="M13 2a11 11 0 0 0 0 22z" fill="currentColor" />}
    </svg>
  );
}
