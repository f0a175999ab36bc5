/** "0xf39F…2266": where the whole address is known from elsewhere. */
export function formatAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
