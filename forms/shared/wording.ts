/**
 * How prose speaks of the figures of the form. Each line is one way of saying it; `（甲|乙|）` stands for any of the words
 * in it, the last for none. What is not listed is not understood, and a number next to it is left alone.
 */

/** What a word in prose means for the numbers around it. */
export type WordKind =
  /** 收到: something comes in from outside. 受理 says so of requests, but of reviews that the organ decides them. */
  | 'receive'
  | 'accept'
  /** A request for information. `byRequest` may also be the name of a kind of disclosure, `bareRequest` any request. */
  | 'request'
  | 'byRequest'
  | 'bareRequest'
  /** 办理: dealt with, whether or not it came to an end. */
  | 'handle'
  /** 未, 没有 …: nothing of what follows, or of what stands before. */
  | 'none'
  /** 零申请: nothing of what was asked for. */
  | 'noRequests'
  /** 事项, 案件: kinds of things and cases, where decisions are counted. */
  | 'matter'
  /** 其中, 含: a part of what was said before. */
  | 'among'
  /** 共计: the sum of what was said before. */
  | 'sum'
  /** 各, 均为: each of the things named before. */
  | 'each'
  /** 分别为: the first number is that of the first thing named, and so on. */
  | 'respectively'
  /** 等原因: the reasons named before are only some. */
  | 'example'
  /** 政府信息公开: says that a review or lawsuit is over disclosure. */
  | 'disclosure'
  /** 作出: an organ decides. */
  | 'decide'
  /** 和: joins what is before and behind it. */
  | 'and'
  /** 结转: carried over, from the year before it or to the year behind it. */
  | 'carry'
  /** 公民: a person, or anybody. */
  | 'citizen'
  /** 提出, 的, 共 …: changes nothing. */
  | 'filler'
  /** 公开, 发布 …: something is done to documents, which is not what the tables count. */
  | 'publish'
  /** 热线, 信访 …: things that are counted like requests and are none. */
  | 'foreign'
  /** 网上, 当面: only what came in that way. */
  | 'channel'
  | 'allChannels'
  /** 县本级: only some of the organs that the report is about. */
  | 'someOrgans'
  /** 全县各部门, 镇政府: whole or part, or another altogether, as the report's own organ is. */
  | 'allOrgans'
  | 'organ'
  /** 我局: the organ of the report. */
  | 'self'
  /** 上半年: only some of the year; 全年: the year of the report. */
  | 'period'
  | 'thisYear'
  /** 较上年, 增加: a difference, or last year's number; 去年 by itself: last year's. */
  | 'compare'
  | 'lastYear'
  /** 延期, 提前, 合并: some ended in another way than those that ended in time. */
  | 'timing'
  /** 占: the number of which that before it is a share. */
  | 'share'
  /** 公文属性: how documents are marked, not how requests end. */
  | 'attribute'
  /** 如, 力争: not said to be so. */
  | 'supposed'
  /** 受理复议: what an organ does that decides reviews itself. */
  | 'judge'
  /** 另: more of what was counted before. */
  | 'more';

