/** One ABI word of a whole number or an address. */
export function word(value: bigint | number | string): string {
  return (typeof value === "string" ? value.slice(2) : value.toString(16)).padStart(64, "0");
}
