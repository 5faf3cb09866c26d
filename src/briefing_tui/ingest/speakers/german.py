"""German words for the search for speakers."""

from __future__ import annotations

from ...model.abbreviations import OPENERS
from .lexicon import Lexicon, Unsaid, listed

_PLACES = listed(
    "Afghanistan Ägypten Afrika Amerika Ankara Asien Athen Baden Bayern Belarus Belgien Berlin Bonn Brandenburg Bremen "
    "Brüssel Bulgarien China Dänemark Damaskus Deutschland Dresden England Europa Finnland Frankfurt Frankreich Gaza "
    "Griechenland Großbritannien Hamburg Hessen Indien Irak Iran Irland Israel Istanbul Italien Japan Jerusalem Kairo "
    "Kiew Köln Korea Leipzig Libanon Libyen London Madrid Moskau München New Nord Ost Österreich Paris Pakistan Polen "
    "Prag Rom Rumänien Russland Sachsen Schweden Schweiz Spanien Süd Stuttgart Syrien Teheran Thüringen Tokio "
    "Tschechien Türkei Ukraine Ungarn USA Warschau Washington West Wien Zürich EU UN DDR Montag Dienstag Mittwoch "
    "Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März April Mai Juni Juli August September Oktober "
    "November Dezember Reuters Film Prozent Euro Dollar Uhr Jahr Jahre Tag Woche Monat Ende Anfang Mitte"
)

WORDS = Lexicon(
    saying=listed(
        "sagt sagte erklärt erklärte betont betonte warnt warnte meint meinte ergänzt ergänzte berichtete behauptet "
        "behauptete mitteilte entgegnete erwiderte antwortete äußerte versicherte schreibt schrieb unterstrich"
    ),
    claiming=listed(
        "teilte forderte fordert kritisierte kritisiert fragte fügte nannte verwies kündigte lobte erzählt erzählte"
    ),
    feeling=listed("glaubt glaubte hofft hoffte findet"),
    that=listed("dass"),
    subject_first=listed("erklärt berichtete schrieb schreibt"),
    between=listed("hat habe hatte auch dann später zuletzt zudem dabei am weiter"),
    passive=listed("wird wurde werden worden ist war"),
    according=(("laut",), ("nach", "Angaben", "von"), ("nach", "Worten", "von"), ("nach", "Ansicht", "von")),
    breaking=listed("und aber weil nachdem bevor seit als während obwohl"),
    unsaid=Unsaid(
        negating=listed("nie niemals nicht nichts kein keine keiner niemand keineswegs nirgends weder noch kaum ohne"),
        denying=listed("bestritt bestreitet leugnete leugnet dementierte dementiert verneinte"),
        hedging=listed("angeblich vermeintlich beinahe fast"),
        unspoken=listed("nie niemals nicht nichts keineswegs niemandem kaum angeblich"),
        verb_before_negation=True,
        inverting=listed("hätte hat hatte würde sollte"),
        supposing=listed("wenn falls ob sofern") | {"als ob"},
        awaiting=listed("sobald solange sooft bis ehe bevor nachdem"),
        now=listed(
            "sagt erklärt betont warnt meint ergänzt behauptet schreibt glaubt hofft findet fordert kritisiert fragt "
            "erzählt hat"
        ),
        past=listed("hatte"),
        unreal=listed("gefälschte gefälschten gefälschter gefälschtes erfundene erfundenen gerücht gerüchte"),
        fiction=listed("film roman stück theaterstück drama sketch witz traum märchen satire"),
        placing=listed("im in"),
        naming=listed("namens betitelt genannt genannte genannten heißt hieß"),
        works=listed(
            "film roman lied gedicht buch artikel plakat schlagzeile losung parole motto wort begriff titel "
            "programm projekt album ausstellung petition studie bericht kampagne oper serie spiel"
        ),
        prepositions=listed(
            "von über in im an am auf aus bei beim mit nach zu zum zur für gegen durch um seit vor unter"
        ),
    ),
    pronouns={"er": "m", "sie": "f"},
    honorifics={"herr": "m", "frau": "f", "dr": "", "prof": "", "professor": "m", "professorin": "f"},
    roles=listed(
        "präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin "
        "außenminister außenministerin innenminister innenministerin verteidigungsminister verteidigungsministerin "
        "finanzminister finanzministerin justizminister gesundheitsminister wirtschaftsminister wirtschaftsministerin "
        "ministerpräsident ministerpräsidentin premierminister premierministerin regierungschef regierungschefin "
        "staatschef vizepräsident vizepräsidentin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin "
        "botschafter botschafterin sprecher sprecherin regierungssprecher regierungssprecherin vorsitzender "
        "vorsitzende vorsitzenden parteichef parteichefin fraktionschef fraktionschefin generalsekretär "
        "generalsekretärin chef chefin leiter leiterin direktor direktorin geschäftsführer geschäftsführerin vorstand "
        "experte expertin professor professorin forscher forscherin wissenschaftler wissenschaftlerin historiker "
        "historikerin ökonom ökonomin politologe politologin analyst analystin anwalt anwältin rechtsanwalt richter "
        "richterin general abgeordneter abgeordnete abgeordneten politiker politikerin arzt ärztin trainer trainerin "
        "autor autorin journalist journalistin unternehmer unternehmerin gründer gründerin beamter beamte diplomat "
        "diplomatin mitarbeiter mitarbeiterin vertreter vertreterin"
    ),
    role_endings=(
        "minister", "ministerin", "präsident", "präsidentin", "sprecher", "sprecherin", "chef", "chefin", "kanzler",
        "kanzlerin", "experte", "expertin", "forscher", "forscherin", "leiter", "leiterin", "direktor", "direktorin",
        "vorsitzender", "vorsitzende", "vorsitzenden", "meister", "meisterin", "anwalt", "anwältin", "professorin",
        "trainer", "trainerin", "sekretär", "sekretärin", "wissenschaftler", "wissenschaftlerin",
    ),
    modifiers=listed(
        "ehemalige ehemaliger ehemaligen frühere früherer früheren israelische israelischer russische russischer "
        "deutsche deutscher amerikanische amerikanischer französische französischer britische britischer ukrainische "
        "ukrainischer iranische iranischer hochrangiger hochrangige stellvertretende stellvertretender"
    ),
    institutions=listed(
        "Außenministerium Verteidigungsministerium Innenministerium Finanzministerium Justizministerium Ministerium "
        "Kreml Bundesregierung Polizei Staatsanwaltschaft Botschaft Armee Bundeswehr Kommission"
    ),
    definite=listed("der die das den dem"),
    indefinite=listed("ein eine einer einem"),
    belonging=listed("des der aus vom von im"),
    stops=listed(
        "der die das den dem des ein eine einer einem eines und oder aber dass wenn weil als ob in im an am auf aus "
        "bei beim mit nach von vom vor zu zum zur für über unter gegen durch um seit ist sind war waren wird werden "
        "wurde hat haben hatte er sie es wir ich sich nicht auch noch nur so wie"
    ),
    who=listed("der die"),
    owners={"sein": "m", "seine": "m", "ihr": "", "ihre": "", "dessen": "m", "deren": ""},
    relative=listed("der die das welcher welche"),
    nouns_capital=True,
    never=_PLACES,
    openers=OPENERS["de"] | listed(
        "Hätte Wenn Sobald Solange Sooft Bevor Nachdem Bis Falls Ob Laut Diese Dabei Zuletzt"
    ),
)  # fmt: skip
