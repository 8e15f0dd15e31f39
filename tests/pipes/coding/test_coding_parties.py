"""Who acts and who is acted upon where parse or wording hides it: leads, decrees, conditions, owners."""

from __future__ import annotations

import pytest

from reportedly import Article, Reading
from reportedly import read as read_article


def roles(language: str, text: str, word: str) -> tuple[str | None, list[str], list[str]]:
    reading = read(language, text)
    claim = next(one for one in reading.claims if word in one.anchor.text)
    return (
        claim.plover,
        [one.text for one in claim.roles.actors],
        [one.text for one in claim.roles.recipients],
    )


def read(language: str, text: str) -> Reading:
    return read_article(Article(text=text, language=language))


@pytest.mark.parametrize(
    ("language", "text", "word", "wanted"),
    [
        (
            "fr",
            "LIMA (AFP) – La police a arrêté trois journalistes.",
            "arrêté",
            ("COERCE", ["La police"], ["trois journalistes"]),
        ),
        (
            "en",
            "LIMA, Peru -- The police arrested three journalists.",
            "arrested",
            ("COERCE", ["The police"], ["three journalists"]),
        ),
        (
            "fr",
            "Un juge a ordonné la libération du député.",
            "libération",
            ("RETREAT", ["Un juge"], ["député"]),
        ),
        (
            "en",
            "A judge ordered the release of the deputy.",
            "release",
            ("RETREAT", ["A judge"], ["the deputy"]),
        ),
        (
            "fr",
            "Le Chili a décidé de lever les sanctions contre le Pérou.",
            "lever",
            ("CONCEDE", ["Le Chili"], ["Pérou"]),
        ),
        (
            "en",
            "Chile has decided to lift the sanctions on Peru.",
            "lift",
            ("CONCEDE", ["Chile"], ["Peru"]),
        ),
        (
            "fr",
            "Le ministre a réitéré le soutien du Chili au Pérou.",
            "soutien",
            ("SUPPORT", ["Le ministre"], ["Pérou"]),
        ),
        (
            "en",
            "The minister reiterated Chile's support for Peru.",
            "support",
            ("SUPPORT", ["The minister"], ["Peru"]),
        ),
        (
            "fr",
            "Les rebelles ne signeront pas le traité jusqu'à ce que le Chili retire ses troupes.",
            "signeront",
            ("REJECT", ["Les rebelles"], ["le Chili"]),
        ),
        (
            "en",
            "The rebels will not sign the treaty until Chile withdraws its troops.",
            "sign",
            ("REJECT", ["The rebels"], ["Chile"]),
        ),
        (
            "fr",
            "Le Chili a fermé sa frontière avec le Pérou.",
            "fermé",
            ("SANCTION", ["Le Chili"], ["le Pérou"]),
        ),
        ("en", "Chile closed its border with Peru.", "closed", ("SANCTION", ["Chile"], ["Peru"])),
        (
            "fr",
            "Le Chili a menacé de recourir à la force contre le Pérou.",
            "menacé",
            ("THREATEN", ["Le Chili"], ["le Pérou"]),
        ),
        (
            "en",
            "Chile threatened to use force against Peru.",
            "threatened",
            ("THREATEN", ["Chile"], ["Peru"]),
        ),
        ("fr", "Le Chili a retiré ses troupes du Pérou.", "retiré", ("RETREAT", ["Le Chili"], ["Pérou"])),
        ("en", "Chile withdrew its troops from Peru.", "withdrew", ("RETREAT", ["Chile"], ["Peru"])),
        (
            "fr",
            "Le Chili a retiré ses observateurs du Pérou.",
            "retiré",
            ("SANCTION", ["Le Chili"], ["Pérou"]),
        ),
        ("en", "Chile withdrew its observers from Peru.", "withdrew", ("SANCTION", ["Chile"], ["Peru"])),
        (
            "fr",
            "Le président a appelé le roi pour le féliciter.",
            "appelé",
            ("SUPPORT", ["Le président"], ["le roi"]),
        ),
        (
            "en",
            "The president called the king to congratulate him.",
            "called",
            ("SUPPORT", ["The president"], ["the king"]),
        ),
        ("fr", "Le Chili a posé un ultimatum au Pérou.", "ultimatum", ("THREATEN", ["Le Chili"], ["Pérou"])),
        ("en", "Chile gave Peru an ultimatum.", "ultimatum", ("THREATEN", ["Chile"], ["Peru"])),
        (
            "fr",
            "Le Chili a rencontré le Pérou à Genève.",
            "rencontré",
            ("CONSULT", ["Le Chili"], ["le Pérou"]),
        ),
        ("en", "Chile met Peru in Geneva.", "met", ("CONSULT", ["Chile"], ["Peru"])),
    ],
)
def test_parties(language: str, text: str, word: str, wanted: tuple[str, list[str], list[str]]) -> None:
    kind, actors, recipients = roles(language, text, word)
    assert kind == wanted[0]
    assert actors == wanted[1]
    assert [one.removeprefix("du ").removeprefix("au ").removeprefix("le ") for one in recipients] == [
        one.removeprefix("le ") for one in wanted[2]
    ]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("fr", "Le juge n'a pas ordonné la libération du député.", "libération"),
        ("fr", "Le juge ordonnera la libération du député.", "libération"),
        ("en", "The judge will order the release of the deputy.", "release"),
    ],
)
def test_a_decree_to_come_has_decided_nothing(language: str, text: str, word: str) -> None:
    assert roles(language, text, word)[0] != "RETREAT"


