import { z } from "zod";
import { addPhotoAtDoor } from "../photos/add-at-door.server.ts";
import { addPhoto } from "../photos/add.server.ts";
import { publishPhoto } from "../photos/publish.server.ts";
import { removePhoto } from "../photos/remove.server.ts";
import { AddPhoto, AddPhotoAtDoor, PublishPhoto, RemovePhoto, UnpublishPhoto } from "../photos/schema.ts";
import { unpublishPhoto } from "../photos/unpublish.server.ts";
import { anyone, member, user } from "../verb.ts";
import { made } from "./answers.ts";

const added = made.extend({ width: z.number(), height: z.number() });

export const photoVerbs = [
  member({
    name: "photo.add",
    schema: AddPhoto,
    answer: added,
    summary: {
      "zh-CN": "存一张照片；请求编号就是照片的编号",
      en: "Keep a photo; the request's id is the photo's",
    },
    run: addPhoto,
  }),
  anyone({
    name: "photo.add-at-door",
    schema: AddPhotoAtDoor,
    answer: added,
    summary: {
      "zh-CN": "签收的人补一张照片，7 天内",
      en: "Keep a photo from whoever signed, within seven days",
    },
    run: addPhotoAtDoor,
  }),
  user({
    name: "photo.publish",
    schema: PublishPhoto,
    answer: made,
    summary: {
      "zh-CN": "看过、遮好，公开一张照片",
      en: "Publish a photo that somebody looked at, with what must not be seen painted over",
    },
    run: publishPhoto,
  }),
  member({
    name: "photo.unpublish",
    action: "photo.publish",
    schema: UnpublishPhoto,
    answer: made,
    summary: { "zh-CN": "不公开这张照片", en: "Keep a photo inside, or take it back from the public" },
    run: unpublishPhoto,
  }),
  member({
    name: "photo.remove",
    schema: RemovePhoto,
    answer: made,
    summary: { "zh-CN": "删掉一张照片", en: "Remove a photo for good" },
    run: removePhoto,
  }),
] as const;
