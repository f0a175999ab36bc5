/** Unix seconds as a UTC date, "2026-06-04". */
export function formatDate(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 10);
}

/** Unix seconds as UTC with the day of the week, "Thu 2026-06-04 00:00:00". */
export function formatTime(timestamp: number): string {
  const date = new Date(timestamp * 1000);
  return `${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(0, 19).replace("T", " ")}`;
}
