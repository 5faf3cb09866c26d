"""English verbs by which words are put down to their subject."""

from __future__ import annotations

from .lexicon import listed

SAYING = listed(
    "said says say tell told tells added adds noted notes argued argues explained explains warned warns stressed "
    "stresses emphasized emphasised emphasizes emphasises insisted insists asserted asserts announced announces "
    "stated states declared declares remarked remarks commented comments acknowledged acknowledges admitted admits "
    "conceded concedes confirmed confirms replied replies responded responds answered answers wrote writes tweeted "
    "contended contends reiterated reiterates joked quipped cautioned cautions lamented laments testified testifies "
    "claimed claims retorted"
)
CLAIMING = listed(
    "asked asks observed observes recalled recalls suggested suggests continued continues concluded concludes called "
    "calls urged urges predicted predicts promised promises pledged vowed vows revealed reveals estimated estimates "
    "complained complains maintained maintains mentioned posted disclosed alleged alleges denied denies demanded "
    "reported boasted exclaimed wondered described describes accused praised slammed blasted criticized criticised "
    "condemned mused shouted proclaimed affirmed affirms denounced shared shares agreed agrees hinted quoted "
    "summarized disagreed offered recounted recounts opined cried yelled whispered sighed laughed dismissed labelled "
    "labeled likened hailed rejected characterized characterised concurred countered interjected reckons reckoned "
    "pleaded counters ruled rules assured assures repeated repeats indicated indicates implied implies protested "
    "objected informed reminded swore swears boasts muses opines proclaims speculated ventured hints pledges "
    "threatened threatens argue insist warn admit acknowledge concede maintain contend allege predict complain "
    "declare accuse accuses assert blamed blames claim estimate imply indicate note objects reports signaled signalled "
    "signals speculates stress suggest ventures"
)
JUDGING = listed(
    "call calls called dismiss dismisses dismissed describe describes described label labels labelled labeled brand "
    "brands branded denounce denounces denounced decry decries decried condemn condemns condemned reject rejects "
    "rejected ridicule ridicules ridiculed mock mocks mocked deride derides derided deem deems deemed term terms "
    "termed hail hails hailed praise praises praised portray portrays portrayed characterise characterises "
    "characterised characterize characterizes characterized slam slams slammed deplore deplores deplored laud lauds "
    "lauded"
)
CALLING = listed(
    "call calls called label labels labelled labeled brand brands branded deem deems deemed term terms termed"
)
ADDRESSING = listed(
    "promise promises promised assure assures assured warn warns warned remind reminds reminded inform informs "
    "informed tell tells told"
)
