export type { EventArgs, EventContract, EventFilter, EventName, EventOf } from "./EventArgs.js";
export { LogsRefusedError } from "./LogsRefusedError.js";
export { readEvents } from "./readEvents.js";
export { type HistoryEntry, readHistory } from "./readHistory.js";
export { type LogFilter, readLogs } from "./readLogs.js";
