"""Which language a sentence is in, and by which languages' phrases it is to be read.

Bengali letters tell Bengali. Romanised Bengali is told from English by its function words: one such word proves little
(``vai``, ``eta`` and ``kobe`` turn up in English text too), several do. The label is a guess and is used to choose the
language of a rewrite; what is *read* is decided generously, since the phrases themselves keep false alarms out.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from tonecheck.model import Language, Sentence, SentenceLanguage


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of romanised Bengali that are no everyday English words, in the spellings that people use.
STRONG = _words(
    """
    abar abaro achen achhe achhi achi agei ager aij aita aito ajke ajkei akhon akhono akta akti aktu amader amake
    amar amay amdr ami amio amk amr amra apatoto apnader apnake apnar apnara apndr apni apnk apnr asbe asben asen
    ashbe ashben ashe ashen asi asun bepar bepare beshi bhabe bhalo bhlo bhul bikal bikel bishoy bishoye bodlabo
    bodle bodole bolben bolbo bolchen bole boleche bolechen bolechi bolen bollam bolte bolun bondho bujhchi bujhlam
    bujhte chaile chilo cholbe cholche dekhabe dekhben dekhbo dekhchi dekhe dekhen dekhi dekhtesi dekhun dhoirjo
    dhonnobad dhonnobadante diben dibo dicchi dichchi dilam dilei disi dite diye diyechi diyen dorkar dorkare druto
    dukhito dukkhito dukkhitto dukkito dupur ebong eita ekbar ekhane ekhanei ekhon ekhoni ekhono ekta ektai ekti
    ektu emon eta etai etar ferat ferot ferotjoggo ferto geche gechhe gelo gese ghonta giye hobe hobei hobena hocche
    hochhe hoibo hoiche hoile hoise holo hosse howa hoy hoye hoyeche hoyechhe hoyese hoyni hoyto jabe jaben jabena
    jacche jana janaben janabo janacchi janan janano janar janen jani jante jaygay jeno jeta jinis jinish jnno jodi
    jogajog jokhon jonne jonno kache kagoj kalke karon karone kase kemon keno keu khali kharap khoma khoroch khub
    khubi khuji khule khushi kibhabe kichu kicu kinto kintu kisu kivabe kobe kokhon kokhono konno kono konta kora
    korar korbe korben korbena korbo korche korchi kore korechen korechi koren kori korlam korle koro korsi korte
    kortesi korun kotha kothao kothay koto krbo lagbe lage lagle lekha likhben likhe likhte likhun miliye moddhe
    modhye mone moto na nah nahole nai naki nei nen niben nibo nije nijei nijer niye niyeo nomoshkar nomoskar notun noy
    obossho obosshoi obossoi oikhane oita onader onake onar onek onk onno opekkha ota othoba paben pabo pacchen
    paisi paoa parbe parben parbena parbo parchi paren partesi pashe pathaben pathabo pathacchi pathalam pathan
    pathano pathiye pawa pele peye peyechen peyechi poreo porer porjonto porsu priyo proshno proti puro purono raat
    rakhbo rakhe ranna sathe sei seta setao setar shathe shei sheta shob shokal shombhob shomossha shomoy shondha
    shondhe shudhu silo sobai sokal somadhan sombhob somossa somoy sudhu tader tahader tahole taile taka takar
    taratari thaka thakben thakbo thake thakle theke thik thikmoto tmi tmr tobe tokhon tomader tomake tomar tui tumi
    unake unar uni valo vhul vlo vul
    """
)
# Proof only beside others: short, shared with other languages, or a slip of an English word away.
WEAK = _words(
    """
    aaj accha acha ache achha aj alaikum ante ar aro ase asha ba baki bar ber boli chai chara choto dekhan den diche
    din diner diye dui duita e ei ekhn ene er eto fele gele habe hay hobar hoe hole hon hoyna ja je jee jei ji kaj
    kal ke khola ki kina kine ko kon koren lok maf mane mash nam nao ne ni niche nin nite oi oke paba pare por
    pore porei porun ra rag salam sesh shesh sob ta tai tar tate tay te tei ti tin tk tobu tor tow vabe
    """
)
# Bengali ways to address somebody; an English sentence may well end in one.
VOCATIVES = _words(
    """
    apa apu babu bhai bhaia bhaiya bhaiyya chacha dada didi janab jonab khala saheb shaheb vai vaia vaiya
    """
)
# Hindi shares short words with Bengali; two of these say that the sentence is Hindi.
HINDI = _words("aap hai hain kya nahi nahin karna karo hoga mujhe mera aapka aapke kar raha rahe")
# Function words of English that mean nothing in romanised Bengali. Left out: to, on, or, are, no, a, so, me.
ENGLISH = _words(
    """
    about after again against all already also always am an and another any anybody anyone anything as at back be
    because been before being between both but by can cannot cant could did do does done dont down during each
    either ever every everything few for from had has have he her here him his how i if ill im in into is it its ive
    just let let's many may might mine more most much must my neither never nobody not nothing now of off once only
    other our ours out over own please same shall she should some someone something still such than that the their
    them then there these they this those through today tomorrow too under until up us very was we were weve what
    when where which while who why will with without wont would yesterday yet you your youre yours
    """
)
# English words that stand alone as a whole answer.
ENGLISH_ANSWERS = _words(
    """
    afternoon best cheers dear done evening good great hello hey hi impossible kind morning never no nope noted ok
    okay regards sorry sure thank thanks unfortunately welcome yeah yep yes
    """
)

_LATIN_WORD = regex.compile(r"\p{Latin}+(?:'\p{Latin}+)*")
_BENGALI_WORD = regex.compile(r"[\u0985-\u09b9\u09ce\u09dc-\u09e1\u09f0\u09f1][\u0980-\u09e3\u09f0\u09f1]*")
# Verb and case endings of romanised Bengali on words of five letters or more, and the words that only look so.
_ENDINGS = tuple(
    _words(
        """
    achi achhi echi echhi ichi ochi acchi icchi occhi achchi acche icche ocche acchen icchen occhen achhe echhe
    echhen tesi tese tesen techi teche techen tasi tase ebo ibo obo bbo rbo lbo khbo aben iben oben rben lben khben
    nben alam elam ilam olam rlam llam khlam echilo echile echilen gulo gula guli gulor gulote golo iye iyechen aisi
    aisen ulen ulam aiya oiya rbe lbe khbe ini
    """
    )
)
_BUT_ENGLISH = _words(
    """
    bikini gazebo gnocchi hibachi hitachi houdini karachi mariachi martini panini placebo rossini tortellini turbo
    zucchini
    """
)
_EVERY: frozenset[Language] = frozenset(("en", "bn", "bn-Latn"))
_LATIN: frozenset[Language] = frozenset(("en", "bn-Latn"))
_EN: frozenset[Language] = frozenset(("en",))
_BN: frozenset[Language] = frozenset(("bn",))
_BN_LATN: frozenset[Language] = frozenset(("bn-Latn",))


def sentence_language(text: str) -> tuple[SentenceLanguage, frozenset[Language]]:
    """The label of one sentence and the languages whose phrases run on it.

    ``text`` is the sentence with one apostrophe (``Folded.text``), best with its case kept, so that "ETA" and "NA" are
    seen to be English. A sentence without letters is labelled ``en`` and read by all.
    """
    latin: list[str] = _LATIN_WORD.findall(text)
    bengali = 0 if text.isascii() else len(_BENGALI_WORD.findall(text))
    if not bengali:
        return _latin_language(latin) if latin else ("en", _EVERY)
    if not latin:
        return "bn", _BN
    borrowed = sum(not word.isupper() for word in latin)  # NID, PDF and OTP are Bengali words by now
    return ("bn" if 3 * borrowed < bengali else "mixed"), _EVERY


def dominant_language(sentences: Iterable[Sentence]) -> Language:
    """The language to answer the writer of these sentences in: the one of most words, borrowed English aside.

    Subject, greeting and sign-off count only where there is nothing else. English when there is nothing at all.
    """
    every = tuple(sentences)
    prose = [sentence for sentence in every if sentence.zone in ("opening", "body", "closing")]
    bengali = romanised = english = 0
    for sentence in prose or every:
        text = sentence.cased.text
        label = sentence.language
        own = 0 if text.isascii() else len(_BENGALI_WORD.findall(text))
        bengali += own
        if own:
            label = sentence_language(" ".join(_LATIN_WORD.findall(text)))[0]
        if label == "en":
            english += max(sentence.words - own, 0)
        else:
            romanised += max(sentence.words - own, 0)
    # English words are borrowed into every Bengali sentence, Bengali ones hardly into English: a third is enough.
    if bengali and 3 * bengali >= bengali + romanised + english:
        return "bn"
    return "bn-Latn" if romanised and 3 * romanised >= romanised + english else "en"


def is_romanised(word: str) -> bool:
    """Whether one case-folded word speaks for romanised Bengali, however weakly."""
    return word in STRONG or word in WEAK or word in VOCATIVES or _has_ending(word)


def is_english(word: str) -> bool:
    """Whether one case-folded word is a function word of English, contractions included."""
    return word in ENGLISH or ("'" in word and word.endswith(("'t", "'s", "'m", "'d", "'re", "'ve", "'ll")))


def _has_ending(word: str) -> bool:
    if "'" in word:
        return word.endswith(("'r", "'er", "'ke", "'te", "'ta"))
    return len(word) > 4 and word.endswith(_ENDINGS) and word not in _BUT_ENGLISH


def _latin_language(latin: list[str]) -> tuple[SentenceLanguage, frozenset[Language]]:
    shouted = all(word.isupper() for word in latin)
    # A short word in capitals among others is an acronym: ETA, NA, COD, AMI.
    words = [word.casefold() for word in latin if shouted or not (1 < len(word) < 5 and word.isupper())]
    strong = [word for word in words if word in STRONG]
    weak = [word for word in words if word in WEAK or (word not in STRONG and _has_ending(word))]
    called = sum(word in VOCATIVES for word in words)
    english = sum(map(is_english, words)) + (len(words) < 5 and not ENGLISH_ANSWERS.isdisjoint(words))
    romanised = len(strong) + len(weak) + called
    if not romanised:
        return "en", _EN if english or not ENGLISH_ANSWERS.isdisjoint(words) else _LATIN
    if sum(word in HINDI for word in words) > max(1, len(strong)):
        return "en", _LATIN
    reads = _BN_LATN if romanised == len(words) == len(latin) else _LATIN
    return _label(len(words), 2 * len(set(strong)) + len(set(weak)), romanised, english), reads


def _label(words: int, score: int, romanised: int, english: int) -> SentenceLanguage:
    """``score`` weighs the Bengali evidence; the others count words."""
    if not score:  # nothing but a "vai" at the end
        return "mixed" if words <= 6 and english < 2 else "en"
    if not english:
        return "bn-Latn" if score >= 2 or 10 * score >= 3 * words else "en"
    if score < 2 or english >= 4 * romanised or (score < 4 and english > 2):
        return "en"
    return "bn-Latn" if romanised >= 3 * english else "mixed"
