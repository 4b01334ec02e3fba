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
export const fromBase64 = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), character => character.charCodeAt(0));
