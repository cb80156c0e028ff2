import { useEffect, useRef } from "react";
import { uuidv7 } from "uuidv7";
import { useNavigation, useSubmit } from "#app/components/layout/router.ts";
import { listenToWedge } from "#app/components/scan/wedge.ts";
import { parseCode } from "#app/domain/code.ts";
import { parseScan } from "#app/domain/gs1/parse-scan.ts";

/**
 * Sends the codes that a camera or a handheld scanner brings with what else stands in `form`, each as a request of its
 * own and one after the other, so that none is lost while another is on its way. Answers what takes a scan.
 */
export function useScans(form: React.RefObject<HTMLFormElement | null>): (text: string) => void {
  const submit = useSubmit();
  const idle = useNavigation().state === "idle";
  const waiting = useRef<string[]>([]);
  const next = () => {
    const code = waiting.current[0];
    if (code === undefined || !form.current) return;
    waiting.current.shift();
    const sent = new FormData(form.current);
    sent.set("code", code);
    sent.set("requestId", uuidv7());
    submit(sent, { method: "post", preventScrollReset: true });
  };
  const take = (text: string) => {
    const scan = parseScan(text);
    // What is no label of ours goes to the server as it is, which says so.
    waiting.current.push(scan.kind === "label" ? scan.code : text.slice(0, 100));
    if (idle) next();
  };
  const latest = useRef({ next, take });
  latest.current = { next, take };
  useEffect(() => {
    if (idle) latest.current.next();
  }, [idle]);
  useEffect(
    () =>
      listenToWedge(
        (text) => parseCode(text).ok || parseScan(text).kind === "label",
        (text) => latest.current.take(text),
      ),
    [],
  );
  return (text) => latest.current.take(text);
}
