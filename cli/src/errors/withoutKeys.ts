/** A text that quotes what was typed, without what may be a private key that went to the wrong place. */
export function withoutKeys(text: string): string {
  return text.replace(/\b(?:0x)?[0-9a-fA-F]{64}\b/g, "(what looks like a key)");
}
