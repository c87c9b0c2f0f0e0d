"""The words by which Dutch and English lists of people are understood: headers, roles, name prefixes.

Data only. Header and role words stand here as `key` makes them: small letters and digits without accents,
spaces or signs, so that *E-mail adres*, *e_mailadres* and *E-mailadres:* are one word.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from enum import StrEnum

from gogrow.domain.people import Role

_ASIDE = re.compile(r"\(.*?\)|\[.*?\]")


class Column(StrEnum):
    """What a column of a list holds. INFIX is the Dutch *tussenvoegsel* (van, de, van der)."""

    NAME = "name"
    FIRST = "first"
    INFIX = "infix"
    LAST = "last"
    ROLE = "role"
    MANAGER = "manager"
    IGNORE = "ignore"


@functools.lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The form in which words are compared: ``Naam (verplicht):`` gives ``naam``; '' when no letter is left."""
    text = unicodedata.normalize("NFKD", _ASIDE.sub(" ", text[:80]).casefold())
    return "".join(letter for letter in text if letter.isalnum())


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _headers(words: dict[Column, str]) -> dict[str, Column]:
    return {word: column for column, line in words.items() for word in line.split()}


STRONG_HEADERS = _headers(
    {
        Column.NAME: """
            naam namen volledigenaam naamvolledig weergavenaam schermnaam naammedewerker medewerkernaam
            medewerkersnaam volledigenaammedewerker naamwerknemer werknemernaam naamdeelnemer deelnemernaam
            naamdeelnemers naamcollega naamcursist naampersoon persoonsnaam voorenachternaam voornaamenachternaam
            voornaamachternaam achternaamvoornaam achternaamenvoornaam name names fullname displayname
            employeename nameemployee nameofemployee participantname participantsname personname staffname
            firstandlastname lastnamefirstname firstnamelastname""",
        Column.FIRST: """
            roepnaam voornaam voornamen voorletters voorletter voorl initialen firstname firstnames givenname
            givennames forename callname initials voornaammedewerker roepnaammedewerker eerstenaam""",
        Column.INFIX: """
            tussenvoegsel tussenvoegsels tussenvgsl tussenv tv voorvoegsel voorvoegsels voorvgsl voorv
            tussennaam infix nameprefix lastnameprefix surnameprefix middlename tussenvoegselmedewerker
            voorvoegselgeboortenaam voorvoegselachternaam""",
        Column.LAST: """
            achternaam achternamen familienaam lastname surname familyname geslachtsnaam
            achternaammedewerker""",
        Column.ROLE: """
            rol rolindeworkshop rolinteam rolworkshop functie functies functienaam functieomschrijving
            functietitel functieprofiel role roles jobtitle job position positie""",
        Column.MANAGER: """
            naamleidinggevende leidinggevendenaam directleidinggevende directeleidinggevende
            naamdirectleidinggevende managername nameofmanager naammanager managernaam linemanager
            directmanager naamteamleider reportsto reportingto rapporteertaan rapportageaan valtonder
            leidinggevendevan wieisleidinggevende geeftleiding ledby""",
        Column.IGNORE: """
            email emailadres mail mailadres emailaddress emailadreswerk emailwerk emailprive telefoon tel
            telefoonnummer telefoonwerk mobiel mobielnummer gsm phone phonenumber mobile afdeling
            afdelingsnaam afdelingnaam department team teamnaam locatie location vestiging standplaats
            personeelsnummer personeelsnr persnr medewerkernummer medewerkersnummer medewerkernr
            medewerkercode employeeid employeenumber id nr nummer volgnummer no number geboortedatum
            dateofbirth birthdate birthday verjaardag datum date geslacht gender titel title titulatuur
            aanhef adres address straat postcode postalcode plaats woonplaats city opmerking opmerkingen
            notitie notities notes note remarks comments bijzonderheden dieet dieetwensen dienstverband uren
            fte contract contracttype indienst indienstsinds datumindienst startdatum startdate einddatum
            emailleidinggevende mailleidinggevende leidinggevendeemail manageremail emailmanager managerid
            functieleidinggevende username gebruikersnaam organisatie organisation organization bedrijf
            bedrijfsnaam company werkgever geboortenaam meisjesnaam partnernaam naampartner
            achternaampartner voorvoegselpartner voorvoegselspartner status aanwezig aanwezigheid schaal
            afkorting code kostenplaats costcenter costcentre businessunit divisie ploeg dienst kamer""",
    }
)
"""Words that stand in a header and hardly ever in a cell below it."""

