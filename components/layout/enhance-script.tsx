/**
 * Asks for the one script of the read half while the page is read, and runs it when all of the page is there: between two
 * pieces of a large table it would have the browser lay out again what it has.
 */
export function EnhanceScript() {
  return <script defer src="/enhance.js" />;
}
