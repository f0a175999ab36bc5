/** What tells of signals: the process. */
export interface SignalSource {
  on(signal: "SIGTERM" | "SIGINT", listener: () => void): unknown;
  off(signal: "SIGTERM" | "SIGINT", listener: () => void): unknown;
}

/** 128 and the number of SIGTERM, as shells have it. */
const KILLED = 143;

/** The first SIGTERM or SIGINT aborts `signal`, the second ends the process at once. */
export function watchSignals(
  source: SignalSource,
  exit: (code: number) => void,
): { signal: AbortSignal; end: () => void } {
  const stop = new AbortController();
  const listener = () => {
    if (stop.signal.aborted) exit(KILLED);
    stop.abort();
  };
  source.on("SIGTERM", listener);
  source.on("SIGINT", listener);
  return {
    signal: stop.signal,
    end: () => {
      source.off("SIGTERM", listener);
      source.off("SIGINT", listener);
    },
  };
}
