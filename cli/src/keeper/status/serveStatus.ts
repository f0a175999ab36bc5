import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Only this machine sees the status. */
const HOST = "127.0.0.1";

/** Another process listens at the port for metrics and health. */
export class PortInUseError extends Error {
  override readonly name = "PortInUseError";

  constructor(
    readonly port: number,
    options?: ErrorOptions,
  ) {
    super(`port ${port} of ${HOST} is in use: choose another for metrics and health with --port`, options);
  }
}

/** A server that listens. */
export interface StatusServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves `GET /health` (200, or 503 while something is wrong; JSON) and `GET /metrics` (for Prometheus) on loopback. Throws
 * {@link PortInUseError}.
 */
export async function serveStatus(options: {
  /** 0 for any that is free. */
  port: number;
  health: () => { status: "ok" | "degraded" };
  metrics: () => Promise<{ contentType: string; text: string }>;
}): Promise<StatusServer> {
  const { health, metrics } = options;
  const listener: RequestListener = (request, response) => {
    const path = request.url?.split("?")[0];
    if (request.method !== "GET" && request.method !== "HEAD") {
      answer(response, 405, "text/plain", "GET only\n");
    } else if (path === "/health") {
      const report = health();
      answer(response, report.status === "ok" ? 200 : 503, "application/json", `${JSON.stringify(report)}\n`);
    } else if (path === "/metrics") {
      metrics().then(
        ({ contentType, text }) => {
          answer(response, 200, contentType, text);
        },
        () => {
          answer(response, 500, "text/plain", "the metrics could not be collected\n");
        },
      );
    } else {
      answer(response, 404, "text/plain", "/health and /metrics are here\n");
    }
  };
  const server = createServer({ requestTimeout: 5000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortInUseError(options.port, { cause: error }) : error);
    });
    server.listen(options.port, HOST, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { "content-type": contentType, "cache-control": "no-store" });
  response.end(body);
}