@pytest.mark.parametrize(
    ("language", "text", "word", "wanted"),
    [
        ("en", "Chile supports sanctions against Peru.", "supports", ("SUPPORT", ["Chile"], [])),
        ("fr", "Le Chili soutient les sanctions contre le Pérou.", "soutient", ("SUPPORT", ["Le Chili"], [])),
        ("en", "Chile backed Libyan strikes on Peru.", "backed", ("SUPPORT", ["Chile"], ["Libyan"])),
        ("fr", "Le Chili soutient les raids libyens au Pérou.", "soutient", ("SUPPORT", ["Le Chili"], ["libyens"])),
        ("en", "Chile supports Libya's offensive against Peru.", "supports", ("SUPPORT", ["Chile"], ["Libya"])),
        ("en", "Chile condemned the attack on Peru.", "condemned", ("ACCUSE", ["Chile"], [])),
        ("fr", "Le Chili a condamné l'attaque contre le Pérou.", "condamné", ("ACCUSE", ["Le Chili"], [])),
        ("en", "Chile rejected sanctions against Peru.", "rejected", ("REJECT", ["Chile"], [])),
        ("fr", "Le Chili rejette les sanctions contre le Pérou.", "rejette", ("REJECT", ["Le Chili"], [])),
        ("en", "Chile called for sanctions against Peru.", "called", ("ACCUSE", ["Chile"], ["Peru"])),
    ],
)  # fmt: skip
def test_who_is_hit_by_an_act_is_no_party_to_its_praise_or_blame(
    language: str, text: str, word: str, wanted: tuple[str, list[str], list[str]]
) -> None:
    assert roles(language, text, word) == wanted


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "The president approved strikes on Peru.", "strikes"),
        ("en", "The president authorised strikes on Peru.", "strikes"),
        ("fr", "Le président a approuvé des frappes contre le Pérou.", "frappes"),
        ("fr", "Le président a autorisé des frappes contre le Pérou.", "frappes"),
        ("fr", "Le Pérou a entériné la livraison de chars au Chili.", "livraison"),
    ],
)
def test_what_is_approved_is_still_to_come(language: str, text: str, word: str) -> None:
    claims = read(language, text).claims
    assert [one.factuality.status for one in claims if word in one.anchor.text] == ["planned"]
    assert all(one.type != "CONCEDE" for one in claims)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Peru signed a contract for the delivery of radars to Chile.", "planned"),
        ("fr", "Le Pérou a signé un contrat pour la livraison de radars au Chili.", "planned"),
        ("fr", "Un accord sur la livraison de radars au Chili a été signé.", "planned"),
        ("en", "Talks on the delivery of radars to Chile go on.", "unknown"),
        ("fr", "Les discussions sur la livraison de radars au Chili se poursuivent.", "unknown"),
        ("en", "Parliament holds a vote on the delivery of radars to Chile.", "planned"),
        ("fr", "Le Parlement organise un vote sur la livraison de radars au Chili.", "planned"),
        ("en", "Peru threatened Chile with a delivery of radars to Libya.", "possible"),
        ("fr", "Le Pérou est au bord d'une livraison de radars au Chili.", "expected"),
        ("en", "Peru warned Chile against a delivery of radars to Libya.", "unknown"),
        ("fr", "Le Pérou a mis en garde le Chili contre une livraison de radars à la Libye.", "unknown"),
    ],
)
def test_what_is_contracted_or_warned_against_is_no_fact(language: str, text: str, status: str) -> None:
    claims = [one for one in read(language, text).claims if one.act == "delivery"]
    assert [one.factuality.status for one in claims] == [status]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers held their annual retreat in Chile."),
        ("fr", "Les ministres ont tenu leur retraite annuelle au Chili."),
        ("fr", "Le ministre a pris sa retraite en juin."),
    ],
)
def test_not_all_that_is_called_a_retreat_is_one(language: str, text: str) -> None:
    assert [one.type for one in read(language, text).claims if one.type == "RETREAT"] == []


