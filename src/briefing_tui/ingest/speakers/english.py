"""English words for the search for speakers."""

from __future__ import annotations

from ...model.abbreviations import OPENERS
from .english_states import GIVEN_NAMES, STATES
from .english_verbs import ADDRESSING, CALLING, CLAIMING, JUDGING, SAYING
from .lexicon import Lexicon, Unsaid, listed

_PLACES = listed(
    "Afghanistan Africa Aleppo Algeria America Ankara Arabia Argentina Armenia Asia Athens Australia Austria "
    "Azerbaijan Baghdad Bahrain Balkans Bangladesh Beijing Beirut Belarus Belgium Berlin Bolivia Bosnia Boston Brazil "
    "Britain Brussels Bulgaria Cairo California Cambodia Cameroon Canada Caribbean Chicago Chile China Colombia Congo "
    "Crimea Croatia Cuba Cyprus Damascus Delhi Denmark Donetsk Doha Dubai Ecuador Egypt England Eritrea Estonia "
    "Ethiopia Europe Finland Florida France Gaza Geneva Germany Ghana Golan Greece Greenland Guatemala Gulf Haifa "
    "Haiti Heights Helsinki Honduras Hong Hungary Iceland India Indonesia Iran Iraq Ireland Islamabad Israel Istanbul "
    "Italy Jamaica Japan Jerusalem Kabul Kashmir Kazakhstan Kenya Kharkiv Korea Kosovo Kuwait Kyiv Kiev Kyrgyzstan "
    "Latvia Lebanon Liberia Libya Lithuania London Luxembourg Lisbon Madrid Malaysia Mali Malta Mexico Minsk Moldova "
    "Mongolia Montenegro Morocco Moscow Mozambique Mumbai Myanmar Nepal Netherlands Nicaragua Nigeria Norway Oman "
    "Ottawa Pacific Pakistan Palestine Panama Paraguay Peru Philippines Poland Portugal Prague Pyongyang Qatar Riyadh "
    "Romania Rome Russia Rwanda Scotland Senegal Seoul Serbia Shanghai Siberia Singapore Slovakia Slovenia Somalia "
    "Spain Stockholm Strait Sudan Sweden Switzerland Syria Taiwan Tajikistan Tehran Tel Texas Thailand Tibet Tokyo "
    "Tripoli Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vienna Vietnam Wales Warsaw Washington Yemen "
    "York Zambia Zimbabwe Zealand Saudi Sri UK US USA USSR UAE FSU DPRK GDR U.S. U.K. U.S.A. Arab Islamic Muslim "
    "Jewish Christian Street Avenue Road River Valley County City State States Kingdom Republic Union Federation North "
    "South East West Northern Southern Eastern Western Central New Middle Island Islands Mountain Lake Sea Ocean Bay "
    "Beach Park Airport"
)
_PEOPLES = listed(
    "Afghan African Albanian Algerian American Arabian Argentine Armenian Asian Australian Austrian Azerbaijani "
    "Bahraini Belarusian Belgian Bolivian Brazilian British Bulgarian Cambodian Canadian Catholic Chilean Chinese "
    "Colombian Congolese Croatian Cuban Cypriot Czech Danish Democratic Dutch Egyptian Emirati English Eritrean "
    "Estonian Ethiopian European Filipino Finnish French Georgian German Greek Hungarian Indian Indonesian Iranian "
    "Iraqi Irish Israeli Italian Japanese Jordanian Kazakh Kenyan Korean Kurdish Kuwaiti Latvian Lebanese Libyan "
    "Lithuanian Malaysian Mexican Moldovan Mongolian Moroccan Nigerian Norwegian Omani Orthodox Ottoman Pakistani "
    "Palestinian Peruvian Polish Portuguese Qatari Republican Romanian Russian Scottish Serbian Shiite Slovak "
    "Slovenian Somali Soviet Spanish Sudanese Sunni Swedish Swiss Syrian Taiwanese Thai Tibetan Tunisian Turkish "
    "Ugandan Ukrainian Uzbek Venezuelan Vietnamese Welsh Yemeni Zionist"
)
_DAYS = listed(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December Jan Feb Apr Aug Sept Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Christmas Easter "
    "Internet Covid COVID Covid-19 COVID-19 CEO CFO CTO COO Facebook Twitter Google Amazon Apple Microsoft Instagram "
    "YouTube iPhone TikTok Netflix Reuters Bloomberg Xinhua Interfax TASS"
)

