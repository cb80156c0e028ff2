import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import type { ActShelf, KeptAct } from "#app/offline/act-shelf.ts";
import { Outbox } from "#app/offline/outbox.ts";
import type { ActOutcome, ActToSend, SendActs } from "#app/offline/send-acts.ts";

/** The phone's store without a phone: what IndexedDB keeps, in the order it was kept. */
function shelf(): ActShelf {
  let acts: KeptAct[] = [];
  return {
    add: async (act) => void acts.push(structuredClone(act)),
    all: async () => structuredClone(acts),
    change: async (requestId, change) => {
      acts = acts.flatMap((act) => (act.requestId === requestId ? (change(act) ?? []) : act));
    },
  };
}

/** A server that does what it is asked, unless an act's input says otherwise. */
function server(asked: ActToSend[][] = []): SendActs {
  return async (acts) => {
    asked.push(acts);
    return acts.map(({ requestId, input }): ActOutcome => {
      if (input === "refuse") return refusal(requestId, false, "stale");
      if (input === "later") return refusal(requestId, true, "database_unreachable");
      return { requestId, ok: true };
    });
  };
}

const refusal = (requestId: string, again: boolean, code: string): ActOutcome => ({
  requestId,
  ok: false,
  again,
  error: { code, message: "别人先拣走了" },
});

const LANE = "warehouse";
let store: ActShelf;
let outbox: Outbox;
beforeEach(() => {
  store = shelf();
  outbox = new Outbox(store, "lin");
});

async function keep(input: unknown = "do", lane = LANE, box = outbox): Promise<string> {
  const requestId = uuidv7();
  const at = new Date().toISOString();
  await box.add({ requestId, lane, verb: "box.move", input, at, label: "搬" });
  return requestId;
}

const states = async (lane = LANE) => (await outbox.list(lane)).map(({ state }) => state);

describe("flush", () => {
  test("sends everything once, in the order it was done, in batches", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 70; n += 1) ids.push(await keep());
    const asked: ActToSend[][] = [];
    expect(await outbox.flush(LANE, server(asked))).toBe("sent");
    expect(asked.map((acts) => acts.length)).toEqual([50, 20]);
    expect(asked.flat().map(({ requestId }) => requestId)).toEqual(ids);
    expect(await outbox.flush(LANE, server(asked))).toBe("sent");
    expect(asked).toHaveLength(2);
  });

  test("what the server refuses waits for a person, and holds nobody up", async () => {
    await keep();
    const refused = await keep("refuse");
    await keep();
    expect(await outbox.flush(LANE, server())).toBe("sent");
    expect(await states()).toEqual(["sent", "refused", "sent"]);
    const [, act] = await outbox.list(LANE);
    expect(act).toMatchObject({ requestId: refused, error: { code: "stale", message: "别人先拣走了" } });
  });

  test.each(["offline", "signed_out", "unavailable"] as const)("%s keeps everything", async (trouble) => {
    await keep();
    await keep();
    expect(await outbox.flush(LANE, async () => trouble)).toBe(trouble);
    expect(await states()).toEqual(["waiting", "waiting"]);
    expect(await outbox.flush(LANE, server())).toBe("sent");
    expect(await states()).toEqual(["sent", "sent"]);
  });

  test("what the server could not do now stays, and is not asked for in a circle", async () => {
    await keep("later");
    const asked: ActToSend[][] = [];
    expect(await outbox.flush(LANE, server(asked))).toBe("unavailable");
    expect(asked).toHaveLength(1);
    expect(await states()).toEqual(["waiting"]);
  });

  test("sends nobody else's acts, and no other lane's, but says that others left some", async () => {
    await keep("do", LANE, new Outbox(store, "wang"));
    await keep("do", "another");
    const asked: ActToSend[][] = [];
    expect(await outbox.flush(LANE, server(asked))).toBe("sent");
    expect(asked).toEqual([]);
    expect(await outbox.ofOthers()).toBe(1);
  });
});

describe("taking away", () => {
  test("what never left the phone can be taken away", async () => {
    const id = await keep();
    expect(await outbox.remove(id)).toBe(true);
    expect(await outbox.list(LANE)).toEqual([]);
  });

  test("what was sent, or may have arrived, cannot", async () => {
    const sent = await keep();
    await outbox.flush(LANE, server());
    expect(await outbox.remove(sent)).toBe(false);
    const lost = await keep();
    await outbox.flush(LANE, async () => "offline");
    expect(await outbox.remove(lost)).toBe(false);
    expect(await states()).toEqual(["sent", "waiting"]);
  });

  test("a refused act is dropped, or sent again", async () => {
    const dropped = await keep("refuse");
    const again = await keep("refuse");
    await outbox.flush(LANE, server());
    expect(await outbox.remove(dropped)).toBe(true);
    await outbox.retry(again);
    expect(await outbox.list(LANE)).toMatchObject([{ requestId: again, state: "waiting" }]);
    expect((await outbox.list(LANE))[0]?.error).toBeUndefined();
  });
});

test("what was sent is kept until a newer list knows of it", async () => {
  await keep();
  const before = new Date(Date.now() - 1_000).toISOString();
  await outbox.flush(LANE, server());
  await keep();
  await outbox.forgetSent(LANE, before);
  expect(await states()).toEqual(["sent", "waiting"]);
  await outbox.forgetSent(LANE, new Date(Date.now() + 1_000).toISOString());
  expect(await states()).toEqual(["waiting"]);
});
