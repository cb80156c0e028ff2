import { formatFullDate } from "#app/domain/dates.ts";
import type { NoticeDetail } from "#app/domain/notices/tell.server.ts";
import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { notices as source } from "../zh-CN/notices.ts";
import { clocks } from "./clocks.ts";
import { disclosures } from "./disclosures.ts";

const name = (value: string | number | undefined): string => (value === undefined ? "" : `${value}`);
const at = ({ site }: NoticeDetail): string => (site === undefined ? "" : `${site}: `);
const by = ({ by: who }: NoticeDetail): string => (who === undefined ? "" : ` (${who})`);
const until = ({ due, dueOn }: NoticeDetail): string => {
  const day = due ?? dueOn;
  return day === undefined ? "" : `, by ${formatFullDate(`${day}`, "en")}`;
};
const about = ({ number }: NoticeDetail): string => (number === undefined ? "" : ` (${number})`);
const because = ({ reason }: NoticeDetail): string => (reason === undefined ? "" : `: ${reason}`);

export const notices = {
  title: "Notices",
  note: (unread) => (unread > 0 ? `${count(unread)} not read` : "All read"),
  badge: (unread) => `${count(unread)} new`,
  list: "Notices, the latest first",
  unread: "not read",
  columns: { what: "What", when: "When" },
  readAll: "I have read them all",
  none: "No notices yet",
  noneHow: "Signatures, what sites ask for, and steps that are late are written here by themselves.",
  sentences: {
    delivery_confirmed: (its) =>
      `${at(its)}signed for ${name(its.number)}${by(its)}. Look whether the count is right.`,
    delivery_part_received: (its) =>
      `${at(its)}signed for a part of ${name(its.number)}${by(its)}. The rest is on the road: follow it up.`,
    case_opened: (its) =>
      `${at(its)}${name(its.delivery)} has a problem, ${name(its.number)}${until(its)}. Call both sides and find out.`,
    case_decided: (its) => `${name(its.number)} is decided. Tell the site, then close it.`,
    need_asked: (its) =>
      its.withdrawn === undefined
        ? `${at(its)}asks for something (${name(its.number)})${until(its)}. Check the stock and answer.`
        : `${at(its)}no longer needs it (${name(its.number)})${because(its)}. Cancel what is packed for it, or send it elsewhere.`,
    clock_late: (its) =>
      `${at(its)}${name(its.number)} is stuck at “${clocks.stepNamed(its.step)}”, ${count(its.hours ?? 0)} h late, waiting for ${clocks.holderNamed(its.holder)}.`,
    pin_guessed: (its) =>
      `${at(its)}somebody keeps guessing the PIN of ${name(its.number)}. Call the site, and issue a new one if need be.`,
    report_stranded: (its) =>
      `${at(its)}a signature for ${name(its.number)} is stuck on a phone. Call, compare and settle it.`,
    contact_changed: (its) => `${at(its)}there is another contact now. Check the number before you send.`,
    question_asked: (its) => `${at(its)}somebody asks something${about(its)}. Please answer.`,
    deadline_near: (its) => `${ruleNamed(its.rule)} is due soon${until(its)}. Prepare the papers.`,
    deadline_missed: (its) => `${ruleNamed(its.rule)} is past its day${until(its)}. Do it now, and say why.`,
  },
  chat: {
    title: "Send to a group chat",
    text: "Give the address of a group robot, and new notices go to the group. The address is the key: it is not shown again.",
    robots: [
      "WeCom: add a group robot in the group’s settings; its address begins with https://qyapi.weixin.qq.com/",
      "DingTalk: add a custom robot with the keyword 接力; its address begins with https://oapi.dingtalk.com/",
      "Feishu: add a custom bot without signature check; its address begins with https://open.feishu.cn/",
    ],
    url: "Address of the robot",
    urlHint: "Paste the whole address",
    on: (host) => `Notices go to ${host}.`,
    off: "Notices go to no group.",
    failed: (reason) =>
      `The last message did not go out (${reason}) and is tried again. Check the address, or add the robot anew.`,
    test: "Send a test message",
    tested: "The test message went out: look for it in the group.",
    save: "Save and start sending",
    stop: "Stop sending",
    saved: "Saved: new notices go to the group.",
    stopped: "Stopped: nothing goes to the group.",
  },
} satisfies Dictionary<typeof source>;

/** By a word that may be of an older notice. */
function ruleNamed(word: string | number | undefined): string {
  const titles: Readonly<Record<string, { title: string }>> = disclosures.rules;
  return titles[String(word)]?.title ?? "A deadline";
}
