import { type Layer, layersOf, messageOf, textOf, valueOf } from "./layers.js";

const URLS = /\b(?:https?|wss?):\/\/[^\s"'<>()[\]{}\\]+/gi;

/** An error as it is; if it tells a URL, which may hold a key, a copy that tells of it no more than the host. */
export function redacted(error: unknown): unknown {
  return tellsUrl(error) ? copyOf(error as Layer) : error;
}

/** A text that tells of each URL in it no more than the host. */
export function withoutUrls(text: string): string {
  return text.replace(URLS, (url) => hostOf(url) ?? "…");
}

/** The host of a URL, with its port. */
export function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

function tellsUrl(error: unknown): boolean {
  return layersOf(error).some(
    (layer) =>
      valueOf(layer, "code") === "SERVER_ERROR" ||
      ["message", "stack", "requestUrl", "url"].some((key) => textOf(layer, key)?.match(URLS)) ||
      textOf(valueOf(layer, "request"), "url") !== undefined,
  );
}

function copyOf(error: Layer): Error {
  const cause = valueOf(error, "cause");
  const options = typeof cause === "object" && cause !== null ? { cause: copyOf(cause as Layer) } : undefined;
  const copy = new Error(withoutUrls(messageOf(error)), options);
  copy.name = textOf(error, "name") ?? "Error";
  const code = valueOf(error, "code");
  return typeof code === "string" || typeof code === "number" ? Object.assign(copy, { code }) : copy;
}
