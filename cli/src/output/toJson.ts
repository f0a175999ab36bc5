/** JSON for programs: amounts in wei as decimal strings, what is not there as null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : (each ?? null)), 2);
}
