const marks = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Decodes a text file: UTF-16 if it has that byte order mark, as PowerShell writes files, else UTF-8. Invalid bytes become replacement
 * characters, which spoil only their own lines.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  return new TextDecoder(mark?.encoding ?? 'utf-8').decode(bytes);
}
