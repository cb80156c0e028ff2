const WIDTH = 600;
const HEIGHT = 200;
/** Strokes are put down only so far apart, so that a signature stays short enough to be carried in a code. */
const CLOSEST = 6;
const LONGEST = 8_000;

/** Lets a name be drawn on the canvas; what was drawn stands in `input` as an SVG path of whole numbers. */
export function startSignaturePad(
  canvas: HTMLCanvasElement,
  input: HTMLInputElement,
  wipe: HTMLElement,
): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.lineWidth = 3;
  pen.lineCap = pen.lineJoin = "round";
  let last: [number, number] | null = null;
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
    return [
      within(((clientX - left) / width) * WIDTH, WIDTH),
      within(((clientY - top) / height) * HEIGHT, HEIGHT),
    ];
  };
  const put = (letter: "M" | "L", [x, y]: [number, number]) => {
    if (input.value.length > LONGEST) return;
    input.value = `${input.value} ${letter}${x} ${y}`.trim();
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = at(event);
    put("M", last);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (last === null) return;
    const next = at(event);
    if (Math.hypot(next[0] - last[0], next[1] - last[1]) < CLOSEST) return;
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...next);
    pen.stroke();
    put("L", next);
    last = next;
  });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => (last = null));
  wipe.addEventListener("click", () => {
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    input.value = "";
    last = null;
  });
}
