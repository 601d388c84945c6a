import { make } from './make';

/** How long the answer stands, in milliseconds. */
const SHOWN = 4000;

/** A button that copies `data-text`, or the file at `data-src`. The label is `data-label`. */
export class CopyText extends HTMLElement {
  readonly #status = make('span', { role: 'status' });
  #fading = 0;

  connectedCallback(): void {
    // Browsers give the clipboard to pages from https and localhost only.
    if (!window.isSecureContext || this.hasChildNodes()) return;
    const button = make('button', { type: 'button' }, this.dataset['label'] ?? 'Copy');
    button.addEventListener('click', () => void this.#copy());
    this.append(button, this.#status);
  }

  async #copy(): Promise<void> {
    this.#say('');
    try {
      await (this.dataset['src'] === undefined
        ? navigator.clipboard.writeText(this.dataset['text'] ?? '')
        : copyFile(this.dataset['src']));
      this.#say('Copied');
    } catch {
      this.#say('Could not copy');
    }
  }

  #say(words: string): void {
    this.#status.textContent = words;
    clearTimeout(this.#fading);
    this.#fading = window.setTimeout(() => {
      this.#status.textContent = '';
    }, SHOWN);
  }
}

/** Safari writes only within the click itself, so the clipboard gets the promise of the text. */
function copyFile(address: string): Promise<void> {
  const file = readFile(address);
  // Where the clipboard refuses at once, nobody else waits for the file.
  file.catch(() => undefined);
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': file })]);
}

async function readFile(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return new Blob([await response.text()], { type: 'text/plain' });
}
