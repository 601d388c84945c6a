/** A fact that nobody has found out yet; not zero, not no. */
export function Unknown() {
  return (
    <span className="text-quiet">
      <span aria-hidden="true">–</span>
      <span className="sr-only">unknown</span>
    </span>
  );
}
