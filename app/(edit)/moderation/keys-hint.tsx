/** The keys that work in a queue, where there is JavaScript. */
export const KeysHint = () => (
  <p className="text-quiet noscript:hidden">
    Keys: <kbd>j</kbd> and <kbd>k</kbd> move to the next and the previous item, <kbd>a</kbd>{' '}
    approves it, <kbd>r</kbd> reverts or declines it. They are turned off together with <kbd>/</kbd>
    , at the end of the page.
  </p>
);
