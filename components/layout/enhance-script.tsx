/**
 * Loads the only script of the read section in parallel and runs it once the page is complete: running it between two chunks of a large
 * table would force another layout.
 */
export function EnhanceScript() {
  return <script defer src="/enhance.js" />;
}
