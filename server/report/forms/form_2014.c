#include "report/forms/data.h"

/*
 * Reporting years 2014–2018: contents by article 32, and the 政府信息公开情况统计表 of
 * 国办发〔2014〕32号, which many bodies annexed to their report. The rows are those of the national
 * form; local forms left out or added some. The form prints no relation between its rows; how
 * strong one is follows from the wording: numbered rows under a parent are a complete split, 其中
 * is an inclusion.
 */

#define DECREE "国办发〔2014〕32号"

static const char *const disclosed_variants[] = {"（一）主动公开政府信息数", NULL};
static const char *const disclosed_normative_variants[] = {"主动公开规范性文件数", NULL};
static const char *const press_conferences_led_variants[] = {"主要负责同志参加新闻发布会次数",
                                                             NULL};
static const char *const online_interviews_led_variants[] = {"主要负责同志参加政府网站在线访谈次数",
                                                             NULL};
static const char *const received_other_variants[] = {"5.其他形式申请数", "5.其他方式申请数",
                                                      "5.其他申请数", NULL};
static const char *const refused_state_secret_variants[] = {"涉及国家秘密", NULL};
static const char *const review_corrected_variants[] = {"（二）被纠错数", "（二）依法纠错数", NULL};
static const char *const suit_corrected_variants[] = {"（二）被纠错数", NULL};
static const char *const complaint_variants[] = {"六、举报投诉数量", NULL};
static const char *const complaint_upheld_variants[] = {"（一）维持数", NULL};
static const char *const complaint_corrected_variants[] = {"（二）被依法纠错数", NULL};
static const char *const delivered_variants[] = {"七、向图书馆、档案馆等查阅场所报送信息数量",
                                                 NULL};
static const char *const fees_variants[] = {"八、依申请公开信息收取的费用数", NULL};
static const char *const training_variants[] = {"十、政府信息公开会议和培训的情况", NULL};
static const char *const count_variants[] = {"统计数量", "数量", "统计数据", NULL};

/* ---- 政府信息公开情况统计表 ---- */

static const nb_form_column columns[] = {
    {"value", "统计数", count_variants, NULL, NULL, NB_VALUE_COUNT},
};

