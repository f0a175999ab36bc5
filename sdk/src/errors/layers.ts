/** An error, or what it wraps; nothing is known of it. */
export type Layer = Readonly<Record<string, unknown>>;

/** Under which names libraries and nodes keep what they wrap; never what was sent (`transaction`, `payload`, `request`). */
const WRAPPINGS = ["error", "info", "data", "cause", "originalError", "errors", "body", "responseBody"];

/** Nobody wraps deeper, and no error has more of them. */
const MAX_DEPTH = 8;
const MAX_LAYERS = 100;

/** An error and all that it wraps, the outermost first. Reads nothing that throws. */
export function layersOf(error: unknown): Layer[] {
  const found = new Set<Layer>();
  let current = [error];
  for (let depth = 0; depth < MAX_DEPTH && current.length > 0; ++depth) {
    const layers = current.map(opened).filter((layer) => layer !== undefined && !found.has(layer)) as Layer[];
    for (const layer of layers) if (found.size < MAX_LAYERS) found.add(layer);
    current = layers.flatMap(wrappedIn);
  }
  return [...found];
}

function wrappedIn(layer: Layer): unknown[] {
  const wrapped = WRAPPINGS.flatMap((key) => {
    const value = valueOf(layer, key);
    return Array.isArray(value) ? (value as unknown[]) : [value];
  });
  // Ganache keeps what it says by the transaction's hash.
  const byHash = Object.keys(layer).filter((key) => /^0x[0-9a-f]{64}$/i.test(key));
  return [...wrapped, ...byHash.map((key) => valueOf(layer, key))];
}

/** An object, or the one that a text is the JSON of. */
function opened(value: unknown): Layer | undefined {
  if (typeof value === "object" && value !== null) return value as Layer;
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(value) as Layer;
  } catch {
    return undefined;
  }
}

/** A property, undefined if it cannot be read. */
export function valueOf(layer: unknown, key: string): unknown {
  if (typeof layer !== "object" || layer === null) return undefined;
  try {
    return (layer as Layer)[key];
  } catch {
    return undefined;
  }
}

/** A property that is a text. */
export function textOf(layer: unknown, key: string): string | undefined {
  const value = valueOf(layer, key);
  return typeof value === "string" ? value : undefined;
}

/** What a layer says, in short: ethers' message has the whole request in it. */
export function messageOf(layer: Layer): string {
  return textOf(layer, "shortMessage") ?? textOf(layer, "message") ?? "";
}

/** The transactions and calls that a layer tells to have been sent: objects, or signed and encoded. */
export function transactionsIn(layer: Layer): unknown[] {
  const params = valueOf(valueOf(layer, "payload"), "params");
  return [valueOf(layer, "transaction"), valueOf(layer, "tx"), ...(Array.isArray(params) ? (params as unknown[]) : [])];
}
