import type { DonorKind } from "#db/vocabulary";
import { count } from "../numbers.ts";

/** 捐赠人. */
export const donors = {
  title: "捐赠人",
  note: (donors: number) => `${count(donors)} 位`,
  search: "名称",
  kinds: {
    organization: "单位",
    individual: "个人",
    anonymous: "匿名",
  } satisfies Record<DonorKind, string>,
  published: "公开名称",
  unpublished: "公开时写匿名",
  empty: "还没有捐赠人",
  emptyText: "记第一笔捐赠时会自动加上。",
  noneFound: "没有找到这位捐赠人",
  columns: {
    name: "名称",
    kind: "单位还是个人",
    consent: "公开吗",
    gifts: "捐过几笔",
    money: "捐款（元）",
    goods: "捐物价值（元）",
    last: "最近一笔",
  },
  fields: { name: "名称", kind: "单位还是个人", publishName: "同意公开名称" },
  consentHint: "要有捐赠人的同意（慈善法第八十二条）。没有同意，公示里写“匿名”。",
  edit: "改资料",
  saved: "存好了。",
  save: "存",
  given: "捐过的",
  promised: "意向",
};
