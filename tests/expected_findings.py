"""What a reader finds in the five articles: what is in tension in them, and what reconciles.

TENSIONS lists every disagreement, doubt and impossible sum between the articles or inside one.
RECONCILED lists what looks like a disagreement and is none. Claims are given as "M/its-id", M being
the first letter of the outlet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExpectedFinding:
    """What, where, and the verdict that an editor would sign. Claims are given as "M/its-id"."""

    what: str
    rule: str
    topic: str  # subject, attribute, scope
    verdict: str
    claims: str


EXPECTED_FINDINGS = (
    ExpectedFinding(
        "Monetaweb has 85 bn spent in 2025, Cryptopolitan 150; both have 160 for 2026",
        "quantity-mismatch",
        "bytedance / ai-spending / 2025",
        "contradicts",
        "M/ai-spending-2025 C/ai-spending-2025",
    ),
    ExpectedFinding(
        "Monetaweb has all 160 bn (23 bn dollars) go to the H200, WebProNews at most 14 of 23",
        "quantity-mismatch",
        "bytedance / nvidia-spending / 2026, planned",
        "contradicts",
        "M/nvidia-spending-2026 W/nvidia-spending-2026",
    ),
    ExpectedFinding(
        "160 bn for one chip do not fit into Cryptopolitan's 85 bn for all AI processors",
        "part-exceeds-whole",
        "bytedance / nvidia-spending / 2026, planned",
        "impossible",
        "M/nvidia-spending-2026 C/chip-spending-2026",
    ),
    ExpectedFinding(
        "Doubao is open-source in Cryptopolitan, ByteDance's models proprietary in TuttoSemplice",
        "choice-mismatch",
        "doubao / openness /",
        "contradicts",
        "C/doubao-openness T/models-openness",
    ),
    ExpectedFinding(
        "WebProNews has Huawei's AI chips be Kunpeng, a family of CPUs; elsewhere, and for others,"
        " they are Ascend",
        "confusable-name",
        "huawei / ai-chip-line /",
        "confused",
        "M/huawei-chip-line W/huawei-chip-line W/huawei-chip-line-kunpeng",
    ),
    ExpectedFinding(
        "14 bn is 18 % more than 11.9, and WebProNews has 7 for the year before",
        "growth-mismatch",
        "bytedance / nvidia-spending / 2026, planned",
        "undetermined",
        "W/nvidia-spending-2026 W/nvidia-spending-2025 W/nvidia-spending-growth-2026",
    ),
    ExpectedFinding(
        "Monetaweb writes Dubao throughout",
        "name-variant",
        "doubao / /",
        "variant",
        "M/language-model M/hiagent-model M/doubao-users M/doubao-position"
        " T/language-model W/language-model C/doubao-openness",
    ),
    ExpectedFinding(
        "The 13 % of the first half of 2025 are dated to 2026 in TuttoSemplice's questions",
        "period-shift",
        "bytedance / ai-cloud-share /",
        "undetermined",
        "M/cloud-share T/cloud-share-faq",
    ),
    ExpectedFinding(
        "and so are Alibaba's 23 %",
        "period-shift",
        "alibaba / ai-cloud-share /",
        "undetermined",
        "M/alibaba-cloud-share T/alibaba-cloud-share-faq",
    ),
    ExpectedFinding(
        "85 bn for chips, of 2025 in one source and planned for 2026 in another",
        "period-shift",
        "bytedance / ai-chip-spending /",
        "undetermined",
        "M/chip-spending-2025 C/chip-spending-2026",
    ),
    ExpectedFinding(
        "daily users in TuttoSemplice's text are users in its questions",
        "dropped-qualifier",
        "doubao / users /",
        "scope-differs",
        "T/doubao-daily-users T/doubao-users-faq",
    ),
    ExpectedFinding(
        "about 15 bn of Alibaba's profit become 15",
        "dropped-qualifier",
        "alibaba / profit /",
        "scope-differs",
        "T/alibaba-profit T/alibaba-profit-faq",
    ),
    ExpectedFinding(
        "and around 50 bn of ByteDance's become 50",
        "dropped-qualifier",
        "bytedance / profit /",
        "scope-differs",
        "T/profit T/profit-faq",
    ),
    ExpectedFinding(
        "nor can January know ByteDance's share of 2026",
        "future-fact",
        "bytedance / ai-cloud-share /",
        "undetermined",
        "T/cloud-share-faq",
    ),
    ExpectedFinding(
        "nor Alibaba's",
        "future-fact",
        "alibaba / ai-cloud-share /",
        "undetermined",
        "T/alibaba-cloud-share-faq",
    ),
    ExpectedFinding(
        "TuttoSemplice has ByteDance first by daily tokens, Cryptopolitan has Google far ahead",
        "superlative-scope",
        "bytedance / token-rank / daily",
        "undetermined",
        "T/token-rank C/tokens C/google-tokens",
    ),
    ExpectedFinding(
        "AInvest's landmark order is a trial in Cryptopolitan, if sales are allowed at all",
        "status-gap",
        "bytedance / h200-order /",
        "undetermined",
        "A/h200-order C/h200-trial-order",
    ),
    ExpectedFinding(
        "TuttoSemplice has H200 in stock, Monetaweb and AInvest in a firm plan; for the others all"
        " hangs on Washington",
        "status-gap",
        "bytedance / nvidia-chips /",
        "undetermined",
        "T/nvidia-chips M/nvidia-chips-2026 A/nvidia-chips-2026"
        " C/nvidia-chips-2026 W/nvidia-chips-2026",
    ),
    ExpectedFinding(
        "approved customers may have the H200 in Cryptopolitan and AInvest; WebProNews, later,"
        " still waits for an approval",
        "status-gap",
        "h200 / china-sales /",
        "undetermined",
        "A/h200-china-sales C/h200-china-sales W/h200-china-sales",
    ),
    ExpectedFinding(
        "and in TuttoSemplice it is got round the restrictions",
        "choice-mismatch",
        "h200 / china-sales /",
        "undetermined",
        "A/h200-china-sales C/h200-china-sales T/h200-china-sales",
    ),
    ExpectedFinding(
        "TuttoSemplice has enormous reserves of Nvidia's chips, the others difficulty to get any",
        "choice-mismatch",
        "bytedance / nvidia-supply /",
        "undetermined",
        "T/nvidia-supply C/nvidia-supply W/nvidia-supply",
    ),
    ExpectedFinding(
        "WebProNews has ByteDance shift away from Nvidia, and spend 18 % more on it",
        "choice-mismatch",
        "bytedance / nvidia-dependence / 2026, planned",
        "undetermined",
        "W/away-from-nvidia W/more-for-nvidia",
    ),
    ExpectedFinding(
        "the budget is preliminary in Cryptopolitan, planned already in Monetaweb",
        "choice-mismatch",
        "bytedance / budget-status /",
        "undetermined",
        "C/budget-status M/budget-status",
    ),
    ExpectedFinding(
        "TuttoSemplice has ByteDance undercut all prices and sell a premium service; WebProNews has"
        " it offer AI for everyone",
        "choice-mismatch",
        "bytedance / offered-as /",
        "undetermined",
        "T/offered-as-premium T/offered-at-low-prices W/offered-to-all",
    ),
    ExpectedFinding(
        "Doubao is behind in benchmarks in Cryptopolitan; TuttoSemplice has ByteDance's models"
        " perform highly, and says by no measure",
        "choice-mismatch",
        "doubao / relative-performance /",
        "undetermined",
        "C/doubao-performance T/models-performance",
    ),
    ExpectedFinding(
        "Cryptopolitan and AInvest have ByteDance save on its models, TuttoSemplice has it use"
        " brute force: of computing power",
        "choice-mismatch",
        "bytedance / model-strategy /",
        "scope-differs",
        "A/model-strategy C/model-strategy T/computing-strategy",
    ),
    ExpectedFinding(
        "the H200 is among the most advanced chips in Monetaweb, weaker than Nvidia's best in"
        " Cryptopolitan: both are so",
        "choice-mismatch",
        "h200 / relative-performance /",
        "scope-differs",
        "M/h200-standing C/h200-performance",
    ),
    ExpectedFinding(
        "AInvest calls it cutting-edge and less powerful: of another measure each",
        "choice-mismatch",
        "h200 / relative-performance /",
        "scope-differs",
        "A/h200-standing A/h200-performance",
    ),
)

RECONCILED = {
    "monthly against daily active users": "M/doubao-users T/doubao-daily-users",
    "more than 100 million users against 259 million": "M/doubao-users T/doubao-users-faq",
    "160 bn yuan against 23 bn dollars": "M/ai-spending-2026 C/ai-spending-2026"
    " W/ai-spending-2026 W/ai-spending-next-year A/ai-spending-2026",
    "half of 160 bn against 85": "C/ai-spending-2026 C/chips-share-2026 C/chip-spending-2026",
    "a trial order, at its price, against a yearly ceiling": "C/h200-trial-order C/h200-unit-price"
    " W/nvidia-spending-2026",
    "a trial order against the plan that it anchors": "A/h200-order A/ai-spending-2026",
    "assistants against agents": "M/hiagent-builds T/hiagent-builds",
    "a founder against a chief executive": "T/founder-or-owner W/ceo",
    "leaving the AI cloud against selling chips": "M/huawei-cloud M/huawei-chip-sales",
    "leaving the AI cloud against having dominated the cloud": "M/huawei-cloud M/cloud-dominated",
    "85 bn for chips within 150 for all": "M/chip-spending-2025 C/ai-spending-2025",
    "7 bn dollars of Nvidia's within 85 bn yuan of chips": "M/chip-spending-2025"
    " W/nvidia-spending-2025",
    "Nvidia and Huawei within the budget": "W/nvidia-spending-2026 W/huawei-spending-2026"
    " W/ai-spending-2026",
    "Huawei within the chips": "W/huawei-spending-2026 C/chip-spending-2026",
    "5.6 bn now against 10 or more, if": "W/huawei-spending-2026 W/huawei-spending-later",
    "a budget with data centres against one without those leased abroad": "W/ai-spending-next-year"
    " C/overseas-leasing-booked C/ai-spending-2026",
    "18 % more for Nvidia against 7 % more in all": "W/nvidia-spending-growth-2026"
    " C/ai-spending-2025 C/ai-spending-2026",
    "300 bn against more than 300": "A/us-giants-spending-2025 C/us-giants-spending-2025",
    "390 million against about 390": "M/cloud-revenue T/cloud-revenue",
    "second operator against second supplier": "M/cloud-rank T/cloud-rank",
    "second with 13 % behind a first with 23": "T/cloud-rank T/alibaba-cloud-rank M/cloud-share"
    " M/alibaba-cloud-share",
    "a few years against less than two": "M/speed-of-rise T/speed-of-rise",
    "dominated by three against by one of them": "M/cloud-dominated T/cloud-dominated",
    "dominated by others against second by now": "M/cloud-dominated M/cloud-rank T/cloud-overtakes",
    "dominated by US firms, where nobody says": "A/cloud-dominated M/cloud-dominated"
    " T/cloud-dominated",
    "its own projects against its own apps": "M/tencent-focus A/tencent-focus",
    "a chip in development against its design complete": "M/chip-designed A/in-house-chip",
    "as fast as an H20 that is less potent": "M/chip-performance W/h20-performance",
    "Xi against ByteDance's orders": "C/h200-chinese-position C/h200-trial-order"
    " M/nvidia-chips-2026",
    "controls in force against one ban lifted": "C/controls-status C/ban-lifted W/restricted-since",
    "controls expected to ease and feared to tighten": "W/controls-expected W/controls-risk",
    "H100 and A100 barred against the H200 allowed": "W/restricted-chips C/h200-china-sales",
    "renting abroad against building abroad": "C/overseas-data-centres W/overseas-data-centres",
    "lawfully abroad against round the rules elsewhere": "C/restricted-hardware"
    " W/restricted-hardware W/restricted-hardware-asia T/restricted-hardware",
    "training and inference against inference": "W/ascend-use W/ascend-910b-use",
    "7 nm against 4": "W/ascend-910b-process W/h200-process",
    "the undisputed leader against losing ground in China": "W/nvidia-position W/nvidia-in-china",
    "most of the chips Nvidia's against a mix": "M/chip-supplier-2025 W/chip-suppliers",
    "most used against dominant": "M/doubao-position C/doubao-position T/doubao-position",
    "most used against behind in benchmarks": "C/doubao-overtakes C/doubao-benchmarks",
    "most used against 700 million downloads of another": "C/doubao-position T/qwen-downloads",
    "entertainment against agents that work": "T/doubao-focus T/hiagent-builds",
    "a closed platform against open models": "T/hiagent-openness C/doubao-openness",
    "open models of one against closed ones of the other": "T/qwen-openness T/models-openness",
    "1.7 tn bonds of one year against 1.8 of another": "C/bonds-2025 C/bonds-2020",
    "30 % of the net issue against the gross issue": "C/ai-bond-share C/bonds-2025",
    "about 50 bn profit against 50": "T/profit T/profit-faq",
    "about 15 bn profit against 15": "T/alibaba-profit T/alibaba-profit-faq",
    "a profit of 50 bn within a revenue of over 110": "T/profit W/revenue",
    "a thousand engineers among 100,000": "M/chip-team W/employees",
}
