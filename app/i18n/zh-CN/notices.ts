import { formatFullDate } from "#app/domain/dates.ts";
import type { NoticeDetail } from "#app/domain/notices/tell.server.ts";
import type { NoticeKind } from "#db/vocabulary";
import { count } from "../numbers.ts";
import { clocks } from "./clocks.ts";
import { disclosures } from "./disclosures.ts";

/** What the desk is told: who waits, until when, what to do. */
export const notices = {
  title: "提醒",
  note: (unread: number) => (unread > 0 ? `${count(unread)} 条没看` : "都看过了"),
  badge: (unread: number) => `${count(unread)} 条没看`,
  list: "提醒，新的在前",
  unread: "没看",
  columns: { what: "什么事", when: "什么时候" },
  readAll: "都看过了",
  none: "还没有提醒",
  noneHow: "有人签收、接收点要东西、哪一步超时，会自动写在这里。",
  /** By kind, from what the notice names; what it does not name is left out. */
  sentences: {
    delivery_confirmed: (its) => `${at(its)}签收了 ${name(its.number)}${by(its)}。看一眼数对不对。`,
    delivery_part_received: (its) =>
      `${at(its)}先收了 ${name(its.number)} 的一部分${by(its)}。没到的还在路上，请调度跟一下。`,
    case_opened: (its) =>
      `${at(its)}${name(its.delivery)} 有差异，开了 ${name(its.number)}${until(its)}。请先联系两边，弄清怎么回事。`,
    case_decided: (its) => `${name(its.number)} 有处理结果了。请告诉接收点，没有别的事就了结。`,
    need_asked: (its) =>
      its.withdrawn === undefined
        ? `${at(its)}要东西（${name(its.number)}）${until(its)}。请看库存，给个答复。`
        : `${at(its)}不要了（${name(its.number)}）${because(its)}。为它备好的单，请取消或改送别处。`,
    clock_late: (its) =>
      `${at(its)}${name(its.number)} 卡在“${clocks.stepNamed(its.step)}”，超时 ${count(its.hours ?? 0)} 小时，在等${clocks.holderNamed(its.holder)}。`,
    pin_guessed: (its) =>
      `${at(its)}${name(its.number)} 的签收码有人连着猜错。请打电话问接收点，要紧就换一个码。`,
    report_stranded: (its) =>
      `${at(its)}${name(its.number)} 有一份签收留在手机里没送到。请打电话核对，再处理。`,
    contact_changed: (its) => `${at(its)}换了联系人。请核对电话，再发车。`,
    question_asked: (its) => `${at(its)}有人问了一件事${about(its)}。请回一个话。`,
    deadline_near: (its) => `${ruleNamed(its.rule)}快到期${until(its)}。请准备材料。`,
    deadline_missed: (its) => `${ruleNamed(its.rule)}过了期限${until(its)}。请现在就办，并写明原因。`,
  } satisfies Record<NoticeKind, (its: NoticeDetail) => string>,
  chat: {
    title: "发到群里",
    text: "填群机器人的地址，新的提醒就发到群里。地址就是钥匙，存了以后不再显示。",
    robots: [
      "企业微信：群设置 → 群机器人 → 添加，地址以 https://qyapi.weixin.qq.com/ 开头",
      "钉钉：群设置 → 机器人 → 自定义，安全设置选“自定义关键词”，填 接力；地址以 https://oapi.dingtalk.com/ 开头",
      "飞书：群设置 → 群机器人 → 自定义机器人，不勾签名校验；地址以 https://open.feishu.cn/ 开头",
    ],
    url: "群机器人地址",
    urlHint: "整条粘贴进来",
    on: (host: string) => `正在发到 ${host}。`,
    off: "现在没有发到任何群。",
    failed: (reason: string) => `上一次没发出去（${reason}），还会再试。请核对地址，或在群里重新加机器人。`,
    test: "发一条测试消息",
    tested: "测试消息发出去了，请到群里看一眼。",
    save: "存，开始发",
    stop: "不再发了",
    saved: "存好了，新的提醒会发到群里。",
    stopped: "停了，不再发到群里。",
  },
};

const name = (value: string | number | undefined): string => (value === undefined ? "" : `${value}`);
const at = ({ site }: NoticeDetail): string => (site === undefined ? "" : `${site}：`);
const by = ({ by: who }: NoticeDetail): string => (who === undefined ? "" : `（${who}）`);
const until = ({ due, dueOn }: NoticeDetail): string => {
  const day = due ?? dueOn;
  return day === undefined ? "" : `，最晚 ${formatFullDate(`${day}`, "zh-CN")}`;
};
const about = ({ number }: NoticeDetail): string => (number === undefined ? "" : `（${number}）`);
const because = ({ reason }: NoticeDetail): string => (reason === undefined ? "" : `，说是：${reason}`);

/** By a word that may be of an older notice. */
function ruleNamed(word: string | number | undefined): string {
  const titles: Readonly<Record<string, { title: string }>> = disclosures.rules;
  return titles[String(word)]?.title ?? "一项期限";
}
