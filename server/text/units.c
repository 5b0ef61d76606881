/*
 * The measure words and units that stand behind figures. A short one is often the beginning of
 * another word (处理, 条例, 本年): but names the characters that make it one. Longer ones come
 * before those they begin with.
 */
#include "number.h"

typedef struct unit {
    nb_view word;
    const char *but;     /* characters that must not follow */
    bool takes_numerals; /* 十二件, but not 三级 */
} unit;

/* clang-format off */
static const unit units[] = {
    {{NB_LIT("件次")}, "", true},       {{NB_LIT("件")}, "事", true},
    {{NB_LIT("条次")}, "", true},       {{NB_LIT("条")}, "例龙", true},
    {{NB_LIT("个百分点")}, "", true},   {{NB_LIT("个工作日")}, "", true},
    {{NB_LIT("个小时")}, "", true},     {{NB_LIT("个月")}, "", true},
    {{NB_LIT("个")}, "", true},         {{NB_LIT("次")}, "性日序", true},
    {{NB_LIT("篇")}, "", true},         {{NB_LIT("期")}, "间限末待", true},
    {{NB_LIT("份")}, "", true},         {{NB_LIT("项")}, "", true},
    {{NB_LIT("人次")}, "", true},       {{NB_LIT("人")}, "大民员事力才", true},
    {{NB_LIT("家")}, "长", true},       {{NB_LIT("户次")}, "", true},
    {{NB_LIT("户")}, "", true},         {{NB_LIT("元")}, "", true},
    {{NB_LIT("宗")}, "旨", true},       {{NB_LIT("起")}, "草止至来", true},
    {{NB_LIT("例")}, "如会行外", true}, {{NB_LIT("批次")}, "", true},
    {{NB_LIT("批")}, "准复示办", true}, {{NB_LIT("场次")}, "", true},
    {{NB_LIT("场")}, "所景地", true},   {{NB_LIT("部门")}, "", false},
    {{NB_LIT("部分")}, "", true},       {{NB_LIT("部")}, "署", true},
    {{NB_LIT("页")}, "", true},         {{NB_LIT("字")}, "号", false},
    {{NB_LIT("名")}, "单录称义", true}, {{NB_LIT("位")}, "于置", true},
    {{NB_LIT("大类")}, "", true},       {{NB_LIT("小类")}, "", true},
    {{NB_LIT("大项")}, "", true},       {{NB_LIT("小项")}, "", true},
    {{NB_LIT("类")}, "别型似", true},   {{NB_LIT("种")}, "", true},
    {{NB_LIT("册")}, "", true},         {{NB_LIT("张")}, "", true},
    {{NB_LIT("幅")}, "度", true},       {{NB_LIT("款")}, "", true},
    {{NB_LIT("处")}, "理罚置分于", true}, {{NB_LIT("笔")}, "", true},
    {{NB_LIT("封")}, "", true},         {{NB_LIT("通")}, "过知报告道畅用", false},
    {{NB_LIT("套")}, "", true},         {{NB_LIT("组")}, "织成建", true},
    {{NB_LIT("台")}, "账", false},      {{NB_LIT("支")}, "出持付部", false},
    {{NB_LIT("轮")}, "", true},         {{NB_LIT("本")}, "年级机行部单报区市县局镇街月次着", false},
    {{NB_LIT("卷")}, "", true},         {{NB_LIT("则")}, "", false},
    {{NB_LIT("版")}, "", false},        {{NB_LIT("层")}, "级面", false},
    {{NB_LIT("栋")}, "", false},        {{NB_LIT("座")}, "谈", false},
    {{NB_LIT("辆")}, "", false},        {{NB_LIT("艘")}, "", false},
    {{NB_LIT("块")}, "", false},
    {{NB_LIT("倍")}, "", false},        {{NB_LIT("遍")}, "", false},
    {{NB_LIT("小时")}, "", false},      {{NB_LIT("分钟")}, "", false},
    {{NB_LIT("分")}, "别析布类级享工散", false}, {{NB_LIT("秒")}, "", false},
    {{NB_LIT("天")}, "", false},        {{NB_LIT("周年")}, "", false},
    {{NB_LIT("周")}, "", false},        {{NB_LIT("学时")}, "", false},
    {{NB_LIT("课时")}, "", false},      {{NB_LIT("平方公里")}, "", false},
    {{NB_LIT("平方米")}, "", false},    {{NB_LIT("公里")}, "", false},
    {{NB_LIT("公顷")}, "", false},      {{NB_LIT("公斤")}, "", false},
    {{NB_LIT("亩")}, "", false},        {{NB_LIT("米")}, "", false},
    {{NB_LIT("吨")}, "", false},        {{NB_LIT("单位")}, "：:", false},
    {{NB_LIT("事项")}, "", false},      {{NB_LIT("街道")}, "", false},
    {{NB_LIT("乡镇")}, "", false},      {{NB_LIT("村")}, "", false},
    {{NB_LIT("社区")}, "", false},
};
/* clang-format on */

static bool is_beginning(nb_view text, uint32_t at, const char *but)
{
    if (at >= text.len || !*but)
        return false;
    uint32_t next = at;
    (void)nb_decode(text, &next);
    return nb_view_contains(nb_view_of(but), nb_view_sub(text, at, next));
}

static const unit *find_unit(nb_view text, uint32_t at)
{
    if (at >= text.len || (uint8_t)text.ptr[at] < 0xE4) /* none begins below U+4000 */
        return NULL;
    nb_view rest = nb_view_sub(text, at, text.len);
    if (rest.len < 3)
        return NULL;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const unit *u = &units[i];
        if (rest.ptr[2] != u->word.ptr[2] || rest.ptr[1] != u->word.ptr[1])
            continue;
        if (nb_view_starts_with(rest, u->word) && !is_beginning(text, at + u->word.len, u->but))
            return u;
    }
    return NULL;
}

nb_view nb_unit_at(nb_view text, uint32_t at)
{
    const unit *u = find_unit(text, at);
    return nb_view_sub(text, at, at + (u ? u->word.len : 0));
}

nb_view nb_unit_of_numeral_at(nb_view text, uint32_t at)
{
    const unit *u = find_unit(text, at);
    return nb_view_sub(text, at, at + (u && u->takes_numerals ? u->word.len : 0));
}