WORDS = Lexicon(
    saying=SAYING,
    claiming=CLAIMING,
    feeling=listed(
        "believe believes believed think thinks thought feel feels hope hopes hoped fear fears feared sees saw reckon "
        "suspect suspects"
    ),
    judging=JUDGING,
    calling=CALLING,
    judged=listed("as"),
    addressing=ADDRESSING,
    particles=listed("off up out away"),
    versions=listed(
        "promise claim line message answer argument story position view version excuse theory reasoning explanation"
    ),
    others=listed("he she they it some many most all few"),
    own=listed("I We we My my Our our me"),
    what=listed("what"),
    made_of=listed("of"),
    givens=GIVEN_NAMES,
    matters=listed(
        "public works social welfare water transportation sport fisheries forestry food education arts religion war "
        "human rights roads planning higher digital international local rural urban equality children family women "
        "pensions employment statistics arbitration appeal appeals"
    ),
    keeping=listed("keep keeps kept"),
    that=listed("that how why"),
    phrasal={
        "went": "on", "goes": "on", "pointed": "out", "points": "out", "chimed": "in", "spoke": "of", "put": "it",
        "puts": "it", "held": "that",
    },
    subject_first=listed(
        "told tells wrote writes announced claimed claims stated states notes comments answers"
    ),
    between=listed(
        "has have had also even later then now further often always never again recently repeatedly previously once "
        "earlier reportedly famously himself herself both all once just still first rightly duly himself too soon "
        "immediately did today yesterday"
    ),
    adverb_ending="ly",
    passive=listed("is are was were been be being gets got"),
    according=(("according", "to"), ("told", "by"), ("words", "of")),
    citing=listed("cited cites citing quoted quotes quoting"),
    as_saying=frozenset({("as", "saying"), ("as", "telling"), ("as", "having"), ("as", "using"), ("as", "calling"),
        ("as", "describing")}),
    by=listed("by"),
    participles=listed(
        "saying telling repeating adding warning explaining arguing noting insisting calling describing stressing "
        "claiming declaring writing predicting stating asserting emphasizing emphasising recalling concluding joking "
        "quipping acknowledging admitting alleging announcing signalling asking promising vowing accusing dubbing"
    ),
    telling=listed("told tells telling"),
    passing_on=listed("reported reports quoted quotes cited cites wrote writes said says citing quoting"),
    talks={word: frozenset({"with", "to", "by", "in", "on"}) for word in ("interview", "comments", "remarks")},
    outlets=listed(
        "Haaretz Politico Axios Kommersant Vedomosti Izvestia Spiegel Zeit Bild Welt Figaro Monde Libération Kan Ynet "
        "Globes Kathimerini Hürriyet Sabah Repubblica País Mundo Corriere Atlantic Nikkei Yomiuri Asahi "
        "Jazeera Arabiya Al-Monitor Al-Jazeera Algemeiner Tagesspiegel Newsweek"
    ),
    outlet_nouns=listed(
        "newspaper daily broadcaster agency magazine channel station website network paper weekly radio television "
        "portal outlet tabloid podcast"
    ),
    contrasting=listed("but while whereas although though"),
    joining=listed("and or nor so yet"),
    governing=listed("of in from to for by with near outside inside behind beside"),
    breaking=listed("and but because after before since when while as until whereas although though"),
    unsaid=Unsaid(
        negating=listed(
            "never not no nobody none nothing neither nor nowhere without hardly scarcely barely rarely seldom cannot"
        ),
        denying=listed(
            "denied denies deny denying denial doubted doubts doubt disputed disputes disowned disavowed retracted "
            "refused refuses declined declines avoided avoids refrained stopped failed forgot false untrue incorrect "
            "against"
        ),
        hedging=listed(
            "allegedly reportedly supposedly purportedly falsely wrongly apparently presumably almost "
            "nearly will might"
        ),
        unspoken=listed("nothing little nobody neither never nowhere no-one"),
        inverting=listed("had has have did does do should were would could"),
        supposing=listed(
            "if unless whether suppose supposing imagine pretend wish wishes wished lest assuming provided providing"
        )
        | {"as though", "in case", "in the event"},
        awaiting=listed("when whenever once until till before after")
        | {
            "as soon as", "as long as", "so long as", "by the time", "the moment", "the minute", "the day", "the hour",
            "the instant", "every time", "each time", "next time", "any time", "the time",
        },
        now=listed("say tell has have") | {verb for verb in SAYING | CLAIMING if verb.endswith("s")},
        past=listed("had did"),
        unreal=listed(
            "forged fake faked fabricated doctored deepfake hoax rumour rumours rumor rumors myth legend fictional "
            "fictitious imaginary imagined apocryphal satirical parody spoof purported bogus invented manipulated"
        ),
        fiction=listed(
            "film movie novel play drama sketch parody satire cartoon comic joke meme dream nightmare fiction fable "
            "tale musical opera sitcom act episode screenplay script thriller fantasy"
        ),
        placing=listed("in on from into according"),
        naming=listed(
            "say said says saying tell told tells telling called titled entitled named dubbed nicknamed labelled "
            "labeled reading read reads known termed wrote written writing chanted chanting shouted shouting "
            "claimed described saw seen heard bearing quoted cited"
        ),
        asking=listed("which what whom whoever that"),
        works=listed(
            "film movie novel play drama sketch cartoon song poem book album article essay banner poster placard sign "
            "headline slogan title motto phrase word words term label nickname hymn anthem series show painting "
            "documentary musical opera lullaby ballad single track memoir story essay anthology magazine podcast "
            "exhibition festival lecture report study petition manifesto pamphlet leaflet program programme project "
            "inscription graffiti plaque notice caption epitaph proverb prayer carving sculpture campaign initiative "
            "operation game video photograph statue mural chant poems songs films books"
        ),
        prepositions=listed(
            "of in on at about for to with by from into over after before during under against through as like without "
            "since above below beside near outside inside between behind among across along around"
        ),
        instead=listed("far instead rather without"),
        passing=listed("say said says saying tell told telling"),
    ),
    pronouns={"he": "m", "she": "f"},
    objects={"him": "m", "her": "f"},
    honorifics={
        "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": "", "dr": "", "prof": "", "professor": "", "sir": "m",
        "dame": "f", "lord": "m", "lady": "f", "rabbi": "", "rev": "", "reverend": "", "father": "m", "sheikh": "m",
        "imam": "m", "ayatollah": "m", "madam": "f",
    },
    roles=listed(
        "president premier minister chancellor secretary ambassador envoy senator congressman congresswoman governor "
        "mayor lawmaker legislator deputy mp mk mep king queen prince princess emir sultan sheikh speaker chairman "
        "chairwoman chairperson chair chief head leader director commander general gen admiral adm colonel col major "
        "maj lieutenant lt captain capt sergeant sgt brigadier brig marshal officer spokesman spokeswoman spokesperson "
        "official diplomat representative rep sen gov amb delegate commissioner commissar counsel attorney lawyer "
        "solicitor barrister prosecutor judge justice sheriff detective inspector superintendent constable policeman "
        "analyst expert specialist scholar fellow professor lecturer researcher scientist historian economist "
        "sociologist psychologist physicist chemist biologist engineer doctor physician surgeon nurse psychiatrist "
        "epidemiologist virologist neuroscientist astronomer ecologist geologist philosopher theologian anthropologist "
        "archaeologist author writer novelist poet journalist reporter correspondent columnist editor publisher "
        "producer filmmaker photographer artist architect designer musician singer actor actress comedian conductor "
        "composer ceo cfo cto coo founder cofounder co-founder owner entrepreneur executive manager partner investor "
        "trader banker broker strategist consultant adviser advisor aide assistant coordinator organizer organiser "
        "activist campaigner advocate volunteer dissident farmer teacher principal headteacher dean provost rector "
        "student graduate pastor priest bishop archbishop cardinal pope patriarch rabbi imam cleric mufti resident "
        "coach captain quarterback striker midfielder defender goalkeeper player athlete trainer veteran soldier pilot "
        "astronaut firefighter paramedic baker chef curator librarian developer programmer hacker vice-president "
        "co-director co-chair treasurer ombudsman auditor regulator member undersecretary parliamentarian politician "
        "negotiator mediator strongman ayatollah candidate boss vp evp svp statistician meteorologist climatologist "
        "technologist evangelist victim witness survivor administrator cmdr supt msgr pvt cpl atty assemblyman "
        "assemblywoman alderman councilman councilwoman councillor councilor trustee commentator host anchor blogger "
        "youtuber mathematician pharmacist therapist counselor counsellor lecturer biographer critic reviewer "
        "president-elect postdoc immunologist oncologist neurologist cardiologist pediatrician radiologist pathologist "
        "microbiologist geneticist zoologist botanist oceanographer seismologist criminologist pollster lobbyist "
        "financier broadcaster screenwriter playwright choreographer rapper comic magician influencer streamer gamer "
        "rancher miner driver cyclist runner swimmer boxer golfer skier umpire referee pitcher catcher freshman "
        "sophomore alumnus intern apprentice organist pianist guitarist drummer violinist sculptor illustrator "
        "cartoonist animator dancer model designer stylist restaurateur winemaker brewer grower fisherman hunter "
        "ranger keeper veterinarian vet midwife dentist optometrist psychotherapist translator interpreter linguist "
        "genealogist archivist registrar master headmaster harbourmaster mother father "
        "widow builder carpenter fishmonger shopkeeper tailor cook waiter waitress butcher "
        "bursar treasurer comptroller controller"
    ),
    fields=listed(
        "Foreign Defense Defence Interior Finance Justice Health Education Home Prime Vice Deputy Energy Security "
        "National Public Internal External Economic Economy Affairs Trade Transport Agriculture Labor Labour Treasury "
        "Environment Culture Science Technology State Chief Attorney Secretary General Executive Staff Operations "
        "Product Marketing Senior Managing Associate Assistant Acting Former Supreme Senate House Opposition Party "
        "Police District Federal Information Intelligence Military Naval Army Commerce Industry Tourism Housing "
        "Development Creative Financial Technical Operating Research Press Communications Legal Prosecution "
        "Prosecutions Safety"
    ),
    modifiers=listed(
        "former senior deputy chief vice acting then ex retired veteran opposition prime foreign defense defence "
        "interior finance assistant associate lead top executive managing co ex-prime ex-president current incoming "
        "outgoing longtime long-time late emeritus assistant junior principal climate security political military "
        "intelligence legal medical health energy tech technology industry market research policy government police "
        "party state federal local regional national international human rights union team club campaign press media "
        "financial business economic science sports film music history law anti-corruption peace independent unnamed "
        "anonymous unidentified high-ranking high-level top-level lower-ranking diplomatic western european "
        "well-placed informed close additional other second third special general presidential parliamentary "
        "congressional city county district church school university college company corporate marketing data software "
        "supreme leading prominent renowned famous noted award-winning associate visiting nonresident non-resident"
    ),
    sources=listed(
        "official officials source sources diplomat diplomats spokesman spokeswoman spokesperson spokespeople "
        "representative representatives insider insiders aide aides adviser advisers advisor advisors officer officers "
        "minister lawmaker legislator prosecutor prosecutors ambassador envoy president premier leader executive "
        "commander general analyst director chairman researcher researchers lawyer attorney witness witnesses"
    ),
    institutions=listed(
        "Ministry Department Embassy Consulate Army Forces Navy Police Council Commission Committee Court House Office "
        "Agency Authority Bureau Parliament Senate Congress Cabinet Government Administration Board Bank Association "
        "Society Federation Foundation Institute University Union Organization Organisation Center Centre Service "
        "Corps Guard Secretariat Treasury Exchange Chamber Church Brotherhood Watch Hospital College Corporation Inc "
        "Ltd Corp Company Group Airlines Airways Motors Fund League Institution Party Alliance"
    ),
    institutions_in_text=listed(
        "ministry department embassy consulate army navy police council commission committee court agency authority "
        "bureau parliament foundation institute university union association federation board military government "
        "cabinet presidency party office opposition coalition junta regime navy force services service coastguard "
        "company bank firm airline hospital senate congress assembly treasury watchdog regulator prosecution"
    ),
    without_article=listed("police"),
    states=STATES,
    bodies=listed(
        "Kremlin Pentagon Vatican Knesset Hamas Hezbollah Taliban NATO UN EU IDF FBI CIA IAEA UNICEF UNESCO UNRWA "
        "UNHCR OPCW OSCE IMF OPEC Houthis Mossad Europol Interpol NASA Greenpeace Amnesty"
    ),
    standing=listed("close familiar involved briefed present"),
    role_endings=("ologist", "ographer", "onomist", "ophysicist"),
    definite=listed("the this that"),
    indefinite=listed("a an one another two three four five several"),
    linking=listed("of for and the on in at to"),
    belonging=listed("for of at from in with to"),
    stops=listed(
        "a an the this that these those and or but nor so yet if when while as than because although though since "
        "until of for to in on at by with from into onto about after before between during over under through against "
        "among is are was were be been being has have had do does did will would can could may might must shall should "
        "not no he she it they we you i his her its their our my your him them us me who whom whose which what where "
        "why how there here also just only even still then now very more most some any all each every both such many "
        "few"
    ),
    owners={"his": "m", "her": "f", "its": "", "their": "", "our": ""},
    asides=listed(
        "whom however too meanwhile though for in at on when while asked himself herself himself speaking like whose "
        "also of then from after during as by once now formerly"
    ),
    aside_ending="ing",
    adjective_endings=("al", "ary", "ic", "ive", "ous", "an", "ical"),
    relative=listed("who which that where whose but when while because"),
    plurals=listed(
        "officials sources diplomats spokespeople representatives insiders aides advisers advisors prosecutors "
        "researchers witnesses"
    ),
    who=listed("who"),
    serving=listed(
        "heads headed leads led runs ran directs directed chairs chaired served serves teaches taught founded "
        "co-founded represents represented oversees manages oversaw commands commanded studies specializes specialises"
    ),
    being=listed("is was"),
    days=_DAYS,
    no_names=("-based", "-born", "-led", "-style"),
    never=_PLACES | _PEOPLES | _DAYS,
    openers=OPENERS["en"] | listed(
        "Tomorrow Yesterday Today Tonight Unless Whenever Assuming Provided Providing Imagine Suppose Supposing "
        "Whoever Everyone Everybody Nobody Someone Somebody Anyone Two Three Four Five Several "
        "Yes So Then Asked Speaking Former Responding Citing Quoting Critics People Experts Analysts Residents Locals "
        "Villagers Observers Sceptics Opponents Supporters Witnesses Others Dear Even Just Let Do Says Said"
    ),
)  # fmt: skip
