"""The language of a text, by its script or its small words."""

from __future__ import annotations

import pytest

from briefing_tui.ingest.rules.language import language_of
from tests.unit.ingest.samples import BUDGET, COUNCIL

FRENCH = (
    "PARIS, 4 mai — Les pêcheurs de la côte réclament un quai. Leur syndicat affirme que chaque hiver des barques "
    "sont endommagées faute d’abri. La préfecture promet une étude, qu’elle n’a pas encore commandée."
)
GERMAN = (
    "Fischer aus Hafen fordern einen neuen Kai. Jeden Winter werden mehrere Boote beschädigt, weil ein "
    "Schutzbecken fehlt. Die Behörde verspricht bis Herbst eine Studie, nennt aber weder Kosten noch Termine."
)
SPANISH = (
    "Los pescadores de la costa piden un muelle. Su sindicato dice que cada invierno varias barcas quedan dañadas "
    "por falta de abrigo. El puerto promete un estudio, que aún no ha encargado y que nadie espera ya."
)
ITALIAN = (
    "I pescatori della costa chiedono un molo. Il sindacato dice che ogni inverno le barche sono danneggiate "
    "perché non c’è riparo. Il porto promette uno studio, che nessuno ha ancora ordinato."
)
PORTUGUESE = (
    "Os pescadores da costa pedem um cais. O sindicato diz que em cada inverno há barcos danificados por falta de "
    "abrigo. O porto promete um estudo, que ainda não foi pedido e que já ninguém espera."
)
DUTCH = (
    "De vissers aan de kust vragen om een kade. Hun bond zegt dat er elke winter boten beschadigd worden omdat "
    "een haven ontbreekt. De stad belooft een studie, maar die is nog niet besteld."
)
CATALAN = (
    "Els pescadors de la costa demanen un moll. El seu sindicat diu que cada hivern les barques queden malmeses "
    "perquè no hi ha recer. El port promet un estudi, però encara no l’ha encarregat."
)
NORWEGIAN = (
    "Fiskerne på kysten ber om en kai. Forbundet sier at det hver vinter er båter som blir ødelagt fordi havna "
    "mangler. Byen lover en studie, men den er ikke bestilt og ingen venter på den lenger."
)
NAMES = (
    "Anna Berg, Paul Duval, Ida Larsen, Omar Haddad, Ruth Carmi, Dana Levi, Ludwig Beek, Jane Doe, Carl Meier, "
    "Max Selva, Peter Harran, Kit Moe, Jon Dahl, Maeve Kan, Leon Gold"
)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", FRENCH),
        ("de", GERMAN),
        ("es", SPANISH),
        ("it", ITALIAN),
        ("pt", PORTUGUESE),
        ("nl", DUTCH),
        ("ca", CATALAN),
        ("", NORWEGIAN),
        ("", NAMES),
    ],
)
def test_language_of_small_words_and_none_between_two_that_are_near(code: str, text: str) -> None:
    assert language_of(text) == code


def test_language_where_it_is_sure() -> None:
    assert language_of(f"{COUNCIL} {BUDGET}") == "en"
    assert language_of("Совет порта заседал девять часов, и это знали все, кто был там.") == "ru"
    assert language_of("Рада порту засідала дев'ять годин, і всі це знали, бо вони були її члени.") == "uk"
    assert language_of("מועצת הנמל ישבה תשע שעות והתפזרה בלי שום החלטה שאפשר לקחת הביתה.") == "he"
    assert language_of("Selva, Harran, Levi, Haddad, Carmi, Meier, Beek, Doe, O’Neill, Plato, Grain, Ships") == ""
    assert language_of("Short.") == ""
