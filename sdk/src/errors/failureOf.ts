import { Transaction } from "ethers";
import {
  InsufficientGasFundsError,
  type NodeFailure,
  NodeUnreachableError,
  NonceError,
  type NonceFailure,
  RejectedError,
} from "./failures.js";
import { type Layer, messageOf, textOf, transactionsIn, valueOf } from "./layers.js";
import { hostOf } from "./redacted.js";

/** What else than a contract's refusal a call failed of; undefined if it is none of what is known. */
export function failureOf(layers: readonly Layer[], options: ErrorOptions): Error | undefined {
  const codes = layers.map((layer) => valueOf(layer, "code"));
  const said = (pattern: RegExp) => layers.some((layer) => pattern.test(messageOf(layer)));

  if (
    codes.some((code) => code === "ACTION_REJECTED" || code === 4001) ||
    said(/\buser (denied|rejected|cancell?ed)/i)
  ) {
    return new RejectedError(options);
  }
  const nonceFailure = nonceFailureOf(codes, said);
  if (nonceFailure) return new NonceError(nonceFailure, options);
  if (codes.includes("INSUFFICIENT_FUNDS") || said(/insufficient funds|(doesn't|does not) have enough funds/i)) {
    return new InsufficientGasFundsError(senderOf(layers), options);
  }
  const node = nodeFailureOf(layers, codes, said);
  return node && new NodeUnreachableError(node.reason, nodeHostOf(layers), node.detail, options);
}

type Said = (pattern: RegExp) => boolean;

function nonceFailureOf(codes: readonly unknown[], said: Said): NonceFailure | undefined {
  if (codes.includes("REPLACEMENT_UNDERPRICED") || said(/replacement (transaction|fee).*(underpriced|too low)/i)) {
    return "underpriced";
  }
  if (said(/nonce (is )?too high/i)) return "ahead";
  if (said(/already known|known transaction|already imported/i)) return "known";
  if (codes.includes("NONCE_EXPIRED") || said(/nonce (is )?too low|nonce has already been used/i)) return "used";
  return undefined;
}

/** How a connection fails, by Node's and undici's codes. */
const TIMEOUTS = [
  "ETIMEDOUT",
  "ESOCKETTIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
];
const BREAKS = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "UND_ERR_SOCKET",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
];

/** What nodes say that are asked too often, in HTTP and in JSON-RPC. */
const RATE_LIMIT_CODES: readonly unknown[] = [429, -32005, -32016, -32029];
const RATE_LIMIT =
  /rate.?limit|too many requests|request (limit|count) (reached|exceeded)|compute units|capacity exceeded|quota/i;

/** They say the same when a single question is too large, which waiting does not help. */
const TOO_LARGE = /block range|query returned|response size|too many (results|logs|blocks)/i;

interface Failing {
  reason: NodeFailure;
  detail?: string;
}

function nodeFailureOf(layers: readonly Layer[], codes: readonly unknown[], said: Said): Failing | undefined {
  if (said(TOO_LARGE)) return undefined;
  const status = statusOf(layers);
  if (status === 429 || said(RATE_LIMIT) || codes.some((code) => RATE_LIMIT_CODES.includes(code))) {
    return { reason: "rateLimited", ...(status === undefined ? {} : { detail: `HTTP ${status}` }) };
  }
  if (status !== undefined) {
    const denied = status === 401 || status === 403;
    const gone = status === 404 || status === 410;
    const late = status === 408 || status === 504;
    const reason = denied ? "denied" : gone ? "unreachable" : late ? "timeout" : "failing";
    return { reason, detail: `HTTP ${status}` };
  }
  const code = (known: readonly string[]) => known.find((each) => codes.includes(each));
  const timeout = code(TIMEOUTS);
  if (timeout !== undefined) return { reason: "timeout", detail: timeout };
  // ethers also says so when a transaction is not mined in time, which is nobody's failure.
  if (layers.some(isRequestTimeout)) return { reason: "timeout" };
  const broken = code(BREAKS);
  if (broken !== undefined) return { reason: "unreachable", detail: broken };
  if (codes.includes("SERVER_ERROR")) return { reason: "failing" };
  if (codes.includes("NETWORK_ERROR") || said(/^fetch failed$|^Failed to fetch$|socket hang up/i)) {
    return { reason: "unreachable" };
  }
  return undefined;
}

function isRequestTimeout(layer: Layer): boolean {
  if (textOf(layer, "name") === "TimeoutError") return true;
  if (valueOf(layer, "code") !== "TIMEOUT") return false;
  return textOf(layer, "operation") === "request.send" || messageOf(layer) === "request timeout";
}

/** The HTTP status of an answer that was none; ethers makes one of its own, 599, of the last one that it had. */
function statusOf(layers: readonly Layer[]): number | undefined {
  for (const layer of layers) {
    const response = valueOf(layer, "response");
    const candidates = [
      /\((\d{3}) .*exceeded maximum retry limit/.exec(textOf(response, "statusMessage") ?? "")?.[1],
      valueOf(response, "statusCode"),
      valueOf(response, "status"),
      textOf(layer, "responseStatus")?.slice(0, 3),
      valueOf(layer, "status"),
      valueOf(layer, "statusCode"),
    ];
    const status = candidates.map(Number).find((candidate) => candidate >= 400 && candidate < 600);
    if (status !== undefined) return status;
  }
  return undefined;
}

function nodeHostOf(layers: readonly Layer[]): string | undefined {
  for (const layer of layers) {
    const request = valueOf(layer, "request");
    const url =
      textOf(request, "url") ?? textOf(layer, "requestUrl") ?? textOf(layer, "url") ?? textOf(layer, "request");
    const host = hostOf(url ?? "");
    if (host !== undefined && host !== "") return host;
  }
  for (const layer of layers) {
    const address = textOf(layer, "address") ?? textOf(layer, "hostname");
    const port = valueOf(layer, "port");
    if (address === undefined) continue;
    const host = address.includes(":") ? `[${address}]` : address;
    return typeof port === "number" ? `${host}:${port}` : host;
  }
  return undefined;
}

/** Who sent the transaction, which may be there signed and encoded. */
function senderOf(layers: readonly Layer[]): string | undefined {
  for (const transaction of layers.flatMap(transactionsIn)) {
    const from = typeof transaction === "string" ? signerOf(transaction) : textOf(transaction, "from");
    if (from !== undefined) return from;
  }
  return undefined;
}

function signerOf(transaction: string): string | undefined {
  try {
    return Transaction.from(transaction).from ?? undefined;
  } catch {
    return undefined;
  }
}