/** The words for the rows, the columns and what stands between them. */
export interface Wording {
  /** By the address of the row, `applications.granted`. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** By the table and the column; `+` joins several columns, `|` separates the keys of one column in several editions. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<WordKind, readonly string[]>>;
}

/** The wording of the reports of all editions so far; of a row that an edition has not, nothing is understood in it. */
export const wording: Wording = {
  rows: {
    'applications.received': ['（本年|本年度|当年|年度|全年|）新收', '（本年|本年度|）新收到'],
    'applications.carriedIn': [
      '（上年|上年度|上一年|上一年度|去年|往年|上年末|上年底|前一年）（结转|转结|遗留|转入|接转）',
      '（上年|上年度|上一年|上一年度|去年）（结转|顺延|转结|延续|转）（至|到）（今年|本年|本年度|当年）（继续|）（办理|处理|答复|）',
      '（上年|上年度|上一年|上一年度）转（至|到|入）（今年|本年|本年度）（办理|）（的|）',
      '结转（上年|上年度|上一年|上一年度）（的|）',
    ],
    'applications.carriedOut': [
      '（结转|转结|转|顺延|延至|接转）（至|到|入|）（下年|下年度|下一年|下一年度|次年|次年度|明年|来年）（继续|）（办理|处理|答复|）',
      '（下年|下年度|下一年|下一年度）（继续办理|结转）（的|）',
      '（结转|顺延|转）（至|到|）（下年|下年度|下一年|下一年度）（进行|）（办理|答复|处理）',
      '结转（至|到）（下年|下年度|下一年度）（的|）',
    ],
    'applications.concluded': [
      '办结',
      '办理完结',
      '办理完毕',
      '办毕',
      '答复',
      '办理答复',
      '办结答复',
      '办理并答复',
      '回复',
      '办理结果总计',
      '办理结果总数',
      '办理结果合计',
    ],
    'applications.granted': ['（予以|同意|给予|准予|依法予以|全部）公开'],
    'applications.partial': ['（同意|予以|）部分（予以|）公开', '区分处理'],
    'applications.refused': ['（不予|不同意|决定不予）公开'],
    'applications.refused.secret': ['（属于|涉及|因）国家秘密'],
    'applications.refused.law': ['（其他|）法律（、|）行政法规禁止公开', '法律法规禁止公开'],
    'applications.refused.stability': ['（危及|）（“|）三安全一稳定（”|）'],
    'applications.refused.thirdParty': [
      '（保护|损害|涉及|侵害）第三方（合法|）权益',
      '（涉及|属于）（商业秘密|个人隐私|商业秘密、个人隐私）',
    ],
    'applications.refused.internal': ['（属于|）（三类|）内部事务（性|）信息'],
    'applications.refused.process': ['（属于|）（四类|）过程性（政府|）信息'],
    'applications.refused.caseFile': ['（属于|）行政执法案卷（信息|）'],
    'applications.refused.inquiry': ['（属于|）行政查询事项'],
    'applications.unable': ['无法提供'],
    'applications.unable.notHeld': [
      '（本机关|本局|我局|本单位|我单位|我镇|我办|本办|本行政机关|本级|我委|我街道|我乡|）（不掌握|未掌握）（相关|该|所申请|）（政府|）（信息|）',
      '（政府|申请|所申请|）信息不存在',
    ],
    'applications.unable.notMade': ['没有现成信息（需要|需|，需要|、需要）（另行|重新）制作', '（需要|需）另行制作'],
    'applications.unable.unclear': ['（经|）补正后（申请|）（内容|）（仍|）不明确', '补正后仍不明确'],
    'applications.declined': ['不予处理'],
    'applications.declined.petition': ['信访（、|）（举报|投诉）（、|）（投诉|举报）（类|）（申请|）'],
    'applications.declined.repeat': ['重复申请'],
    'applications.declined.publication': ['要求提供公开出版物'],
    'applications.declined.excessive': ['（无正当理由|）大量反复申请'],
    'applications.declined.confirm': [
      '要求行政机关确认或重新出具已获取信息',
      '（要求|）确认或（者|）重新出具已获取（的|）信息',
    ],
    'applications.other': ['其他处理'],
    'applications.other.uncorrected': ['（申请人|）（无正当理由|）逾期（不|未）补正'],
    'applications.other.unpaid': ['（申请人|）逾期（未|不）（缴费|缴纳费用|按收费通知要求缴纳费用）'],
    'applications.other.rest': [
      '申请人（主动|自行|自愿|自主|）（撤回|撤销）（申请|政府信息公开申请|）',
      '（主动|自行|）（撤回|撤销）申请',
    ],
    'disputes.review': ['（行政|）复议（案件|申请|案|）'],
    'disputes.litigation': ['（行政|）诉讼（案件|申请|案|）'],
    'disputes.direct': ['未经（行政|）复议直接（起诉|提起诉讼|提起行政诉讼）', '直接（起诉|提起行政诉讼）'],
    'disputes.afterReview': ['（经|）（行政|）复议后（起诉|提起诉讼|提起行政诉讼|再起诉）'],
    'normative.document': ['（行政|）规范性文件'],
    'normative.regulation': ['（政府|地方政府|部门|）规章'],
    'licensing.licence': ['行政许可（处理|）（决定|）（书|）'],
    'enforcement.penalty': ['行政处罚（处理|）（决定|）（书|）'],
    'enforcement.coercion': ['（采取|）行政强制（措施|执行|）（处理|）（决定|）（书|）'],
    'fees.fee': ['行政事业性收费（金额|总额|总金额|收入|）'],
    'procurement.central': ['政府集中采购（项目|）'],
  },
  columns: {
    'applications.person': ['自然人', '公民个人'],
    'applications.business': ['商业企业'],
    'applications.research': ['科研机构'],
    'applications.charity': ['社会公益组织'],
    'applications.legal': ['法律服务机构'],
    'applications.business+research+charity+legal+other': [
      '法人（或|或者|和|及|以及|、|与）（其他|其它）（社会|）组织',
    ],
    'disputes.upheld': [
      '（结果|复议结果|判决结果|）（为|）维持（原行政行为|原具体行政行为|原决定|原答复|）',
      '结果维持',
    ],
    'disputes.corrected': [
      '（结果|）（被|）（纠正|纠错）',
      '（结果|复议结果）为纠正',
      '被（撤销|撤销重作|责令重新答复）',
    ],
    'disputes.otherOutcome': ['其他结果'],
    'disputes.pending': ['（尚未|未|正在）（审结|审理|结案）', '尚在审理（中|）', '正在审理中'],
    'normative.issued|made': [
      '制发',
      '制定',
      '出台',
      '印发',
      '制定出台',
      '制定印发',
      '制定发布',
      '发布',
      '新制定',
      '新制发',
      '新出台',
      '（制定|制发|出台|印发）（并|、|后）（发布|公开|公布|印发|出台）',
      '制发数（量|）',
      '新制作（数量|数|）',
    ],
    'normative.published': ['新公开（数量|数|）'],
    'normative.total': ['对外公开总数（量|）'],
    'normative.repealed': [
      '（宣布|清理|集中清理|决定|）废止',
      '废止（、|和|或|）失效',
      '废止（、|和|或|）宣布失效',
      '废止数（量|）',
    ],
    'normative.inForce': ['现行有效', '现行', '现有效'],
    'procurement.amount': ['（采购|）总金额', '采购金额'],
  },
  words: {
    receive: ['（收到|接收|接到|接受|收悉|接收到|接件）（了|）', '收到并受理'],
    accept: ['（新|）受理（了|）', '受理办理'],
    request: [
      '（政府|政务|）信息（依申请|）公开（的|）申请（书|表|件|事项|办件|）（数量|总量|总数|）',
      '依申请公开（政府信息|政务信息|信息|）（的|）申请（书|表|件|事项|）（数量|数|）',
      '（政府|政务|）信息依申请公开（申请|事项|办理事项|办件|件|）',
      '依申请公开（受理|申请|接收|办理|）（数量|数|量|件数）',
      '（政府信息|）公开申请（书|表|件|事项|）',
      '申请公开（政府|政务|）信息（的申请|事项|件|）',
      '申请公开事项',
      '（要求|申请）获取（政府|）信息（的申请|）',
      '政府信息申请',
      '要求公开（政府|）（的|）信息（的申请|）',
      '公开（政府|）信息（的|）申请（书|表|）',
    ],
    byRequest: [
      '依申请公开（政府信息|政务信息|信息|）（事项|件|办件|案件|）（申请|）',
      '依申请公开的（件|政府信息|信息|事项|申请）',
      '依申请（政府|政务|）（信息|件|事项|）',
    ],
    bareRequest: ['申请（书|件|表|事项|）', '（申请|受理）（数|量|数量|件数）'],
    handle: ['（共|应|需|共需|应当|）（办理|处理）（了|）'],
    none: [
      '（尚|暂|并|均|从|）未（有|曾|）',
      '（未发生|未出现|未产生|未收到|未接到|没有发生|没有收到）（过|）（一例|一件|一起|一宗）',
      '（没有|没|尚无|暂无|均无|并无|无|从无|无任何|没有任何）（一例|一件|一起|一宗|）',
    ],
    noRequests: ['零（报告|申请|受理|收件|办件）'],
    matter: ['事项', '案件', '案例', '案'],
    among: ['其中', '含', '包括', '包含', '内含', '其中含'],
    sum: ['（共|共计|合计|总计|总共|一共|累计|两项合计|两者合计|以上共）'],
    each: ['（分别|）各（有|为|）', '（均|都|皆|全）（为|是|系|由）', '全部（为|是|系|由|来自）', '均'],
    respectively: ['分别（为|是|有|达|计|）'],
    example: ['等（各类|）（原因|情形|理由|情况|因素|问题|类型|事由）（而|）'],
    disclosure: [
      '（因|涉及|涉|由|对|就|针对|关于|）（政府|政务|）信息（依申请|）公开（工作|问题|事项|事宜|事务|行为|申请|答复|方面|类|）',
      '（因|涉及|涉|由|对|就|针对|）政务公开（工作|问题|事项|）',
      '（因|涉及|）依申请公开（工作|问题|事项|申请|答复|）（引起|引发|产生）',
      '（对|因|不服）（政府信息公开|信息公开|）答复（不服|）',
    ],
    decide: ['（作出|做出|实施|决定|下达|做出的|作出的）'],
    and: ['和', '及', '与', '以及', '或', '或者', '并', '且', '、'],
    filler: [
      '（共|共有|有|为|是|计|系|达|了|的|已|都|全部|仅|只|则|对|针对|因|由|从|自|被|而|所|向|以|类|件|次|来自|属于|涉及）',
      '（数量|总数|件数|数|数目|总量|总件数|总计数|量）（为|是|共|）',
      '（各类|有效|各种|相关|有关|合法|正式|书面形式|全部|所有|任何|一切|其他|任何形式的）',
      '（群众|社会公众|公众|申请人|当事人|社会|社会各界|企业群众|百姓|人民群众|市民|居民|人员|任何人|人）（的|）',
      '公民、法人（和|或|或者|及|与|以及|、）（其他|其它）（社会|）组织',
      '公民、法人',
      '（提出|提交|递交|申请|提起|要求|发起|向|送达|寄送）（的|了|）',
      '（引起|引发|产生|导致|发生|造成|出现|形成|存在|收到|接到）（的|了|）',
      '（依法|按时|按期|及时|如期|按规定|按要求|依规|规范|准时|均按时|依法依规|在法定期限内|按法定时限|法定期限内|依法按时）（均|）',
      '（情况|情形|现象|事件|方面|工作|问题|行为|活动|记录）（发生|）',
      '（等|等情况|等情形|等方面|等问题|等案件|等事项|等现象）',
      '决定',
      '新',
      '（加上|连同|外加）',
      '（答复结果|办理结果|结果|办理|处理）（中|）',
      '（继续|有效|继续有效）（的|）',
      '（至|到）（今年|本年|本年度）',
      '（下|转|而）来',
      '（收取|征收|收缴|收入）（的|了|）',
      '（还|仍|另外|此外|同时|完成|经|经统计|据统计|统计|因此|以来|告知|实际|已经）',
      '（积极|认真|妥善|稳妥|严格|高效|有序|全面|顺利|切实）',
    ],
    carry: ['（结转|转结|顺延|延续|转）（至|到|）', '（遗留|未办结）'],
    citizen: ['公民', '个人', '法人', '其他组织'],
    publish: [
      '（主动|）（公开|公布|公示|发布|上传|录入|归集|推送|更新|刊发|刊登|转载|报送|上报|录入|晒出|发放|编发|推出|报道|宣传|撰写|制作|编制|印制|张贴|解读|转发|修订|修改|清理|评估|审查|审核|备案|起草|学习|收集|梳理|归档|移交|查询|接待|举办|召开|开展|组织|参加|培训|征集|回应|处置|整改|关停|开设|设立|建成|维护）',
      '（主动公开|重点公开|及时公开|应公开|依法公开|常态公开|集中公开|公开信息|信息）',
    ],
    foreign: [
      '热线（电话|工单|）',
      '12345',
      '信访',
      '（市长|县长|区长|镇长|领导|局长|书记|网上）信箱',
      '留言',
      '咨询',
      '（建议|）提案',
      '建议',
      '议案',
      '来信',
      '来电',
      '来访',
      '举报',
      '投诉',
      '网民',
      '舆情',
      '工单',
      '诉求',
      '意见',
      '公众号',
      '微博',
      '抖音',
      '网站',
      '门户',
      '信息条',
      '仲裁',
      '国家赔偿',
      '人大代表',
      '政协委员',
      '新闻发布会',
      '稿件',
      '视频',
      '办件',
      '事项办理',
      '（一件事|一次办）',
      '政务服务',
      '信件',
      '邮件',
      '工作动态',
      '电话',
      '访谈',
      '问卷',
      '案卷评查',
      '出庭',
      '败诉',
      '胜诉',
      '纠错率',
      '应诉',
      '执法检查',
      '立案',
      '听证',
      '调解',
      '第三方',
      '补正',
      '（预算|税收|非税|财政）收入',
    ],
    channel: [
      '（通过|采取|采用）',
      '网上',
      '网络',
      '在线',
      '线上',
      '线下',
      '当面',
      '现场',
      '信函',
      '邮寄',
      '传真',
      '窗口',
      '平台',
      '系统',
      '电子邮件',
      '书面',
      '邮政',
      '口头',
      '快递',
    ],
    allChannels: [
      '等（各种|多种|各类|不同|）（渠道|方式|形式|途径|平台）',
      '（各种|多种|各类|不同|各个|线上线下|多）（渠道|方式|形式|途径）',
    ],
    someOrgans: [
      '本级',
      '（各|其他）（区|县|镇|乡|街道|局|地|科室|站所|村|社区）',
      '办公室本级',
      '下属',
      '所属',
      '下级',
      '直属',
      '（各|）（部门|乡镇|镇街|县区|区县|处室|科室|股室|委办局|镇乡|市直部门|县直部门|区直部门）',
      '（各|其他）单位',
      '名义',
      '代表',
      '两办',
      '乡镇',
    ],
    allOrgans: [
      '全（省|市|县|区|州|旗|盟|镇|乡|局|街道|系统）（各级|各|）（|政府|行政机关|政府机关|部门|政府部门|职能部门|单位）',
      '（省|市|县|区|州|旗）（人民|）政府（及|和|及其|和其）（各|所属|其|所属各|下属|）（部门|工作部门|职能部门|单位）',
      '各级（行政机关|政府部门|政府及其部门|政府）',
      '各职能部门、镇街',
      '各乡镇、各部门',
      '各部门、各乡镇',
      '各镇街、各部门',
      '各部门、各单位',
    ],
    organ: [
      '（镇|乡|县|市|区|省|州|旗|盟）（人民|）政府',
      '（镇|乡|县|市|区|省|州|旗|盟）（人民|）政府办公（室|厅）',
      '办公（室|厅）',
      // 全局 is not in it.
      '（国家|）安全局',
    ],
    self: [
      '（我|本）（镇|乡|街道|街|局|委|办|县|市|区|单位|机关|部门|所|中心|厅|州|省|院|处|会|行政机关|站|旗|盟|队|社|府|校|学校|医院）（的|）',
      '我（镇|乡|街道|局|委|厅|县|市|区|院|校）（机关|政府）',
    ],
    thisYear: [
      '（本年|本年度|全年|年度|当年|年内|今年|一年来|本年内|年初以来|截至年底|截至年末|截止年底|截止目前|目前|截至目前|截至本年底）（共|）',
    ],
    period: [
      '上半年',
      '下半年',
      '（第一|第二|第三|第四|一|二|三|四|每|各|按|前三个|首|）季度',
      '每月',
      '每年',
      '月均',
      '历年',
      '（近|最近|过去）（两|三|四|五|几|十）年',
      '（两|三|五）年来',
      '（施行|实施|成立|上线|运行|开通|启用|建立|设立|颁布）以来',
      '期间',
      '每件',
      '平均',
      '人均',
      '自查',
      '抽查',
      '模拟',
      '（例如|比如|譬如）',
    ],
    compare: [
      '同比',
      '环比',
      '较',
      '相比',
      '对比',
      '（比|与）（上年|上年度|上一年|上一年度|去年|往年|前一年|同期）',
      '（增加|减少|增长|下降|上升|提高|压缩|缩短|增多|减至|增至|降至|多|少|净增|新增|翻番|持平）（了|至|到|）',
    ],
    lastYear: ['（上|去|往|前|上一|前一）年', '（上|上一）年度', '（上年|去年|）同期', '上届'],
    timing: ['（延期|延长|超期|提前|合并）（后|）'],
    share: ['占'],
    attribute: ['公文', '属性', '发文', '文件公开', '目录', '条目', '源头认定', '拟公开', '印发文件', '认定为'],
    supposed: [
      '如',
      '若',
      '如果',
      '假如',
      '凡',
      '一旦',
      '确保',
      '力争',
      '避免',
      '防止',
      '杜绝',
      '争取',
      '计划',
      '拟',
      '预计',
      '下一步',
      '将',
      '应当',
      '目标',
      '实现',
      '要求',
      '不得',
      '（免征|减征|减免|免收|停征|缓征|退还|取消|下放|承接）',
      '是否',
      '未能',
      '因未',
    ],
    judge: [
      '（受理|审理|审结|办理|办结|承办|处理|审查|共办理|新收|收到|作出|做出）（行政|）复议',
      '复议（决定|机关|机构|局|委|委员会|体制|改革|决定书）',
      '审理',
      '审结',
      '承办',
      '应诉',
      '行政应诉',
      '代理',
    ],
    more: ['另', '又', '再', '另外', '追加', '（还|仍|尚|另）有', '其余（的|）', '剩余（的|）', '余下（的|）'],
  },
};
