#!/usr/bin/env python3
"""Writes fold_table.c, the characters that folding (include/nb/text/fold.h) changes.

    python3 server/text/fold_table.py > server/text/fold_table.c
"""

import unicodedata

DROPPED, SAME = 1, 0

# Unicode's Equivalent_Unified_Ideograph, in the order of the code points; "." has none in the BMP.
CJK_RADICALS = (0x2E80, """
    .厂乛乚乙亻冂.刀刂卜㔾小小兀尣尢.巳幺彑彐忄心扌攵.旡日月歺母民氵氺灬爫爫丬牛犭王.目示礻.糹
    纟罓罒㓁冗.羊..耂肀聿肉.艹艹艹虎衤覀西见角.讠贝.车辶辶辶邑钅長镸长门.阝雨青韦页风飞食.飠
    饣.马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
""")
KANGXI_RADICALS = (0x2F00, """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工
    己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉
    瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯
    鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
""")

# Traditional characters whose simplified form occurs in labels and titles of the forms or in the
# names of places and bodies. A character that is also simplified writing of something else is
# listed only if no label knows that other meaning.
TRADITIONAL = """
    戶户 靑青 徵征 匯汇 彙汇 託托
    佈布 佔占 來来 係系 個个 備备 傳传 債债 價价 億亿 儘尽 優优 內内 兩两 別别 則则 劃划 動动
    務务 勞劳 區区 協协 參参 呂吕 員员 問问 單单 嚮向 國国 圍围 圓圆 圖图 執执 報报 場场 實实
    寧宁 審审 寫写 寶宝 將将 專专 對对 導导 屬属 崗岗 帳账 帶带 廢废 廣广 廳厅 強强 後后 徑径
    從从 復复 徹彻 應应 懷怀 捲卷 掛挂 採采 據据 擬拟 擴扩 數数 斷断 於于 昇升 時时 暫暂 書书
    會会 東东 條条 楊杨 業业 構构 標标 橋桥 機机 檔档 檢检 檯台 權权 歷历 決决 沒没 況况 減减
    準准 溝沟 滬沪 漢汉 濟济 濱滨 瀋沈 灣湾 為为 無无 熱热 爭争 爲为 獲获 現现 環环 當当 發发
    盡尽 監监 盤盘 盧卢 眞真 眾众 瞭了 確确 礦矿 祕秘 稅税 稱称 積积 穩稳 穫获 節节 範范 簡简
    粵粤 糾纠 納纳 紙纸 級级 終终 組组 結结 絡络 給给 統统 經经 綫线 維维 網网 線线 編编 縣县
    總总 織织 繞绕 繳缴 繼继 續续 纍累 罰罚 羣群 義义 聞闻 聯联 職职 聽听 臺台 與与 興兴 舉举
    華华 萬万 蓋盖 蘇苏 蘭兰 處处 號号 衆众 衛卫 裏里 補补 裡里 製制 複复 見见 規规 視视 親亲
    覽览 訂订 計计 訊讯 訓训 訟讼 訪访 設设 許许 訴诉 註注 評评 詢询 試试 話话 該该 詳详 誌志
    認认 誤误 說说 説说 調调 談谈 請请 證证 議议 護护 讀读 讓让 負负 財财 貫贯 責责 貴贵 費费
    資资 質质 賬账 購购 贛赣 軍军 較较 載载 輯辑 輿舆 轉转 辦办 辭辞 農农 迴回 這这 週周 進进
    過过 遞递 遷迁 選选 遺遗 遼辽 還还 郵邮 鄉乡 釋释 銀银 錯错 錶表 鎮镇 鐵铁 鑒鉴 長长 門门
    開开 間间 関关 閩闽 閱阅 閲阅 關关 陝陕 陞升 陽阳 際际 險险 隱隐 隻只 雙双 雲云 電电 頁页
    項项 預预 領领 題题 額额 類类 顯显 風风 養养 餘余 館馆 駁驳 駝驼 驗验 體体 髮发 魚鱼 魯鲁
    鳳凤 鹹咸 麗丽 黃黄 點点 黨党 齊齐 龍龙
"""

# How a simplified text prints the characters of three Kangxi radicals.
PRINTED = {"戶": "户", "靑": "青", "黃": "黄"}

BLANKS = [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028,
          0x2029, 0x202F, 0x205F, 0x3000]
ZERO_WIDTH = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
ALIKE = {
    "[": "〔﹝【［",
    "]": "〕﹞】］",
    '"': "“”„‟＂",
    "'": "‘’",
    "-": "—–―－﹣−‐‑‒",
    "~": "～〜",
    ".": "．",
    "〇": "○",
}
PAGE = 64


def base_table():
    table = {c: ord(chr(c).lower()) for c in range(0x41, 0x5B)}
    table.update({c: ord(chr(c - 0xFEE0).lower()) for c in range(0xFF01, 0xFF5F)})
    for first, characters in (CJK_RADICALS, KANGXI_RADICALS):
        for i, character in enumerate("".join(characters.split())):
            if character != ".":
                table[first + i] = ord(PRINTED.get(character, character))
    for target, sources in ALIKE.items():
        table.update({ord(c): ord(target) for c in sources})
    table.update({c: DROPPED for c in BLANKS + ZERO_WIDTH})
    return table


def with_traditional(table):
    simplified = {ord(pair[0]): ord(pair[1]) for pair in TRADITIONAL.split()}
    result = dict(table)
    for c in range(0x10000):
        target = table.get(c, c)
        if target in simplified:
            result[c] = simplified[target]
    return result


def without_punctuation(table):
    result = dict(table)
    for c in range(0x10000):
        target = table.get(c, c)
        if target != DROPPED and unicodedata.category(chr(target))[0] in "PS":
            result[c] = DROPPED
    return result


def main():
    base = base_table()
    tables = [base, with_traditional(base)]
    tables += [without_punctuation(t) for t in tables]
    pages, numbers, indexes = [], {}, []
    for table in tables:
        index = []
        for first in range(0, 0x10000, PAGE):
            page = tuple(table.get(c, SAME) for c in range(first, first + PAGE))
            for c, target in zip(range(first, first + PAGE), page):
                assert len(chr(target).encode()) <= len(chr(c).encode("utf-8", "surrogatepass"))
            if page not in numbers:
                numbers[page] = len(pages)
                pages.append(page)
            index.append(numbers[page])
        indexes.append(index)
    print("/* Written by fold_table.py; do not edit. */")
    print('#include "fold_table.h"')
    print("/* clang-format off */")
    print("const uint16_t nb_fold_index[4][1024] = {")
    for index in indexes:
        print("{")
        for i in range(0, len(index), 32):
            print(",".join(map(str, index[i:i + 32])) + ",")
        print("},")
    print("};")
    print(f"const uint16_t nb_fold_pages[{len(pages)}][{PAGE}] = {{")
    for page in pages:
        body = page
        while len(body) > 1 and body[-1] == SAME:
            body = body[:-1]
        cells = [str(target) for target in body]
        print("{" + ",".join(cells) + "},")
    print("};")


main()
