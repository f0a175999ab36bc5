import { expect } from "chai";
import { PortInUseError, serveStatus, type StatusServer } from "../../../src/keeper/status/serveStatus.js";

describe("serveStatus", () => {
  let status: "ok" | "degraded";
  let server: StatusServer;

  const serve = (port: number) =>
    serveStatus({
      port,
      health: () => ({ status, reasons: [] }),
      metrics: () => Promise.resolve({ contentType: "text/plain; version=0.0.4", text: "rounds_total 1\n" }),
    });
  const get = (path: string, method = "GET") => fetch(`http://127.0.0.1:${server.port}${path}`, { method });

  beforeEach(async () => {
    status = "ok";
    server = await serve(0);
  });
  afterEach(() => server.close());

  it("answers 200 while all is well, 503 while it is not", async () => {
    const well = await get("/health");
    expect([well.status, await well.json()]).to.deep.equal([200, { status: "ok", reasons: [] }]);
    status = "degraded";
    const unwell = await get("/health");
    expect([unwell.status, await unwell.json()]).to.deep.equal([503, { status: "degraded", reasons: [] }]);
  });

  it("shows the metrics", async () => {
    expect(await (await get("/metrics")).text()).to.equal("rounds_total 1\n");
  });

  it("has nothing else, and takes nothing", async () => {
    expect((await get("/")).status).to.equal(404);
    expect((await get("/health", "POST")).status).to.equal(405);
  });

  it("says which port is in use", async () => {
    const error: unknown = await serve(server.port).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(PortInUseError);
    expect((error as Error).message).to.equal(
      `port ${server.port} of 127.0.0.1 is in use: choose another for metrics and health with --port`,
    );
  });
});
