/** Bytes as they travel in JSON. Works wherever there is `btoa`, which takes characters for bytes. */
export function toBase64(bytes: Uint8Array): string {
  // Piece by piece, since a function takes only so many arguments.
  const PIECE = 0x8000;
  let characters = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    characters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(characters);
}

/** The bytes again; a throw where it is no base64. */
export function fromBase64(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  // `Uint8Array.from` would make a list of all characters first: twenty seconds for the largest file that is imported.
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
