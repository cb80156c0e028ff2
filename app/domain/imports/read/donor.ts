import { fold } from "./cell.ts";

const ANONYMOUS =
  /^(匿名.*|隐名.*|无名氏.*|佚名|(社会)?爱心(人士|市民|居民|网友|群众|企业|单位|企业家)?|热心(人士|市民|居民|网友|群众|企业|单位)?|好心人|不愿.{0,4}(名|姓).*|不便透露.*|未(留|署|具)(姓)?名|不具名|不署名|保密|无|不详|-+|\/+|anonymous|n\/?a)$/i;

/** The donor's name, or null for words that name nobody: 匿名, 爱心人士, 无名氏 … */
export function donorOf(text: string): string | null {
  return text === "" || ANONYMOUS.test(fold(text)) ? null : text;
}
