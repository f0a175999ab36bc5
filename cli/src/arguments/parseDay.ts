import { InvalidArgumentError } from "commander";

/** A day, "2026-11-26", as its first second in UTC. */
export function parseDay(text: string): bigint {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // 2026-02-30 is read as the 2nd of March otherwise.
  const isDay = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
  if (isDay && milliseconds < 0) throw new InvalidArgumentError("It lies before 1970, when time began to be counted.");
  if (!isDay) throw new InvalidArgumentError("It must be a day of the calendar like 2026-11-26.");
  return BigInt(milliseconds / 1000);
}