static const nb_form_row rows[] = {
    {"disclosure", "一、主动公开情况", NULL, NULL, NULL, NULL, NB_VALUE_NONE},
    {"disclosed", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", disclosed_variants,
     "一、主动公开情况", NULL, "条", NB_VALUE_COUNT},
    {"disclosed_normative", "其中：主动公开规范性文件数", disclosed_normative_variants,
     "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "一、主动公开情况", "条",
     NB_VALUE_COUNT},
    {"issued_normative", "制发规范性文件总数", NULL,
     "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "一、主动公开情况", "件",
     NB_VALUE_COUNT},
    {"channels", "（二）通过不同渠道和方式公开政府信息的情况", NULL, "一、主动公开情况", NULL, NULL,
     NB_VALUE_NONE},
    {"channel_gazette", "1.政府公报公开政府信息数", NULL,
     "（二）通过不同渠道和方式公开政府信息的情况", "一、主动公开情况", "条", NB_VALUE_COUNT},
    {"channel_website", "2.政府网站公开政府信息数", NULL,
     "（二）通过不同渠道和方式公开政府信息的情况", "一、主动公开情况", "条", NB_VALUE_COUNT},
    {"channel_microblog", "3.政务微博公开政府信息数", NULL,
     "（二）通过不同渠道和方式公开政府信息的情况", "一、主动公开情况", "条", NB_VALUE_COUNT},
    {"channel_wechat", "4.政务微信公开政府信息数", NULL,
     "（二）通过不同渠道和方式公开政府信息的情况", "一、主动公开情况", "条", NB_VALUE_COUNT},
    {"channel_other", "5.其他方式公开政府信息数", NULL,
     "（二）通过不同渠道和方式公开政府信息的情况", "一、主动公开情况", "条", NB_VALUE_COUNT},
    {"response", "二、回应解读情况", NULL, NULL, NULL, NULL, NB_VALUE_NONE},
    {"responses", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", NULL,
     "二、回应解读情况", NULL, "次", NB_VALUE_COUNT},
    {"response_channels", "（二）通过不同渠道和方式回应解读的情况", NULL, "二、回应解读情况", NULL,
     NULL, NB_VALUE_NONE},
    {"press_conferences", "1.参加或举办新闻发布会总次数", NULL,
     "（二）通过不同渠道和方式回应解读的情况", "二、回应解读情况", "次", NB_VALUE_COUNT},
    {"press_conferences_led", "其中：主要负责同志参加新闻发布会次数",
     press_conferences_led_variants, "1.参加或举办新闻发布会总次数", "二、回应解读情况", "次",
     NB_VALUE_COUNT},
    {"online_interviews", "2.政府网站在线访谈次数", NULL, "（二）通过不同渠道和方式回应解读的情况",
     "二、回应解读情况", "次", NB_VALUE_COUNT},
    {"online_interviews_led", "其中：主要负责同志参加政府网站在线访谈次数",
     online_interviews_led_variants, "2.政府网站在线访谈次数", "二、回应解读情况", "次",
     NB_VALUE_COUNT},
    {"policy_explanations", "3.政策解读稿件发布数", NULL, "（二）通过不同渠道和方式回应解读的情况",
     "二、回应解读情况", "篇", NB_VALUE_COUNT},
    {"social_media_responses", "4.微博微信回应事件数", NULL,
     "（二）通过不同渠道和方式回应解读的情况", "二、回应解读情况", "次", NB_VALUE_COUNT},
    {"other_responses", "5.其他方式回应事件数", NULL, "（二）通过不同渠道和方式回应解读的情况",
     "二、回应解读情况", "次", NB_VALUE_COUNT},
    {"requests", "三、依申请公开情况", NULL, NULL, NULL, NULL, NB_VALUE_NONE},
    {"received", "（一）收到申请数", NULL, "三、依申请公开情况", NULL, "件", NB_VALUE_COUNT},
    {"received_in_person", "1.当面申请数", NULL, "（一）收到申请数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"received_fax", "2.传真申请数", NULL, "（一）收到申请数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"received_online", "3.网络申请数", NULL, "（一）收到申请数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"received_letter", "4.信函申请数", NULL, "（一）收到申请数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"received_other", "5.其他形式", received_other_variants, "（一）收到申请数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"handled", "（二）申请办结数", NULL, "三、依申请公开情况", NULL, "件", NB_VALUE_COUNT},
    {"handled_in_time", "1.按时办结数", NULL, "（二）申请办结数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"handled_extended", "2.延期办结数", NULL, "（二）申请办结数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"answered", "（三）申请答复数", NULL, "三、依申请公开情况", NULL, "件", NB_VALUE_COUNT},
    {"answered_already_public", "1.属于已主动公开范围数", NULL, "（三）申请答复数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"answered_granted", "2.同意公开答复数", NULL, "（三）申请答复数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"answered_partial", "3.同意部分公开答复数", NULL, "（三）申请答复数", "三、依申请公开情况",
     "件", NB_VALUE_COUNT},
    {"answered_refused", "4.不同意公开答复数", NULL, "（三）申请答复数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"refused_state_secret", "其中：涉及国家秘密", refused_state_secret_variants,
     "4.不同意公开答复数", "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"refused_commercial_secret", "涉及商业秘密", NULL, "4.不同意公开答复数", "三、依申请公开情况",
     "件", NB_VALUE_COUNT},
    {"refused_privacy", "涉及个人隐私", NULL, "4.不同意公开答复数", "三、依申请公开情况", "件",
     NB_VALUE_COUNT},
    {"refused_stability", "危及国家安全、公共安全、经济安全和社会稳定", NULL, "4.不同意公开答复数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"refused_not_information", "不是《条例》所指政府信息", NULL, "4.不同意公开答复数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"refused_other", "法律法规规定的其他情形", NULL, "4.不同意公开答复数", "三、依申请公开情况",
     "件", NB_VALUE_COUNT},
    {"answered_not_ours", "5.不属于本行政机关公开数", NULL, "（三）申请答复数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"answered_not_existing", "6.申请信息不存在数", NULL, "（三）申请答复数", "三、依申请公开情况",
     "件", NB_VALUE_COUNT},
    {"answered_to_be_amended", "7.告知作出更改补充数", NULL, "（三）申请答复数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"answered_other_way", "8.告知通过其他途径办理数", NULL, "（三）申请答复数",
     "三、依申请公开情况", "件", NB_VALUE_COUNT},
    {"review", "四、行政复议数量", NULL, NULL, NULL, "件", NB_VALUE_COUNT},
    {"review_upheld", "（一）维持具体行政行为数", NULL, "四、行政复议数量", NULL, "件",
     NB_VALUE_COUNT},
    {"review_corrected", "（二）被依法纠错数", review_corrected_variants, "四、行政复议数量", NULL,
     "件", NB_VALUE_COUNT},
    {"review_other", "（三）其他情形数", NULL, "四、行政复议数量", NULL, "件", NB_VALUE_COUNT},
    {"suit", "五、行政诉讼数量", NULL, NULL, NULL, "件", NB_VALUE_COUNT},
    {"suit_upheld", "（一）维持具体行政行为或者驳回原告诉讼请求数", NULL, "五、行政诉讼数量", NULL,
     "件", NB_VALUE_COUNT},
    {"suit_corrected", "（二）被依法纠错数", suit_corrected_variants, "五、行政诉讼数量", NULL,
     "件", NB_VALUE_COUNT},
    {"suit_other", "（三）其他情形数", NULL, "五、行政诉讼数量", NULL, "件", NB_VALUE_COUNT},
    {"complaint", "六、被举报投诉数量", complaint_variants, NULL, NULL, "件", NB_VALUE_COUNT},
    {"complaint_upheld", "（一）维持具体行政行为数", complaint_upheld_variants,
     "六、被举报投诉数量", NULL, "件", NB_VALUE_COUNT},
    {"complaint_corrected", "（二）被纠错数", complaint_corrected_variants, "六、被举报投诉数量",
     NULL, "件", NB_VALUE_COUNT},
    {"complaint_other", "（三）其他情形数", NULL, "六、被举报投诉数量", NULL, "件", NB_VALUE_COUNT},
    {"delivered", "七、向图书馆、档案馆等查阅场所报送信息数", delivered_variants, NULL, NULL, "条",
     NB_VALUE_COUNT},
    {"delivered_paper", "（一）纸质文件数", NULL, "七、向图书馆、档案馆等查阅场所报送信息数", NULL,
     "条", NB_VALUE_COUNT},
    {"delivered_electronic", "（二）电子文件数", NULL, "七、向图书馆、档案馆等查阅场所报送信息数",
     NULL, "条", NB_VALUE_COUNT},
    {"fees", "八、依申请公开信息收取的费用", fees_variants, NULL, NULL, "万元", NB_VALUE_AMOUNT},
    {"organisation", "九、机构建设和保障经费情况", NULL, NULL, NULL, NULL, NB_VALUE_NONE},
    {"offices", "（一）政府信息公开工作专门机构数", NULL, "九、机构建设和保障经费情况", NULL, "个",
     NB_VALUE_COUNT},
    {"reading_points", "（二）设置政府信息公开查阅点数", NULL, "九、机构建设和保障经费情况", NULL,
     "个", NB_VALUE_COUNT},
    {"staff", "（三）从事政府信息公开工作人员数", NULL, "九、机构建设和保障经费情况", NULL, "人",
     NB_VALUE_COUNT},
    {"staff_full_time", "1.专职人员数（不包括政府公报及政府网站工作人员数）", NULL,
     "（三）从事政府信息公开工作人员数", "九、机构建设和保障经费情况", "人", NB_VALUE_COUNT},
    {"staff_part_time", "2.兼职人员数", NULL, "（三）从事政府信息公开工作人员数",
     "九、机构建设和保障经费情况", "人", NB_VALUE_COUNT},
    {"budget",
     "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", NULL,
     "九、机构建设和保障经费情况", NULL, "万元", NB_VALUE_AMOUNT},
    {"training", "十、政府信息公开会议和培训情况", training_variants, NULL, NULL, NULL,
     NB_VALUE_NONE},
    {"meetings", "（一）召开政府信息公开工作会议或专题会议数", NULL,
     "十、政府信息公开会议和培训情况", NULL, "次", NB_VALUE_COUNT},
    {"courses", "（二）举办各类培训班数", NULL, "十、政府信息公开会议和培训情况", NULL, "次",
     NB_VALUE_COUNT},
    {"persons_trained", "（三）接受培训人员数", NULL, "十、政府信息公开会议和培训情况", NULL,
     "人次", NB_VALUE_COUNT},
};

static const nb_form_block blocks[] = {
    {.corner = "统计指标",
     .columns = columns,
     .column_count = NB_COUNT(columns),
     .rows = rows,
     .row_count = NB_COUNT(rows)},
};

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A row is one of the parts of another: 其中, or a channel of a number that counts each item once.
 */
#define PART(name, weight, number, part, whole, zh_, en_)                                          \
    {                                                                                              \
        .key = (name), .axis = NB_AXIS_ROWS, .relation = NB_REL_LE, .strength = (weight),          \
        .strength_below = NB_HEUR, .left = (part), .right = (whole), .relation_number = (number),  \
        .says = {                                                                                  \
            .zh = (zh_),                                                                           \
            .en = (en_)                                                                            \
        }                                                                                          \
    }

/* Rows that split another completely. above: when the parts add up to more; below: to less. */
#define SPLIT(name, above, below, number, parts, whole, zh_, en_)                                  \
    {                                                                                              \
        .key = (name), .axis = NB_AXIS_ROWS, .relation = NB_REL_EQ, .strength = (above),           \
        .strength_below = (below), .left = (parts), .right = KEYS(whole), .total = (whole),        \
        .relation_number = (number), .says = {                                                     \
            .zh = (zh_),                                                                           \
            .en = (en_)                                                                            \
        }                                                                                          \
    }

static const nb_identity identities[] = {
    PART("normative_of_disclosed", NB_MUST, 38, KEYS("disclosed_normative"), KEYS("disclosed"),
         "其中：主动公开规范性文件数≤主动公开政府信息数",
         "normative documents disclosed ≤ items disclosed"),
    PART("normative_disclosed_of_issued", NB_SHOULD, 39, KEYS("disclosed_normative"),
         KEYS("issued_normative"), "主动公开规范性文件数≤制发规范性文件总数",
         "normative documents disclosed ≤ issued"),
    PART("channel_gazette_of_disclosed", NB_SHOULD, 40, KEYS("channel_gazette"), KEYS("disclosed"),
         "政府公报公开政府信息数≤主动公开政府信息数",
         "gazette ≤ items disclosed (each counted once)"),
    PART("channel_website_of_disclosed", NB_SHOULD, 40, KEYS("channel_website"), KEYS("disclosed"),
         "政府网站公开政府信息数≤主动公开政府信息数",
         "website ≤ items disclosed (each counted once)"),
    PART("channel_microblog_of_disclosed", NB_SHOULD, 40, KEYS("channel_microblog"),
         KEYS("disclosed"), "政务微博公开政府信息数≤主动公开政府信息数",
         "microblog ≤ items disclosed (each counted once)"),
    PART("channel_wechat_of_disclosed", NB_SHOULD, 40, KEYS("channel_wechat"), KEYS("disclosed"),
         "政务微信公开政府信息数≤主动公开政府信息数",
         "WeChat ≤ items disclosed (each counted once)"),
    PART("channel_other_of_disclosed", NB_SHOULD, 40, KEYS("channel_other"), KEYS("disclosed"),
         "其他方式公开政府信息数≤主动公开政府信息数",
         "other ways ≤ items disclosed (each counted once)"),
    PART("disclosed_by_some_channel", NB_SHOULD, 40, KEYS("disclosed"),
         KEYS("channel_gazette", "channel_website", "channel_microblog", "channel_wechat",
              "channel_other"),
         "主动公开政府信息数≤各渠道公开数之和", "items disclosed ≤ sum of all channels"),
    PART("press_conferences_led", NB_MUST, 41, KEYS("press_conferences_led"),
         KEYS("press_conferences"), "其中：主要负责同志参加次数≤新闻发布会总次数",
         "conferences with the head ≤ all conferences"),
    PART("online_interviews_led", NB_MUST, 41, KEYS("online_interviews_led"),
         KEYS("online_interviews"), "其中：主要负责同志参加次数≤在线访谈次数",
         "interviews with the head ≤ all interviews"),
    PART("responses_by_some_way", NB_HEUR, 42, KEYS("responses"),
         KEYS("press_conferences", "online_interviews", "policy_explanations",
              "social_media_responses", "other_responses"),
         "回应热点舆情数≤各方式回应解读之和", "topics responded to ≤ sum of all ways"),
    SPLIT("received", NB_MUST, NB_MUST, 43,
          KEYS("received_in_person", "received_fax", "received_online", "received_letter",
               "received_other"),
          "received", "各形式申请数之和＝收到申请数", "requests by all ways = received"),
    SPLIT("handled", NB_MUST, NB_MUST, 44, KEYS("handled_in_time", "handled_extended"), "handled",
          "按时办结数＋延期办结数＝申请办结数", "in time + extended = handled"),
    PART("handled_of_received", NB_SHOULD, 45, KEYS("handled"), KEYS("received"),
         "申请办结数≤收到申请数", "handled ≤ received"),
    SPLIT("answered", NB_MUST, NB_MUST, 46,
          KEYS("answered_already_public", "answered_granted", "answered_partial",
               "answered_refused", "answered_not_ours", "answered_not_existing",
               "answered_to_be_amended", "answered_other_way"),
          "answered", "各类答复数之和＝申请答复数", "answers of all kinds = answered"),
    SPLIT("refused", NB_HEUR, NB_SHOULD, 47,
          KEYS("refused_state_secret", "refused_commercial_secret", "refused_privacy",
               "refused_stability", "refused_not_information", "refused_other"),
          "answered_refused", "其中各情形之和＝不同意公开答复数", "grounds of refusal = refused"),
    SPLIT("answered_is_handled", NB_HEUR, NB_SHOULD, 48, KEYS("answered"), "handled",
          "申请答复数＝申请办结数", "answered = handled"),
    SPLIT("review", NB_MUST, NB_SHOULD, 49,
          KEYS("review_upheld", "review_corrected", "review_other"), "review",
          "维持＋纠错＋其他情形＝行政复议数量", "upheld + corrected + other = reviews"),
    SPLIT("suit", NB_MUST, NB_SHOULD, 49, KEYS("suit_upheld", "suit_corrected", "suit_other"),
          "suit", "维持或驳回＋纠错＋其他情形＝行政诉讼数量",
          "upheld + corrected + other = lawsuits"),
    SPLIT("complaint", NB_MUST, NB_SHOULD, 49,
          KEYS("complaint_upheld", "complaint_corrected", "complaint_other"), "complaint",
          "维持＋纠错＋其他情形＝被举报投诉数量", "upheld + corrected + other = complaints"),
    SPLIT("delivered", NB_MUST, NB_MUST, 50, KEYS("delivered_paper", "delivered_electronic"),
          "delivered", "纸质文件数＋电子文件数＝报送信息数", "paper + electronic = delivered"),
    SPLIT("staff", NB_MUST, NB_MUST, 51, KEYS("staff_full_time", "staff_part_time"), "staff",
          "专职人员数＋兼职人员数＝工作人员数", "full-time + part-time = staff"),
};

static const nb_form_table tables[] = {
    {.key = NB_TABLE_STATISTICS,
     .section = NB_SECTION_NONE,
     .title = "政府信息公开情况统计表",
     .blocks = blocks,
     .block_count = NB_COUNT(blocks),
     .identities = identities,
     .identity_count = NB_COUNT(identities),
     .basis = DECREE},
};

const nb_form nb_form_2014 = {
    .id = NB_FORM_2014,
    .name = "2014",
    .first_year = 2014,
    .last_year = 2018,
    .title = {.zh = "2014年统计表", .en = "the statistics form of 2014"},
    .decree = DECREE,
    .decree_title = "《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》",
    .regulation = "《中华人民共和国政府信息公开条例》（国务院令第492号）",
    .sections = nb_article_32_sections,
    .section_count = NB_ARTICLE_32_COUNT,
    .has_fixed_titles = false,
    .tables = tables,
    .table_count = NB_COUNT(tables),
};
