import type { ReceiverKind } from "./reading.ts";

const WORDS: [RegExp, ReceiverKind][] = [
  [/方舱/, "field_hospital"],
  [/医院|卫生服务中心|卫生院|疾控|hospital/i, "hospital"],
  [/居委|村委|居村委|居民委员会|村民委员会|^(社区|居村|村居|村|居)$|committee/i, "committee"],
  [/养老|敬老|福利院|护理院|老年公寓|care/i, "care_home"],
  [/学校|中学|小学|幼儿园|大学|学院|school/i, "school"],
  [/街道(办|办事处)?$|镇政府|镇人民政府|(^|新)镇$|街镇|乡镇|township/i, "township"],
  [/小区|楼组|楼栋|业委会|物业|家园|公寓|花园|新村$|苑$|compound/i, "compound"],
  [
    /社会组织|基金会|协会|促进会|公司|企业|志愿|服务中心|单位|机构|公安|派出所|交警|organi[sz]ation/i,
    "organization",
  ],
];

/** The kind of a receiver from its folded type column (居委会, 方舱医院 …) or its name; null when neither says. */
export function receiverKindOf(folded: string): ReceiverKind | null {
  return WORDS.find(([words]) => words.test(folded))?.[1] ?? null;
}
