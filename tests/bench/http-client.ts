import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** One kept-alive HTTP/1.1 connection, lean enough to leave the processors to the server under load. */
export interface Client {
  /** Sends one request and answers its status and body. One at a time. */
  send(request: Buffer): Promise<{ status: number; body: string }>;
  close(): void;
}

export async function openClient(port: number): Promise<Client> {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay();
  await once(socket, "connect");
  return { send: (request) => exchange(socket, request), close: () => socket.destroy() };
}

/** A request as it goes over the wire. */
export function requestOf(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const text = body === undefined ? "" : JSON.stringify(body);
  const lines = Object.entries({
    Host: "127.0.0.1",
    ...(body !== undefined && { "Content-Type": "application/json" }),
    "Content-Length": String(Buffer.byteLength(text)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${text}`);
}

function exchange(socket: Socket, request: Buffer): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answered = read(received);
      if (answered) settle(() => resolve(answered));
    };
    const onEnd = () => settle(() => reject(new Error("the server closed the connection")));
    const settle = (then: () => void) => {
      socket.off("data", onData).off("close", onEnd).off("error", onEnd);
      then();
    };
    socket.on("data", onData).on("close", onEnd).on("error", onEnd);
    socket.write(request);
  });
}

/** An answer that has arrived whole, or undefined. */
function read(received: Buffer): { status: number; body: string } | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = received.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  const start = end + 4;
  if (length !== undefined) {
    if (received.length < start + Number(length)) return undefined;
    return {
      status,
      // Read when somebody looks: a load of compressed pages would spend its time on this.
      get body() {
        return received.toString("utf8", start, start + Number(length));
      },
    };
  }
  if (!/^transfer-encoding: *chunked/im.test(head)) return { status, body: "" };
  const last = received.indexOf("0\r\n\r\n", start);
  return last === received.length - 5 ? { status, body: received.toString("utf8", start) } : undefined;
}

/** What a load did: how many answers a second, and how long one took, in milliseconds. */
export interface Load {
  count: number;
  perSecond: number;
  median: number;
  p95: number;
}

/**
 * Lets `clients` connections take requests from one list, each as fast as it is answered, until the list or the time
 * is at an end. Throws at the first answer that is not 200.
 */
export async function load(
  port: number,
  options: { clients: number; seconds: number; next: () => Buffer | undefined },
): Promise<Load> {
  const clients = await Promise.all(Array.from({ length: options.clients }, () => openClient(port)));
  const times: number[] = [];
  const from = performance.now();
  const until = from + options.seconds * 1000;
  const work = async (client: Client) => {
    while (performance.now() < until) {
      const request = options.next();
      if (!request) return;
      const sent = performance.now();
      const answer = await client.send(request);
      if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 300)}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(clients.map(work));
  const seconds = (performance.now() - from) / 1000;
  for (const client of clients) client.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { count: times.length, perSecond: times.length / seconds, median: at(0.5), p95: at(0.95) };
}
