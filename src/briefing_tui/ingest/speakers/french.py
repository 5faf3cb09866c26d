"""French words for the search for speakers."""

from __future__ import annotations

from ...model.abbreviations import OPENERS
from .lexicon import Lexicon, Unsaid, listed

_PLACES = listed(
    "Afghanistan Afrique Algérie Allemagne Amérique Ankara Angleterre Asie Athènes Autriche Belgique Berlin Beyrouth "
    "Bruxelles Canada Chine Corée Damas Égypte Espagne Europe Finlande France Gaza Genève Grèce Inde Irak Iran Irlande "
    "Israël Istanbul Italie Japon Jérusalem Kiev Kyiv Liban Libye Londres Lyon Madrid Mali Maroc Marseille Moscou New "
    "Pakistan Palestine Paris Pékin Pologne Québec Rome Russie Suède Suisse Syrie Téhéran Tokyo Tunisie Turquie "
    "Ukraine Varsovie Washington UE ONU AFP Reuters États-Unis Royaume-Uni Nord Sud Est Ouest Saint"
)
_PARTICIPLES = listed(
    "déclaré dit affirmé ajouté expliqué précisé indiqué souligné estimé assuré annoncé confirmé répondu rappelé jugé "
    "lancé commenté martelé conclu insisté averti écrit reconnu raconté confié"
)
_PRESENT = listed(
    "déclare dit affirme ajoute explique précise indique souligne assure annonce confirme répond rappelle commente "
    "insiste avertit reconnaît raconte confie poursuit"
)
_PRONOUNS = {"il": "m", "elle": "f"}

WORDS = Lexicon(
    saying=_PARTICIPLES | _PRESENT,
    claiming=listed("estime juge lance conclut demandé demande dénoncé dénonce"),
    that=listed("que"),
    between=listed("a avait aussi également ainsi encore notamment ensuite par"),
    behind=listed("lundi mardi mercredi jeudi vendredi samedi dimanche hier"),
    adverb_ending="ment",
    passive=listed("est était été sont"),
    according=(("selon",), ("d’après",), ("d'après",)),
    fixed={
        **{(f"{verb}-t-{who}",): sex for verb in _PRESENT for who, sex in _PRONOUNS.items()},
        **{(f"{verb}-{who}",): sex for verb in _PRESENT for who, sex in _PRONOUNS.items()},
        **{(f"a-t-{who}", verb): sex for verb in _PARTICIPLES for who, sex in _PRONOUNS.items()},
    },
    breaking=listed("et mais car après avant depuis quand lorsque tandis"),
    unsaid=Unsaid(
        negating=listed("ne n’a n'a n’avait n'avait pas jamais rien personne aucun aucune ni sans guère"),
        denying=listed("nié nie dément démenti conteste contesté"),
        hedging=listed("prétendument"),
        unspoken=listed("jamais pas rien"),
        verb_before_negation=True,
        inverting=listed("avait aurait"),
        supposing=listed("si s’il s'il"),
        awaiting=listed("quand lorsque") | {"dès que", "une fois que", "tant que", "chaque fois que", "aussitôt que"},
        now=_PRESENT | listed("estime juge lance conclut demande dénonce"),
        past=listed("a avait"),
        unreal=listed("faux fausse falsifiée rumeur rumeurs inventée prétendue"),
        fiction=listed("film roman pièce sketch rêve conte satire comédie"),
        placing=listed("dans"),
        naming=listed("intitulé intitulée appelé appelée nommé nommée baptisé baptisée"),
        works=listed(
            "film roman chanson poème livre article affiche slogan titre mot terme devise "
            "album exposition pétition étude rapport campagne programme projet opéra série jeu"
        ),
        prepositions=listed("de du des d à au aux en dans sur pour par avec sans sous contre chez depuis"),
    ),
    pronouns=_PRONOUNS,
    objects={"lui": "m", "elle": "f"},
    honorifics={"m": "m", "mme": "f", "mlle": "f", "monsieur": "m", "madame": "f", "dr": "", "me": ""},
    roles=listed(
        "président présidente premier ministre ministres chancelier chancelière ambassadeur ambassadrice député "
        "députée sénateur sénatrice maire secrétaire porte-parole directeur directrice chef cheffe responsable général "
        "colonel préfet préfète professeur professeure chercheur chercheuse politologue historien historienne "
        "économiste sociologue spécialiste expert experte analyste avocat avocate procureur procureure juge médecin "
        "journaliste auteur autrice écrivain fondateur fondatrice patron patronne diplomate commissaire conseiller "
        "conseillère délégué déléguée entraîneur syndicaliste militant militante membre représentant représentante"
    ),
    modifiers=listed(
        "ancien ancienne vice-président haut russe israélien israélienne américain américaine français française "
        "britannique allemand allemande ukrainien ukrainienne iranien iranienne syrien turc chinois premier première"
    ),
    institutions=listed("Kremlin Élysée Matignon Pentagone Ministère Commission Conseil Parquet"),
    definite=listed("le la les l"),
    indefinite=listed("un une"),
    belonging=listed("du de des au à"),
    stops=listed(
        "le la les un une des du de d l et ou mais si que qui dont où quand parce car pour par sur dans en à au aux "
        "avec sans sous entre vers chez est sont était a ont avait il elle ils elles on nous vous je ce cette ces son "
        "sa ses leur ne pas plus très aussi comme"
    ),
    who=listed("qui"),
    serving=listed("dirige dirigeait préside présidait enseigne"),
    being=listed("est fut"),
    owners={"son": "", "sa": "", "leur": "", "ses": ""},
    relative=listed("qui que dont où"),
    never=_PLACES,
    openers=OPENERS["fr"] | listed(
        "Selon Mardi Lundi Mercredi Jeudi Vendredi Samedi Dimanche Interrogé Interrogée"
    ),
)  # fmt: skip
