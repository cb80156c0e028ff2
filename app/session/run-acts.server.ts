import { UndoBoxEvent, LoadBox } from "#app/domain/boxes/schema.ts";
import { loadBox } from "#app/domain/boxes/load.server.ts";
import { undoBoxEvent } from "#app/domain/boxes/undo.server.ts";
import { arriveRun } from "#app/domain/runs/arrive.server.ts";
import { deliveryOfBox } from "#app/domain/runs/delivery-of-box.server.ts";
import { finishRun } from "#app/domain/runs/finish.server.ts";
import { getRun } from "#app/domain/runs/get.server.ts";
import { handOnBox } from "#app/domain/runs/hand-on.server.ts";
import { leaveRun } from "#app/domain/runs/leave.server.ts";
import { ArriveRun, FinishRun, HandOnBox, LeaveRun } from "#app/domain/runs/schema.ts";
import { requireAction } from "./actor.server.ts";
import { found } from "./found.server.ts";
import { submit } from "./submit.server.ts";

/** A box that was scanned on the way: its code, and the request by which it may be taken back. */
export interface Scanned {
  code: string;
  eventId: string;
}

const LoadOnRun = LoadBox.omit({ deliveryId: true });

/**
 * What the pages of a run post, by `intent`: `leave`, `load`, `hand-on`, `undo`, `finish`, else the arrival at stop `n`.
 * Answers what was done in the word that the page's address carries, and the box where it was one; or the answer to the
 * form.
 */
export async function actOnRun(request: Request, form: FormData, runId: string) {
  form.set("runId", runId);
  let scanned: Scanned | null = null;
  const note = (eventId: string, code: string) => void (scanned = { eventId, code });
  const { said, submitted } = await act(request, form, runId, note);
  return submitted.ok
    ? { ok: true as const, said, scanned: scanned as Scanned | null }
    : { ok: false as const, answer: submitted.answer };
}

async function act(
  request: Request,
  form: FormData,
  runId: string,
  note: (eventId: string, code: string) => void,
) {
  switch (form.get("intent")) {
    case "leave": {
      const actor = await requireAction(request, "delivery.dispatch");
      const leave = (id: string, input: LeaveRun) => leaveRun(actor, id, input);
      return { said: "left", submitted: await submit(request, LeaveRun, leave, form) };
    }
    case "load": {
      const actor = await requireAction(request, "box.handle");
      const submitted = await submit(
        request,
        LoadOnRun,
        async (id, input) => {
          note(id, input.code);
          const deliveryId = await deliveryOfBox(actor, runId, input.code);
          return loadBox(actor, id, { ...input, deliveryId });
        },
        form,
      );
      return { said: "loaded", submitted };
    }
    case "hand-on": {
      const actor = await requireAction(request, "run.drive");
      const submitted = await submit(
        request,
        HandOnBox,
        (id, input) => {
          note(id, input.code);
          return handOnBox(actor, id, input);
        },
        form,
      );
      return { said: "handed-on", submitted };
    }
    case "undo": {
      const actor = await requireAction(request, "box.handle");
      await found(request, getRun(actor, runId));
      const undo = (id: string, input: UndoBoxEvent) => undoBoxEvent(actor, id, input);
      return { said: "undone", submitted: await submit(request, UndoBoxEvent, undo, form) };
    }
    case "finish": {
      const actor = await requireAction(request, "run.drive");
      const finish = (id: string, input: FinishRun) => finishRun(actor, id, input);
      return { said: "finished", submitted: await submit(request, FinishRun, finish, form) };
    }
    default: {
      const actor = await requireAction(request, "run.drive");
      const arrive = (id: string, input: ArriveRun) => arriveRun(actor, id, input);
      return { said: "arrived", submitted: await submit(request, ArriveRun, arrive, form) };
    }
  }
}
