import type { DataKind } from "#app/domain/privacy.ts";

const kinds: Readonly<Record<DataKind, { what: string; why: string }>> = {
  amounts: { what: "金额、物资、数量、折价、日期", why: "收到、发出、还剩，都要让人核得上。" },
  donors_named: { what: "同意公开的捐赠人名称", why: "一个捐赠人一个捐赠人地问过，随时可以改。" },
  donors_unnamed: { what: "其他捐赠人的姓名", why: "公开表里写“匿名”，公开日志里只有打乱的指纹。" },
  sites: { what: "接收点名称、类别、街镇", why: "物资到了哪里，要写清楚。" },
  site_contacts: { what: "接收点的地址、联系人、电话", why: "送货要用，不公开。" },
  signer_posts: { what: "签收人的职务", why: "谁以什么身份收下的。" },
  signer_names: { what: "签收人的姓名、签名", why: "留作凭据，不公开。" },
  pins: { what: "四位签收码", why: "只给发货的人看，由他们告诉接收点。" },
  drivers: { what: "司机姓名、电话、健康证明、车牌、通行证", why: "调度要用，不公开。" },
  photos: { what: "遮挡过的照片", why: "遮住人脸、门牌、证件，有人看过才公开。" },
  photos_unredacted: { what: "没遮挡的照片", why: "拍摄时的位置信息，上传时就已删掉。" },
  site_words: { what: "接收点自己写的需求和留言", why: "原文可能提到人，公开的只有按物资汇总的数。" },
  registers: { what: "分发名册里的姓名、电话、证件", why: "加密保存，读一次记一次，响应结束后按期销毁。" },
  staff: { what: "账号：姓名、邮箱或手机号、登录记录", why: "管理权限用。" },
  remarks: { what: "内部备注、差异处理经过", why: "可能提到人，不公开。" },
};

/** The page "who sees what". */
export const privacy = {
  title: "谁能看到什么",
  lede: "公开的，任何人都能看；不公开的，只有下面这些岗位能看，而且只能看自己机构的。",
  kinds,
  what: "哪一类",
  public: "任何人",
  link: "持链接或签收码的人",
  linkNote: "“持链接或签收码的人”只看得到自己那一个接收点、那一张发放单或那一笔捐赠。",
  generated: "这张表由系统的权限表直接生成，权限改了，这里跟着改。",
  yes: "能看",
  no: "看不到",
  how: "怎么做到的",
  steps: [
    "公开的页面、文件和公示，只从一组“公开视图”里读数；视图里没有姓名、电话、地址和备注这些列。",
    "公开日志里，可能指向人的内容只放加盐的指纹；盐一销毁，指纹就什么也说明不了，而证明仍然有效。",
    "名册里的姓名和电话加密保存，响应结束后按期销毁，并出具销毁凭证。",
    "有一个自动测试：把编造的姓名、电话、地址、证件号、车牌录进每一个能录的地方，再逐页逐文件查找，一个都不能出现。",
  ],
  ask: (hotline: string) => `想查询、更正或删除与您有关的信息，请打 ${hotline}。`,
  askNoPhone: "想查询、更正或删除与您有关的信息，请联系记账的机构。",
};