def test_of_two_who_are_named_the_first_leaves() -> None:
    found = roles("fr", "Le retrait de la France du Tchad a commencé.", "retrait")
    assert found[:2] == ("RETREAT", ["la France"])


def test_what_a_document_provides_is_no_condition() -> None:
    claims = read(
        "en", "The text is expected to ban arms for Chile, as well as providing aid to Peru."
    ).claims
    assert all(one.factuality.status != "conditional" for one in claims)


def test_whoever_speaks_is_not_he_in_his_own_words() -> None:
    text = '"Todd Stone was wrong," said Mitt Miller. "Today, the senators urged him to sign."'
    reading = read("en", text)
    claim = next(one for one in reading.claims if one.anchor.text == "urged")
    names = {entity.id: entity.name for entity in reading.entities}
    assert [names[one.entity or ""] for one in claim.roles.recipients] == ["Todd Stone"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They spoke near the site of the attacks of Sept. 11, 2001, in Lima."),
        ("fr", "Ils parlaient près du lieu des attentats du 13 novembre 2015 à Lima."),
    ],
)
def test_no_day_is_struck(language: str, text: str) -> None:
    struck = [one.text for claim in read(language, text).claims for one in claim.roles.recipients]
    assert not any("1" in one for one in struck)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "Clashes broke out between the army and the rebels.", "Clashes"),
        ("en", "Clashes erupted in Lima between the army and the rebels.", "Clashes"),
        ("fr", "Des combats ont éclaté entre l'armée et les rebelles.", "combats"),
        ("fr", "Des affrontements ont eu lieu à Lima entre l'armée et les rebelles.", "affrontements"),
    ],
)
def test_what_breaks_out_has_its_parties(language: str, text: str, word: str) -> None:
    assert len(roles(language, text, word)[1]) == 2


def test_nobody_asks_himself() -> None:
    claims = read("fr", "« Nous appelons à manifester jeudi », a déclaré Anne Durand.").claims
    assert [one.text for claim in claims for one in claim.roles.recipients] == []


@pytest.mark.parametrize(
    "text", ["Le club a battu Lima 3-0 samedi.", "L'entreprise a attaqué son concurrent en justice."]
)
def test_no_match_and_no_lawsuit_is_an_assault(text: str) -> None:
    assert not any(one.type == "ASSAULT" for one in read("fr", text).claims)
