const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const units = [
  ["week", WEEK],
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
  ["second", 1],
] as const;

/** "Thu 2026-11-26 00:00 UTC". */
export function formatDate(timestamp: bigint | number): string {
  const date = new Date(Number(timestamp) * 1000);
  const day = date.toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" });
  return `${day} ${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** "2026-11-26", for weeks and epochs, which begin at 00:00 UTC. */
export function formatDay(timestamp: bigint | number): string {
  return new Date(Number(timestamp) * 1000).toISOString().slice(0, 10);
}

/** "3 weeks 2 days": the two largest units. */
export function formatDuration(seconds: bigint | number): string {
  let rest = Number(seconds);
  const first = units.findIndex(([, length]) => rest >= length);
  if (first === -1) return "0 seconds";
  const parts: string[] = [];
  for (const [name, length] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return parts.join(" ");
}

/** "in 3 weeks 2 days", "5 hours ago", "now". */
export function formatRelative(timestamp: bigint | number, now: bigint | number): string {
  const distance = Number(timestamp) - Number(now);
  if (distance === 0) return "now";
  return distance > 0 ? `in ${formatDuration(distance)}` : `${formatDuration(-distance)} ago`;
}

/** "Thu 2026-11-26 00:00 UTC (in 3 weeks 2 days)". */
export function formatMoment(timestamp: bigint | number, now: bigint | number): string {
  return `${formatDate(timestamp)} (${formatRelative(timestamp, now)})`;
}
