"""Sentences in which nothing happens that the ledger should know: none of them may show a typed claim as fact.

Kinds: what nobody would say, documents that come out, harm to oneself, experts' warnings, names of places and things,
business, sport, disasters and illness, figures of speech, fiction and daily life.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from reportedly.language import load

ENGLISH = """
The firm executed the contract on time.
The drug is eliminated by the kidneys within a day.
Since May he has occupied the post of director.
The residents celebrated the anniversary of the town.
The book discusses the history of the valley.
The company issued a press release on Tuesday.
With the help of a key, he opened the door.
The hero kills the dragon in the last chapter.
The virus attacks the liver.
The minister declined to predict the result.
The spokesman refused to speculate on the figures.
The company declined to estimate the cost.
The agency released a report on the harvest.
The ministry released new statistics last week.
The band released an album in May.
The official asked to remain anonymous.
The veteran shot himself in the garden.
The inmate killed himself in March.
She was honoured to lead the team.
The singer is honored to join the show.
The farmer lay down on the grass.
The detention centre was repainted in spring.
The war memorial stands near the river.
The attack squadron has a new emblem.
The war museum opened on Sunday.
The training camp lies near the lake.
The economist warned that prices would rise.
Analysts warned that profit could fall.
Doctors warned that the virus spreads quickly.
Lima sold its shares in the bank to Oslo.
The carmaker sold the subsidiary to its rival.
The federation supplied a trophy to the winner.
The champion crushed her rival in the final.
The striker shot over the bar in the second half.
Norway beat Peru in the semi-final.
The team defended its title.
The goalkeeper saved a shot.
Chile won the match against Peru.
The coach attacked on the left wing.
The storm killed two fishermen.
The virus killed hundreds of people.
An avalanche killed four climbers.
The flood destroyed a bridge.
The heart attack surprised his family.
She died of a heart attack.
The price war between shops goes on.
The fight against cancer goes on.
Doctors fight the epidemic.
The city fights poverty.
The firefighters fought the blaze.
The bank raised its rates.
Profit rose by ten percent.
The shares fell sharply.
The factory makes chairs.
The museum tour lasts an hour.
The band began its concert tour of Europe.
The film tells of a siege.
The novel describes a war.
The book is called The Siege.
The guided tour of the exhibition costs ten euros.
The chess players exchanged queens.
The bomb squad exhibition opened.
A war veteran planted roses.
The bomb shelter is a cellar today.
The peace museum sells postcards.
The orchestra struck a new tone.
The clock struck twelve.
Prices hit a record.
The idea struck him at night.
The sun beat down on the town.
The bakery delivered bread every morning.
The train arrived late.
She arrived in Lima as a child with her parents.
"""
FRENCH = """
Le produit est éliminé par le foie en un jour.
La société a exécuté le contrat dans les délais.
La rivière arrose le bourg et rejoint la mer.
Depuis mai, il occupe le poste de directeur.
Les voisins ont célébré l'anniversaire de la ville.
La commune loue la salle à l'association.
L'équipe est entraînée par Luis Mora.
Les lectures sont tirées d'un recueil ancien.
La prise de position du conseil a surpris.
À l'aide d'une clé, il a ouvert la porte.
Ils ont composé la chanson en une nuit.
La conférence de presse du maire a duré une heure.
Le héros tue le dragon au dernier chapitre.
Le virus attaque le foie.
Le photographe a pris pour cible un oiseau rare.
Le ministre a refusé de spéculer sur le résultat.
Le porte-parole a refusé de préjuger de la suite.
L'entreprise a refusé d'estimer le coût.
Le ministère a publié un rapport sur la récolte.
Le groupe a sorti un album en mai.
Le fonctionnaire a demandé à rester anonyme.
L'ancien soldat s'est suicidé dans son jardin.
Le détenu s'est tué en mars.
Elle est honorée de diriger l'équipe.
Le fermier s'est couché sur l'herbe.
Le centre de détention a été repeint au printemps.
Le mémorial de guerre se dresse près de la rivière.
Le musée de guerre a ouvert dimanche.
Le camp d'entraînement se trouve près du lac.
L'économiste a averti que les prix monteraient.
Les analystes ont averti que le bénéfice pourrait baisser.
Les médecins ont averti que le virus se propage vite.
Lima a vendu ses actions à Oslo.
Le constructeur a vendu sa filiale à son rival.
La fédération a fourni un trophée au vainqueur.
La championne a écrasé sa rivale en finale.
L'attaquant a tiré au-dessus de la barre.
La Norvège a battu le Pérou en demi-finale.
L'équipe a défendu son titre.
Le gardien a arrêté un tir.
Le Chili a gagné le match contre le Pérou.
La tempête a tué deux pêcheurs.
Le virus a tué des centaines de personnes.
Une avalanche a tué quatre alpinistes.
La crue a détruit un pont.
La crise cardiaque a surpris sa famille.
Il est mort d'une crise cardiaque.
La guerre des prix entre magasins continue.
La lutte contre le cancer continue.
Les médecins combattent l'épidémie.
La ville combat la pauvreté.
Les pompiers ont combattu l'incendie.
La banque a relevé ses taux.
Le bénéfice a augmenté de dix pour cent.
Les actions ont chuté.
L'usine fabrique des chaises.
La visite du musée dure une heure.
La visite guidée de l'exposition coûte dix euros.
Le film raconte un siège.
Le roman décrit une guerre.
Le livre s'appelle Le Siège.
Les joueurs d'échecs ont échangé leurs dames.
Un ancien combattant a planté des roses.
L'abri antiaérien est aujourd'hui une cave.
La journée de nettoyage de l'environnement a plu aux enfants.
La manœuvre menée avec adresse a sauvé la récolte.
La manifestation sportive a réuni cent participants.
Le concours agricole a réuni cent visiteurs.
Les cloches ont frappé midi.
L'idée l'a frappé dans la nuit.
Les prix ont atteint un record.
Le soleil frappait la ville.
La boulangerie livrait du pain chaque matin.
Le train est arrivé en retard.
Elle est arrivée à Lima avec sa famille.
Le comité des fêtes se trouve au village.
La veuve entama un combat pour la réhabilitation de son mari.
Le siège de la société se trouve à Lima.
Le tournoi oppose huit équipes.
"""


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Language]:
    return {language: load(language) for language in ("en", "fr")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", line) for line in ENGLISH.strip().splitlines()),
        *(("fr", line) for line in FRENCH.strip().splitlines()),
    ],
)
def test_nothing_is_shown_as_fact(language: str, text: str, pipelines: dict[str, Language]) -> None:
    reading = pipelines[language](text)._.reportedly
    shown = [
        (claim.anchor.text, claim.type)
        for claim in reading.claims
        if claim.type is not None
        and not claim.attribution
        and claim.factuality.certainty == "certain"
        and claim.factuality.polarity == "positive"
        and claim.factuality.status in ("happened", "ongoing")
    ]
    assert shown == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The rebels killed two soldiers on Monday.", "ASSAULT"),
        ("en", "Two soldiers died in the attack.", "ASSAULT"),
        ("en", "The army released four prisoners.", "RETREAT"),
        ("en", "Oslo refused to sign the treaty.", "REJECT"),
        ("en", "Oslo warned that it would respond.", "THREATEN"),
        ("en", "Oslo sold forty tanks to Lima.", "COOPERATE"),
        ("en", "The president arrived in Lima on Monday.", "CONSULT"),
        ("fr", "Les rebelles ont tué deux soldats lundi.", "ASSAULT"),
        ("fr", "Deux soldats sont morts dans l'attaque.", "ASSAULT"),
        ("fr", "L'armée a libéré quatre prisonniers.", "RETREAT"),
        ("fr", "Oslo a refusé de signer le traité.", "REJECT"),
        ("fr", "Oslo a averti Lima.", "THREATEN"),
        ("fr", "Oslo a vendu quarante chars à Lima.", "COOPERATE"),
        ("fr", "Le président est arrivé à Lima lundi.", "CONSULT"),
    ],
)
def test_what_happens_is_still_told(
    language: str, text: str, kind: str, pipelines: dict[str, Language]
) -> None:
    assert kind in {claim.type for claim in pipelines[language](text)._.reportedly.claims}
