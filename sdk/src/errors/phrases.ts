import { formatEther, formatUnits, ZeroAddress } from "ethers";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
const WEEK = 7n * DAY;
const WALLET_PERIOD = 4n * WEEK;

/** The last second that JavaScript's calendar knows. */
const LAST_DATE = 8_640_000_000_000n;

/** Presets, in weeks. */
const PRESETS = [4n, 8n, 12n, 26n, 52n, 78n, 104n];

/** 1234567n → "1,234,567". */
export function count(value: bigint): string {
  return grouped(value.toString());
}

/** "1 report", "2 reports". */
export function counted(value: bigint, noun: string): string {
  return `${count(value)} ${noun}${value === 1n ? "" : "s"}`;
}

/** An amount of 18 decimals, exact: "1,000.5 WCT". */
export function wct(wei: bigint): string {
  return `${decimal(wei)} WCT`;
}

/** Stake weight or votes, exact: "1,000.5". */
export function decimal(wei: bigint): string {
  const [whole, fraction] = formatEther(wei).split(".") as [string, string];
  return fraction === "0" ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/** A score or uptime of 1e18 fixed point to four places, rounded down: "0.8012". */
export function score(value: bigint): string {
  return formatUnits(value / 10n ** 14n, 4).replace(/\.0$/, "");
}

/** Parts of 10,000: "0.5%". */
export function percent(bps: bigint): string {
  return `${formatUnits(bps, 2).replace(/\.0$/, "")}%`;
}

/** "2026-11-26 00:00 UTC", with seconds where there are some. */
export function date(timestamp: bigint): string {
  if (timestamp > LAST_DATE) return "a time beyond every calendar";
  const [day, time] = new Date(Number(timestamp) * 1000).toISOString().split("T") as [string, string];
  return `${day} ${time.slice(0, timestamp % 60n === 0n ? 5 : 8)} UTC`;
}

/** The two largest units that are not 0: "6 days 3 hours". */
export function duration(seconds: bigint): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const [unit, size] of [
    ["week", WEEK],
    ["day", DAY],
    ["hour", HOUR],
    ["minute", 60n],
    ["second", 1n],
  ] as const) {
    const whole = rest / size;
    rest %= size;
    if (whole !== 0n && parts.length < 2) parts.push(counted(whole, unit));
  }
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}

/** "12 weeks". */
export function weeks(value: bigint): string {
  return counted(value, "week");
}

/** "the week from 2026-11-26 00:00 UTC". */
export function week(weekStart: bigint): string {
  return `the week from ${date(weekStart)}`;
}

/** An epoch is a day: "epoch 20,783 (2026-11-26)". */
export function epoch(value: bigint): string {
  return `epoch ${count(value)} (${dayOf(value * DAY)})`;
}

/** A wallet period is four weeks: "period 742 (2026-11-19 to 2026-12-17)". */
export function period(value: bigint): string {
  return `period ${count(value)} (${dayOf(value * WALLET_PERIOD)} to ${dayOf((value + 1n) * WALLET_PERIOD)})`;
}

/** The presets as one says them. */
export const presets = "4, 8, 12, 26, 52, 78 or 104 weeks";

/** The shortest preset that lasts at least so many seconds; undefined if none does. */
export function presetOf(seconds: bigint): bigint | undefined {
  return PRESETS.find((preset) => preset * WEEK >= seconds);
}

/** The week starts before and after a time. */
export function weekStartsAround(timestamp: bigint): [bigint, bigint] {
  const before = timestamp - (timestamp % WEEK);
  return [before, before + WEEK];
}

/** A hash, shortened: "0x1234abcd…". */
export function hash(value: string): string {
  return value.length > 12 ? `${value.slice(0, 10)}…` : value;
}

/** An account, or that it is none. */
export function account(address: string): string {
  return address === ZeroAddress ? "the zero address" : address;
}

/** As it stands at the beginning of a sentence; an address stays as it is. */
export function capital(text: string): string {
  return /^0x/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function dayOf(timestamp: bigint): string {
  return timestamp > LAST_DATE ? "beyond every calendar" : date(timestamp).slice(0, -" 00:00 UTC".length);
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
