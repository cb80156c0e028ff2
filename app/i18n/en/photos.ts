import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { photos as source } from "../zh-CN/photos.ts";

const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;
const several = (many: number) => plural(many, "photo", "photos");

export const photos = {
  title: "Photos",
  note: (photos) => several(photos),
  list: "Photos",
  views: { waiting: "To look at", public: "Public", inside: "Kept inside" },
  subjects: {
    delivery: "Delivery",
    receipt: "Signing",
    case: "Problem",
    hand_over: "Handing on",
    gift: "Gift",
    item: "Item",
    write_off: "Write-off",
    consignment: "Consignment",
  },
  none: "No photo waits to be looked at",
  noneHow:
    "Photos taken by receivers and colleagues are listed here. Look at them and cover what must not be seen before they are public.",
  nothing: "No photos here",
  alt: (what, n) => `Photo ${count(n)} of ${what}`,
  look: (n) => `Look at photo ${count(n)}`,
  empty: "No photos yet. Damage, loading and signing can be kept here.",
  emptyReadOnly: "No photos yet. Receivers and colleagues can add them.",
  more: "Add photos",
  state: { waiting: "To look at", public: "Public", inside: "Kept inside" },
  somebody: "Whoever signed",
  add: {
    title: (what, number) => `Add a photo to ${what.toLowerCase()} ${number}`,
    file: "Photo",
    hint: "JPG or PNG, up to 12 MB each. What is kept carries no time, place or phone model.",
    keep: "Keep this photo",
    keepAll: (photos) => `Keep ${several(photos)}`,
    left: (photos) => `${several(photos)} more can be added`,
    full: (photos) => `There are ${several(photos)}, which is the most. Remove one that is not needed first.`,
    chosen: "Photos to keep",
    drop: (n) => `Leave photo ${count(n)} out`,
    waiting: "Not kept yet",
    sending: "Keeping",
    kept: "Kept",
    offline: "No network, so this was not kept. The photo is still here: press again when you are online.",
    progress: (done, all) => `${count(done)} of ${several(all)} kept`,
    back: "Back",
    done: "The photo is kept",
  },
  detail: {
    title: (what, number) => `Photo of ${what.toLowerCase()} ${number}`,
    facts: "This photo",
    of: "Belongs to",
    line: "Line of the delivery",
    takenBy: "Taken by",
    takenAt: "Kept on",
    size: "Size",
    pixels: (width, height) => `${count(width)} × ${count(height)} pixels`,
    publishedBy: "Published by",
    full: "See it in full",
    publicLink: "See the public one",
  },
  done: {
    publish: "It is public. Everybody sees the covered picture.",
    unpublish: "Kept inside. Only your organization sees it.",
    remove: "Removed. It cannot be brought back.",
  },
  cover: {
    title: "Before it is public, cover what must not be seen",
    what: "Faces, door numbers, number plates, telephone numbers, identity cards, medical papers: cover all that can be read.",
    draw: "Press and drag on the photo to cover a part. By keyboard: add a part, move it with the arrow keys, resize it with Shift and the arrow keys, take it away with Delete.",
    plain:
      "Write where each part is: left and top from 0 to 1000, the middle of the photo is 500. Each line on the photo is 100.",
    part: (n) => `Part ${count(n)}`,
    x: "Left",
    y: "Top",
    width: "Width",
    height: "Height",
    addPart: "Add a part",
    removePart: (n) => `Take part ${count(n)} away`,
    lookFirst: "See it covered",
    nothing: "Nothing to hide, look once more",
    notYet: "It cannot be shown covered yet",
  },
  check: {
    title: "Look once more: this is what everybody will see",
    covered: (parts) =>
      `${plural(parts, "part is", "parts are")} covered; what is underneath will really be gone.`,
    nothing:
      "Nothing is covered. Publish it only when it shows no face, no door number, no number plate and nothing personal.",
    alt: "The photo with its parts covered",
    publish: "Publish this photo",
    publishBare: "Nothing to hide, publish",
    again: "Change it",
  },
  keepInside: {
    title: "Keep it inside",
    text: "The photo stays as evidence; the public does not see it.",
    button: "Keep this photo inside",
    takeBack: "Take it back from the public",
    takeBackText:
      "Nobody new sees it from now on. Whoever saw it may have it in their browser for a day at most.",
  },
  remove: {
    title: "Remove",
    text: "The file is really deleted and cannot be brought back; who took it, who removed it and why stay on record.",
    reason: "Why",
    button: "Remove this photo",
  },
} satisfies Dictionary<typeof source>;
