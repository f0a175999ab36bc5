/** What a node says of itself, at most so long: what looks like a URL may be its own, with a key. */
export function withoutAddresses(message: string, length: number): string {
  return message.replace(/\b\w+:\/\/\S+/g, "…").slice(0, length);
}
