/** Marks a page in its head as not found; written by app/(read)/missing-page.tsx. */
const MARK = Buffer.from('<meta name="prerender-status-code" content="404"/>');

const END_OF_HEAD = Buffer.from('</head>');

/** Whether a complete page is marked as not found. */
export function isMissing(document: Buffer): boolean {
  const head = document.subarray(0, Math.max(0, document.indexOf(END_OF_HEAD)));
  return head.includes(MARK);
}
