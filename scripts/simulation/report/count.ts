const format = new Intl.NumberFormat("en-US");

/** A whole number for people: "10,000". */
export function count(amount: number): string {
  return format.format(amount);
}
