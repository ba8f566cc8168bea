"""The words that greet, take leave and name, in English, Bengali and romanised Bengali, case-folded and composed."""

from __future__ import annotations

from unicodedata import normalize


def _words(text: str) -> frozenset[str]:
    return frozenset(normalize("NFC", text).split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(normalize("NFC", phrase.strip()) for phrase in text.split("/"))


# A line that begins so, with a name or nothing behind it.
GREETING = _words(
    """
    hi hii hello helo hey heya hiya dear greetings namaste bonjour hola ciao salam salaam slm assalamu
    assalamualaikum assalamoalaikum asalamu assalam as-salamu as-salamualaikum aslamu walaikum wa-alaikum
    wslm nomoskar nomoshkar namaskar namoskar nomosker adab adaab priyo prio shrodheyo srodheyo shroddheyo
    sommanito shommanito mohashoy mohodoy shubheccha হ্যালো হাই হেলো প্রিয় সুপ্রিয় শ্রদ্ধেয় শ্রদ্ধেয়া
    জনাব জনাবা মাননীয় মাননীয়া সম্মানিত মহোদয় মহোদয়া মহোদয়/মহোদয়া মহাশয় শ্রী শ্রীমতী আসসালামু
    আস্সালামু আসসালামুআলাইকুম আস-সালামু ওয়ালাইকুম সালাম নমস্কার নমষ্কার আদাব স্বাগতম
    """
)
# The same beside a name: "Srijit babu, nomoskar."
SALUTE = GREETING - _words("hi hii hey dear শ্রী শ্রীমতী জনাব জনাবা priyo prio প্রিয়")
TIMES_OF_DAY = _words(
    "morning afternoon evening day sokal shokal sondha shondha shondhya dupur bikal bikel oporanho"
    " সকাল সন্ধ্যা সন্ধে দুপুর বিকেল বিকাল অপরাহ্ণ অপরাহ্ন রাত্রি দিন"
)
# "Na vai", "Parbona apu": an answer that ends on a vocative is no greeting.
NEGATIONS = _words(
    "na nah nai nei noy no not না নাই নেই নয় নি janina parbona parbo hobena hobe jabena dibona debona korbona pari somvob"
    " somvob shomvob possible impossible jani"
)
GOOD = _words("good shuvo shubho subho suvo শুভ")
TITLES = _words("mr mrs ms miss mx dr prof sir madam md mst sri srimati janab jonab জনাব জনাবা ডা ড মিস্টার মিসেস মিস")
VOCATIVES = _words(
    """
    vai vaia vaiya bhai bhaiya bhaia bhaiyya apu apa appi di da didi dada babu saheb shaheb sir madam maam
    ma'am chacha chachi mama khala uncle aunty bon ভাই ভাইয়া আপা আপু দিদি দাদা দি দা বাবু সাহেব স্যার
    ম্যাডাম ম্যাম চাচা চাচি খালা খালাম্মা মামা আঙ্কেল আন্টি বোন মহাশয় মহোদয় দেবী
    """
)
YES = _words("ji jee jii jwi জি জ্বি জী জ্বী")
WHOLE_GREETING = _phrases(
    "to whom it may concern/to whomsoever it may concern/শুভেচ্ছা নেবেন/শুভেচ্ছা নিবেন/shuvechcha neben"
)

# A line that is this and no more, or this and a name.
SIGN_OFF = _phrases(
    """
    regards / kind regards / best regards / warm regards / warmest regards / kindest regards /
    with kind regards / with best regards / with regards / with warm regards /
    many thanks and kind regards / thanks and regards / thanks & regards / best / all the best /
    best wishes / with best wishes / warm wishes / cheers / thanks / many thanks / thanks again /
    thanks a lot / thanks so much / with thanks / thank you / thank you very much / thank you so much /
    thx / thnx / tnx / ty / yours / yours sincerely / yours faithfully / yours truly / sincerely /
    sincerely yours / faithfully / warmly / cordially / respectfully / gratefully / with gratitude /
    take care / bye / bye for now / goodbye / br / kr / ciao / xoxo / dhonnobad / dhonnobaad / donnobad /
    dhonyobad / onek dhonnobad / dhonnobadante / shuvechchante / shubhechchante / shuvecchante /
    shuvechcha / shubhechchha / shuveccha / binito / biniito / iti / nomoskar / namaskar / nomoskarante /
    bhalo thakben / valo thakben / allah hafez / khoda hafez / শুভেচ্ছান্তে / শুভেচ্ছাসহ / শুভেচ্ছা সহ /
    শুভেচ্ছা / শুভেচ্ছা রইল / শুভেচ্ছা রইলো / শুভকামনা / শুভকামনায় / শুভকামনা রইল / শুভ কামনা /
    ধন্যবাদান্তে / ধন্যবাদ / ধন্যবাদসহ / ধন্যবাদ সহ / অনেক ধন্যবাদ / অসংখ্য ধন্যবাদ / বিনীত / বিনীতভাবে /
    বিনীত নিবেদক / নিবেদক / ইতি / নমস্কারান্তে / নমস্কার / নমস্কার জানবেন / শ্রদ্ধান্তে / শ্রদ্ধাসহ /
    সশ্রদ্ধ / আন্তরিকভাবে / আন্তরিক শুভেচ্ছা / স্বাক্ষরিত / ভালো থাকবেন / ভাল থাকবেন / আল্লাহ হাফেজ /
    খোদা হাফেজ / কৃতজ্ঞতাসহ / কৃতজ্ঞতায়
    """
)
# A line of thanks or wishes: how it begins, or what a word of it begins with, and how many words it has at most.
WISHING = (
    "thank", "many thanks", "with thanks", "with many thanks", "with gratitude", "wishing", "have a ", "best wish",
    "warm", "with best", "with warm", "with kind", "all the best", "take care", "thx", "tnx",
)  # fmt: skip
WISHING_BENGALI = tuple(
    _phrases(
        """
        ধন্যবাদ / শুভেচ্ছা / শুভকামনা / কৃতজ্ঞ / dhonnobad / dhonnobaad / donnobad / dhonyobad / shuvechcha / shuveccha
        / shubhechcha / shubheccha / suveccha / shuvokamona / shuvo-kamona / shubhokamona / kritoggo / kritogga
        """
    )
)
WISH_WORDS = 7
AT_YOUR_SERVICE = tuple(_phrases("at your service/পাশে আছি/সেবায় আছি/সাথে আছি/pashe achi/sathe achi/shebay achi"))

WRITING = (
    "writing", "contacting", "reaching", "getting in touch", "messaging", "emailing", "e-mailing", "your message",
    "your email", "your e-mail", "your mail", "your letter", "your note", "your enquiry", "your inquiry", "your query",
    "the message", "the mail", "dropping us", "taking the time to write", "taking the time to contact",
)  # fmt: skip
WRITING_BENGALI = tuple(
    _phrases(
        """
        যোগাযোগ / আমাদের সাথে যোগাযোগ / আমাদের সঙ্গে যোগাযোগ / লেখার / আমাদের লেখার / লিখে / মেইল / মেসেজ / বার্তা
        / আপনার মেইল / আপনার মেসেজ / আপনার বার্তা / নক / jogajog / amader sathe jogajog / amader shathe jogajog
        / message / mail / apnar message / apnar mail / likhar / lekhar / knock / inbox
        """
    )
)
THANKS_FOR_IT = tuple(_phrases("জন্য ধন্যবাদ/জন্য অনেক ধন্যবাদ/jonno dhonnobad/jonno onek dhonnobad/jonno thanks"))

# Words that tell prose from a name, beside the function words of English and romanised Bengali.
PROSE = _words(
    """
    না নেই নাই নয় নি হ্যাঁ জি জ্বি হবে হয় হয়েছে হলো আছে আছি আছেন ছিল আমি আমরা আমার আমাদের আপনি আপনার
    আপনাদের আপনাকে তুমি তোমার তুই তোর এটা এটি সেটা কি কী কেন কবে কোথায় কোন কোনো আর এবং কিন্তু তবে যদি তাই
    করুন করেন করবেন দিন দেন দেবেন দিবেন নিন নেন জানান জানাবেন বলুন বলেন লিখুন দেখুন দেখেন পাঠান আসুন আসেন
    যান থাকুন থাকেন শুনুন পাবেন দিলাম পেলাম করলাম নিলাম পাঠালাম জানালাম রাখলাম দেখলাম বুঝলাম গেছে গেল ঠিক
    সম্ভব অসম্ভব অবশ্যই দুঃখিত ধন্যবাদ মাফ ক্ষমা আজ কাল আজই কালই এখন এখনই পরে শেষ সব me possible impossible
    closed open done fixed sent shipped refunded resolved noted confirmed final good luck happy enjoy see
    wait soon try check call reply order refund refunds sorry thanks deal ok okay
    """
)
PROSE_ENDINGS = ("বেন", "চ্ছে", "চ্ছি", "চ্ছেন", "েছে", "েছি", "েছেন", "ছিল", "ছিলাম")
# Words that a greeting may hold without saying anything.
GREETED = (
    SALUTE
    | TIMES_OF_DAY
    | VOCATIVES
    | GOOD
    | _words(
        "there again all both everyone everybody team folks or and & you two alaikum alaykum niben neben nibe janben"
        " roilo dear নেবেন নিবেন জানবেন রইল রইলো আলাইকুম ও"
    )
)
ALSO_NAMES = _words("will may")
SHORT_FOR = ("ltd.", "inc.", "co.", "dept.", "jr.", "লি.", "pvt.")
JOINERS = _words(
    "and of for the in at from & team teams support desk service services care sales zone branch department dept office"
)