WEAK_HEADERS = _headers(
    {
        Column.NAME: """
            medewerker medewerkers werknemer werknemers deelnemer deelnemers deelneemster collega collegas
            persoon personen cursist cursisten teamlid teamleden employee employees participant participants
            person people staff member members teammember teammembers genodigden aanwezigen wie who""",
        Column.MANAGER: """
            leidinggevende leidinggevenden manager managers teamleider teamleiders teamlead teamleader chef
            supervisor baas boss hoofd afdelingshoofd teammanager leider""",
        Column.ROLE: "taak taken function beroep",
    }
)
"""Words that can be a header, and a role in a cell as well: they count when the whole row consists of headers."""

FIRST_BY_PREFERENCE = (
    "roepnaam",
    "roepnaammedewerker",
    "callname",
    "voornaam",
    "voornaammedewerker",
    "firstname",
    "givenname",
    "forename",
)
"""Which column gives the first name when a list has several; initials and all baptismal names come after."""

_ROLES: dict[Role, str] = {
    Role.EMPLOYEE: """
        medewerker medewerkster werknemer werkneemster deelnemer deelneemster teamlid employee participant
        member teammember staff cursist""",
    Role.MANAGER: """
        leidinggevende manager teamleider teamleidster teamlead teamleader teammanager afdelingshoofd
        afdelingsleider afdelingsmanager afdelingschef hoofd chef directeur directrice bestuurder
        directleidinggevende linemanager supervisor voorman baas boss leider locatiemanager vestigingsmanager
        rayonmanager unitmanager ploegleider ploegbaas director head""",
    Role.COLLEAGUE: "collega collegas colleague colleagues peer naastecollega",
}
ROLES = {word: role for role, line in _ROLES.items() for word in line.split()}
_LEADING = _set("""leidinggevende teamleider teamleidster teamlead teamleader teammanager afdelingshoofd afdelingsleider
    afdelingsmanager hoofd directeur directrice ploegleider unitmanager""")

YES = _set("ja j yes y x waar true 1")
NO = _set("nee n no onwaar false 0")

NOBODY = _set("geen nvt none na nobody niemand onbekend unknown leeg null nil tbd")
"""What people type in a manager's cell when there is no manager."""

TITLES = _set("""msc bsc ma ba mba phd md llm llb bba bed med drs dr ir ing mr prof jr sr ii iii rn ra aa rc cpa
    junior senior hbo emba mpa mphil""")
"""Words after a comma that are not a first name."""

INFIXES = _set("""van de der den het 't ’t `t ten ter te 's ’s in op aan bij onder over uit uijt voor vd v.d. v/d v. d.
    vander vanden vande von zu zum zur vom du des da das do dos di del della dello dei la le les los l' d' d’
    af av el al bin ibn ben abu""")
"""Small words between first and last name, in small letters."""

LIST_TITLES = _set("""team afdeling lijst deelnemerslijst medewerkerslijst namenlijst personeelslijst deelnemers
    medewerkers overzicht workshop personeel groep training datum bijlage presentielijst aanwezigheidslijst list staff
    department participants employees overview planning rooster organogram genodigden versie""")
"""Words by which a line above a list is known as a title."""

TOTALS = _set("totaal aantal total subtotaal count som sum eindtotaal")


def header(text: str) -> tuple[Column, bool] | None:
    """What a header cell announces, and whether the word is a strong one; None for an unknown word."""
    word = key(text)
    if word in STRONG_HEADERS:
        return STRONG_HEADERS[word], True
    if word in WEAK_HEADERS:
        return WEAK_HEADERS[word], False
    return None


def role(text: str) -> Role | None:
    """The role that a cell names. A job title of other people's work (drukker, accountmanager) gives None."""
    word = key(text)
    if word in ROLES:
        return ROLES[word]
    if word in YES:  # a column headed "leidinggevende" with ja and nee
        return Role.MANAGER
    first = text.split(maxsplit=1)
    if len(first) == 2 and key(first[0]) in _LEADING:
        return Role.MANAGER
    return None


def is_infix(text: str) -> bool:
    """Whether a text consists of name prefixes only: ``van der``."""
    words = text.casefold().split()
    return bool(words) and all(word in INFIXES for word in words)
