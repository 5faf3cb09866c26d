"""Data for finding sentences: by language, what a full stop does not end and what a new sentence opens with.

The key `''` holds for every language. Scripts other than Latin stand there too: their words clash with nobody's.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BOUND: dict[str, frozenset[str]] = {
    "": _words(
        "Mr Mrs Ms Mx Messrs Dr Drs Prof Mme Mlle St Ste Sta Sto Gen Brig Maj Col Lt Capt Cpt Cdr Cmdr Cmdt Adm Sgt "
        "Cpl vs cf ca viz e.g i.e ibid т.е т.к т.н напр см ср ул просп наб проф акад доц ген полк подп лейт адм зам "
        "отв ред сост изд тов г-н г-жа вул"
    ),
    "en": _words("Sen Sens Rep Reps Gov Govs Pres Amb Hon Rev Msgr Supt Insp Pvt Pfc Mt Ft approx esp incl resp née"),
    "fr": _words("MM Mgr Me éd trad p.ex c.-à-d"),
    "de": _words("Hr Fr Frl Dipl Ing bzw d.h z.B u.a o.g s.o s.u i.d.R z.T z.Zt sog vgl bspw evtl ggf geb inkl"),
    "es": _words("Sr Sra Sres Srta Dra Lic Gral Excmo Excma Ud Uds p.ej"),
    "it": _words("Sig Sigg Sig.ra Dott Dott.ssa Avv Card Mons p.es"),
    "pt": _words("Sr Sra Srs Dra Exmo Exma p.ex"),
    "nl": _words("dhr mevr mw drs bijv d.w.z o.a m.a.w t.a.v"),
}
"""Abbreviations that always want what follows: their full stop ends nothing."""

BEFORE_NUMBER: dict[str, frozenset[str]] = {
    "": _words("No Nos Nr p pp Vol vol Art art Fig fig Ch ch Sec sec Par para ст стр с п пп ч т рис табл"),
    "en": _words("no nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Res"),
    "fr": _words("janv févr avr juil sept oct nov déc chap"),
    "de": _words("Jan Feb Apr Aug Sept Okt Nov Dez Abs Bd Abb Aufl"),
    "es": _words("ene feb mar abr jun jul ago sept oct nov dic núm pág"),
    "it": _words("pag cap"),
    "pt": _words("pág núm"),
    "nl": _words("blz nr"),
}
"""Abbreviations that want a number; before anything else their full stop ends the sentence."""

LOOSE: dict[str, frozenset[str]] = {
    "": _words(
        "etc al Inc Ltd Corp Cos Bros Co Jr Sr Esq Ph.D LL.M Assn Dept Govt г гг в вв р н.э тыс млн млрд трлн руб коп "
        "долл чел кв км обл р-н т.д т.п др пр проч им ім пл пер"
    ),
    "en": _words(
        "Ave Blvd Rd Ala Ariz Ark Calif Colo Conn Fla Ga Ill Kan Ky La Mass Md Mich Minn Mont Neb Nev Okla Pa Tenn "
        "Tex Va Vt Wis Wyo est hrs mins sq oz lb lbs ft"
    ),
    "fr": _words("Cie av bd"),
    "de": _words("usw usf Jh Jg Mio Mrd Tsd Str"),
    "es": _words("Cía EE.UU"),
    "it": _words("ecc"),
}
"""Abbreviations that may close a sentence: they do before a word that opens one."""

CLOSING = _words("etc ecc usw usf т.д т.п др пр проч тыс млн млрд трлн руб коп долл чел Mio Mrd Tsd")
"""Of these, the ones that close a list or a quantity: any capital letter after them begins a sentence."""

OPENERS: dict[str, frozenset[str]] = {
    "": _words(
        "А Без Более Был Была Были Было В Во Вот Все Всё Вскоре Где Да Даже Для До Его Ее Её Если Есть Еще Ещё За "
        "Затем Здесь Зато И Из Именно Или Иначе Их К Как Какой Когда Кто Кроме Ли Лишь Между Мне Многие Мы На Над Наш "
        "Не Нет Никто Но Ну О Об Однако Он Она Они Оно От По Под Позже После Потом Поэтому Почему При Про Пусть С Сам "
        "Сейчас Со Среди Так Такая Такие Такое Такой Также Там Тем Теперь То Тогда Того Тоже Только Ты У Уже Хотя "
        "Через Что Чтобы Эта Эти Это Этот Я Але Від Він Вона Вони Воно Ві З Зі Й Ми Після Та Тому Це Цей Що Як Якщо І "
        "Її"
    ),
    "en": _words(
        "A According After Again All Although Among An And Another Any As At Because Before Besides Both But By Could "
        "Despite Did Do Does During Each Earlier Even Every Few Finally First For From Furthermore Given Had Has Have "
        "Having He Hence Her Here His How However I If In Indeed Instead Is It Its Later Like Many Meanwhile Moreover "
        "Most Much Must My Neither Nevertheless No None Nonetheless Nor Not Nothing Now Of On Once One Only Or Other "
        "Others Our Over Perhaps Rather Recently She Should Similarly Since So Some Soon Still Subsequently Such That "
        "The Their Then There Therefore These They This Those Though Through Thus To Today Under Unlike Until Was We "
        "Were What When Where Whether Which While Who Whose Why Will With Within Without Would Yesterday Yet You Your"
    ),
    "fr": _words(
        "À Après Au Aussi Aux Avant Avec Ce Cela Celle Celui Ces Cet Cette Chaque Comme Dans De Depuis Des Donc Du "
        "Elle Elles En Enfin Entre Est Et Il Ils J Je L La Le Les Leur Lors Mais Même Ni Nous On Or Ou Où Par Pendant "
        "Pour Pourtant Puis Quand Que Qui Quoi Sa Sans Selon Ses Si Son Sous Sur Tout Toute Tous Très Un Une Vous"
    ),
    "de": _words(
        "Aber Alle Als Also Am An Auch Auf Aus Außerdem Bei Beim Beide Da Dabei Dadurch Daher Damit Dann Das Dass Dem "
        "Den Denn Der Deshalb Die Dies Diese Dieser Dieses Doch Dort Durch Ein Eine Einem Einen Einer Einige Er Erst "
        "Es Für Gegen Hier Ich Ihr Ihre Im In Ist Jede Jeder Jetzt Kein Keine Man Mit Nach Nachdem Nicht Noch Nun Nur "
        "Ob Obwohl Ohne Sein Seine Seit Seitdem Sie So Später Trotz Trotzdem Um Und Unter Viele Vom Von Vor Was "
        "Während Weil Wenn Wer Wie Wir Wird Wo Zu Zum Zur Zwar Zwischen"
    ),
    "es": _words(
        "A Además Al Ante Aunque Cada Como Con Cuando De Del Desde Después Durante El Él Ella Ellas Ellos En Entre "
        "Era Es Esa Ese Esta Este Esto Estos Fue Hay La Las Lo Los Más Mientras Muchos No Nos Para Pero Por Porque "
        "Que Quien Se Según Si Sí Sin Sobre Su Sus También Tras Un Una Y Ya Yo"
    ),
}
"""Function words that open a sentence even after an abbreviation: 'in the U.S. The next'."""

ORDINAL = _words("cs da de et fi hr hu is lv nb nn no pl sk sl sr")
"""Languages that write ordinal numbers with a full stop: 'am 3. Oktober'."""

SAYING = _words(
    "said says say asked asks told tells added adds replied replies wondered wonders wrote writes warned warns noted "
    "notes argued argues answered answers exclaimed declared demanded insisted joked quipped continued concluded "
    "explained recalled remarked retorted shouted responded observed tweeted posted"
)
"""After a question or an exclamation in quotation marks: 'Why not?' Dana Levi asked."""


def of(table: dict[str, frozenset[str]], language: str) -> frozenset[str]:
    """What a table holds for a language, given as a two-letter code; English where none is given."""
    return table[""] | table.get(language or "en", frozenset())
