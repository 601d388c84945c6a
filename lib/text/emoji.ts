import { nameToEmoji } from 'gemoji';

/** Replaces codes such as `:rocket:` with GitHub's emoji. Unknown codes are left unchanged. */
export function withEmoji(text: string): string {
  const [first = '', ...parts] = text.split(':');
  let result = first;
  // False if the colon before the part closed an emoji code.
  let isOpen = true;
  for (const [index, part] of parts.entries()) {
    const isBetweenColons: boolean = isOpen && index < parts.length - 1;
    const emoji: string | undefined = isBetweenColons ? emojiOf(part) : undefined;
    result += emoji ?? (isOpen ? `:${part}` : part);
    isOpen = emoji === undefined;
  }
  return result;
}

function emojiOf(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}
