"""A small file of each product, as its export or its repository has it, and the replies that are in it."""

from __future__ import annotations

import json
from typing import NamedTuple


class Want(NamedTuple):
    """What must be read of one reply; ``twins`` counts its other copies."""

    inside: str
    text: str
    id: str | None = None
    title: str | None = None
    language: str | None = None
    channel: str = "email"
    twins: int = 0


class ProductFile(NamedTuple):
    """A file, the profile that its shape must be known by (or is named, where it has none), its replies, and what is
    left out: its place and why."""

    profile: str
    path: str
    text: str
    replies: list[Want]
    left_out: list[tuple[str, str]] = []
    named: bool = False


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _action(field: str, value: object) -> dict[str, object]:
    return {"field": field, "value": value}


_LATE = {
    "title": "Late::Parcel",
    "id": 7,
    "actions": [
        _action("subject", "Your parcel, {{ticket.id}}"),
        _action("comment_value", "দুঃখিত {{ticket.requester.first_name}} 😀, it is late."),
        _action("comment_value_html", "<p>দুঃখিত {{ticket.requester.first_name}} 😀, it is <b>late</b>.</p>"),
    ],
}
_LATE_REPLIES = [
    ("actions[2].value", "দুঃখিত {{ticket.requester.first_name}} 😀, it is late.", 1),
    ("actions[0].value", "Your parcel, {{ticket.id}}", 0),
]


def _late(prefix: str) -> list[Want]:
    return [Want(f"{prefix}.{at}", text, "7", "Late::Parcel", twins=twins) for at, text, twins in _LATE_REPLIES]


_ZENDESK = [
    ProductFile(
        "zendesk-macros",
        "macros.json",
        _json(
            {
                "macros": [
                    {"id": 1, "title": "Off 😀", "active": False, "actions": [_action("comment_value", "ক 😀")]},
                    {
                        "id": 2,
                        "title": "Note",
                        "active": True,
                        "actions": [
                            _action("comment_mode_is_public", "false"),
                            _action("comment_value", ["channel:all", "For us: ask Rina 😀"]),
                        ],
                    },
                    {"id": 3, "title": "Status only", "actions": [_action("status", "solved")]},
                    {
                        "id": 4,
                        "title": "Chat",
                        "actions": [
                            _action("comment_mode_is_public", True),
                            _action("comment_value", ["channel:chat", "ধন্যবাদ 😀 {{dc.x}}"]),
                        ],
                    },
                    _LATE,
                ],
                "count": 5,
            }
        ),
        [Want("$.macros[3].actions[1].value[1]", "ধন্যবাদ 😀 {{dc.x}}", "4", "Chat"), *_late("$.macros[4]")],
        [("$.macros[0].actions[0].value", "not in use"), ("$.macros[1].actions[1].value[1]", "an internal note")],
    ),
    ProductFile("zendesk-macros", "macro.json", _json({"macro": _LATE}), _late("$.macro")),
    ProductFile("zendesk-macros", "bare.json", _json([_LATE]), _late("$[0]")),
    ProductFile("zendesk-macros", "lines.jsonl", json.dumps(_LATE) + "\n", _late("$")),
    ProductFile(
        "zendesk-macros-csv",
        "macros.csv",
        "id,title,active,actions\n"
        '7,Late,true,"[{""field"":""comment_value"",""value"":""দুঃখিত\\n😀""},'
        '{""field"":""comment_value_html"",""value"":""<p>দুঃখিত<br>\\ud83d\\ude00</p>""}]"\n'
        '8,Off,false,"[{""field"": ""comment_value"", ""value"": [""channel:all"", ""না""]}]"\n'
        '9,Note,true,"[{""value"":""For us 😀"",""field"":""comment_value""},'
        '{""field"":""comment_mode_is_public"",""value"":""false""}]"\n'
        '11,Status,true,"[{""field"": ""status"", ""value"": ""solved""}]"\n',
        [Want('row 2, column "actions", $[1].value', "দুঃখিত\n😀", "7", "Late", twins=1)],
        [
            ('row 3, column "actions", $[0].value[1]', "not in use"),
            ('row 4, column "actions", $[0].value', "an internal note"),
        ],
    ),
    ProductFile(
        "zendesk-dynamic-content",
        "items.json",
        _json(
            {
                "items": [
                    {
                        "id": 1,
                        "name": "Snow",
                        "variants": [
                            {"id": 11, "locale_id": 1, "active": True, "content": "Snow stops us, {{ticket.id}} 😀"},
                            {"id": 12, "locale_id": 99, "active": False, "content": "পুরোনো 😀"},
                            {"id": 13, "locale_id": 88, "active": True, "content": "<p>বরফ 😀</p>"},
                        ],
                    }
                ]
            }
        ),
        [
            Want("$.items[0].variants[0].content", "Snow stops us, {{ticket.id}} 😀", "11"),
            Want("$.items[0].variants[2].content", "বরফ 😀", "13"),
        ],
        [("$.items[0].variants[1].content", "not in use")],
    ),
    ProductFile(
        "zendesk-dynamic-content",
        "variants.json",
        _json({"variants": [{"id": 13, "locale_id": 88, "active": True, "content": "বরফ 😀"}]}),
        [Want("$.variants[0].content", "বরফ 😀", "13")],
    ),
    ProductFile(
        "zendesk-shortcuts",
        "shortcuts.json",
        _json(
            [
                {"name": "yes_or_no", "message": "আরও সাহায্য 😀?", "options": "Yes/No", "scope": "all"},
                {"name": "bye", "message": "Bye 😀", "options": "", "scope": "all"},
                {"name": "empty", "message": None, "options": "", "scope": "all"},
            ]
        ),
        [
            Want("$[0].message", "আরও সাহায্য 😀?", "yes_or_no", channel="chat"),
            Want("$[1].message", "Bye 😀", "bye", channel="chat"),
        ],
    ),
]

_FRESH = {"id": 3, "title": "Hi", "folder_id": 9, "content": "Hi {{helpdesk_name}}\n\nধন্যবাদ 😀", "attachments": []}
_FRESH_HTML = {**_FRESH, "content_html": "<div>Hi {{helpdesk_name}}</div><div><br></div><div>ধন্যবাদ 😀</div>"}


def _fresh(prefix: str) -> Want:
    return Want(f"{prefix}.content_html", "Hi {{helpdesk_name}}\n\nধন্যবাদ 😀", "3", "Hi", twins=1)


_HELP_SCOUT = {
    "id": 4,
    "name": "Hello",
    "text": "Hi {%customer.firstName,fallback=there%}<br />ধন্যবাদ 😀",
    "chatText": "হাই 😀",
}


def _help_scout(prefix: str) -> list[Want]:
    hello = "Hi {%customer.firstName,fallback=there%}\nধন্যবাদ 😀"
    return [Want(f"{prefix}.text", hello, "4", "Hello"), Want(f"{prefix}.chatText", "হাই 😀", "4", "Hello")]


_MACRO = {
    "type": "macro",
    "id": "5",
    "name": "Hey",
    "body": '<p>Hey <attribute key="user.name" default="there"></attribute> 😀 ধন্যবাদ</p>',
    "body_text": 'Hey {{user.name|fallback:"there"}} 😀 ধন্যবাদ',
    "visible_to": "everyone",
    "available_on": ["inbox"],
}
_HEY = 'Hey <attribute key="user.name" default="there"></attribute> 😀 ধন্যবাদ'

_FRONT = {
    "id": "rsp_1",
    "name": "Refund",
    "subject": "Refund {{recipient.first_name}} 😀",
    "body": "<div>টাকা ফেরত 😀</div>",
    "is_available_for_all_inboxes": True,
}


def _front(prefix: str) -> list[Want]:
    return [
        Want(f"{prefix}.body", "টাকা ফেরত 😀", "rsp_1", "Refund"),
        Want(f"{prefix}.subject", "Refund {{recipient.first_name}} 😀", "rsp_1", "Refund"),
    ]


_HELPDESKS = [
    ProductFile("freshdesk", "one.json", _json(_FRESH_HTML), [_fresh("$")]),
    ProductFile(
        "freshdesk",
        "list.json",
        _json([_FRESH_HTML, {**_FRESH, "content_html": None}, {**_FRESH_HTML, "content": ""}, _FRESH]),
        [
            _fresh("$[0]"),
            _fresh("$[1]")._replace(inside="$[1].content", twins=0),
            _fresh("$[2]")._replace(twins=0),
            _fresh("$[3]")._replace(inside="$[3].content", twins=0),
        ],
    ),
    ProductFile(
        "freshdesk",
        "folder.json",
        _json([{"id": 9, "name": "General", "canned_responses": [_FRESH_HTML]}]),
        [_fresh("$[0].canned_responses[0]")],
    ),
    ProductFile("freshdesk", "lines.jsonl", json.dumps(_FRESH_HTML) + "\n", [_fresh("$")]),
    ProductFile(
        "intercom",
        "macros.json",
        _json({"type": "list", "data": [_MACRO, {**_MACRO, "id": "6", "body": ""}]}),
        [
            Want("$.data[0].body", _HEY, "5", "Hey", twins=1),
            Want("$.data[1].body_text", 'Hey {{user.name|fallback:"there"}} 😀 ধন্যবাদ', "6", "Hey"),
        ],
    ),
    ProductFile("intercom", "bare.json", _json([_MACRO]), [Want("$[0].body", _HEY, "5", "Hey", twins=1)]),
    ProductFile("help-scout", "one.json", _json(_HELP_SCOUT), _help_scout("$")),
    ProductFile(
        "help-scout",
        "list.json",
        _json({"_embedded": {"replies": [_HELP_SCOUT, {"id": 5, "name": "Only", "text": "<b>না</b> 😀"}]}, "page": {}}),
        [*_help_scout("$._embedded.replies[0]"), Want("$._embedded.replies[1].text", "না 😀", "5", "Only")],
    ),
    ProductFile("front", "one.json", _json(_FRONT), _front("$")),
    ProductFile("front", "list.json", _json({"_pagination": {}, "_results": [_FRONT]}), _front("$._results[0]")),
    ProductFile(
        "gorgias",
        "macros.json",
        _json(
            {
                "data": [
                    {
                        "id": 1,
                        "name": "ধন্যবাদ",
                        "language": "bn",
                        "actions": [
                            {"name": "addTags", "arguments": {"tags": "x"}},
                            {
                                "name": "setResponseText",
                                "arguments": {
                                    "body_text": "ধন্যবাদ {{ticket.customer.firstname}} 😀",
                                    "body_html": "<div>ধন্যবাদ {{ticket.customer.firstname}} &#128512;</div>",
                                },
                            },
                        ],
                    },
                    {
                        "id": 2,
                        "name": "Text",
                        "language": "fr",
                        "actions": [
                            {"name": "addInternalNote", "arguments": {"body_text": "For us"}},
                            {"name": "setResponseText", "arguments": {"body_text": "Bonjour 😀", "body_html": ""}},
                        ],
                    },
                ]
            }
        ),
        [
            Want(
                "$.data[0].actions[1].arguments.body_html",
                "ধন্যবাদ {{ticket.customer.firstname}} 😀",
                "1",
                "ধন্যবাদ",
                "bn",
                twins=1,
            ),
            Want("$.data[1].actions[1].arguments.body_text", "Bonjour 😀", "2", "Text"),
        ],
    ),
    ProductFile(
        "gorgias-csv",
        "macros.csv",
        "\ufeffid,name,language,body_text,body_html\r\n"
        '1,Hi,en-GB,"Hi, {{ticket.customer.firstname}}\r\nধন্যবাদ 😀","<p>Hi, {{ticket.customer.firstname}}<br>ধন্যবাদ 😀</p>"\r\n'
        "2,Text only,bn,ধন্যবাদ 😀,\r\n",
        [
            Want('row 2, column "body_html"', "Hi, {{ticket.customer.firstname}}\nধন্যবাদ 😀", "1", "Hi", "en", twins=1),
            Want('row 3, column "body_text"', "ধন্যবাদ 😀", "2", "Text only", "bn"),
        ],
    ),
    ProductFile(
        "gorgias-actions-csv",
        "actions.csv",
        "id,name,language,actions\n"
        '1,Hi,bn,"[{""name"":""setResponseText"",""arguments"":{""body_html"":""<p>হাই 😀</p>"",""body_text"":""হাই 😀""}}]"\n'
        '2,Tags,en,"[{""name"":""addTags"",""arguments"":{""tags"":""x""}}]"\n',
        [Want('row 2, column "actions", $[0].arguments.body_html', "হাই 😀", "1", "Hi", "bn", twins=1)],
    ),
    ProductFile(
        "chatwoot",
        "canned.json",
        _json([{"id": 1, "short_code": "hi", "content": "**Hi** {{ contact.first_name || 'there'}} 😀 ধন্যবাদ"}]),
        [Want("$[0].content", "Hi {{ contact.first_name || 'there'}} 😀 ধন্যবাদ", "1", "hi", channel="chat")],
    ),
    ProductFile(
        "chatwoot",
        "payload.json",
        _json({"payload": [{"id": 1, "short_code": "hi", "content": "হাই 😀"}, {"id": 2, "short_code": "x"}]}),
        [Want("$.payload[0].content", "হাই 😀", "1", "hi", channel="chat")],
    ),
    ProductFile(
        "rocket-chat",
        "canned.json",
        _json({"cannedResponses": [{"_id": "a1", "shortcut": "hi", "text": "*হাই* 😀", "scope": "global", "tags": []}]}),
        [Want("$.cannedResponses[0].text", "হাই 😀", "a1", "hi", channel="chat")],
    ),
    ProductFile(
        "kustomer",
        "shortcuts.json",
        _json(
            {"data": [{"id": "k1", "attributes": {"name": "Hi", "draft": {"text": "হাই {{customer.firstName}} 😀"}}}]}
        ),
        [Want("$.data[0].attributes.draft.text", "হাই {{customer.firstName}} 😀", None, "Hi")],
    ),
    ProductFile(
        "zammad",
        "text_modules.json",
        _json(
            [
                {
                    "id": 1,
                    "name": "Hi",
                    "keywords": "hi",
                    "content": "<p>হাই #{ticket.customer.firstname} 😀</p>",
                    "active": True,
                },
                {"id": 2, "name": "Old", "keywords": "", "content": "পুরোনো 😀", "active": False},
            ]
        ),
        [Want("$[0].content", "হাই #{ticket.customer.firstname} 😀", "1", "Hi")],
        [("$[1].content", "not in use")],
    ),
    *(
        ProductFile(
            "zammad-csv",
            "text_modules.csv",
            f"name{cut}keywords{cut}content{cut}note{cut}active{cut}\r\n"
            f'Hi{cut}hi~~~x{cut}"Hi #{{user.firstname}}{cut} 😀\r\n\r\n""ধন্যবাদ"""{cut}-{cut}true{cut}\r\n'
            f"Old{cut}{cut}<b>পুরোনো</b> 😀{cut}-{cut}false{cut}\r\n",
            [Want('row 2, column "content"', f'Hi #{{user.firstname}}{cut} 😀\r\n\r\n"ধন্যবাদ"', "Hi", "Hi")],
            [('row 3, column "content"', "not in use")],
        )
        for cut in ",;"
    ),
    ProductFile(
        "osticket",
        "premade.yaml",
        "# ours\n"
        "- isenabled: 1\n  title: হাই 😀\n  response: |\n    <p>হাই %{ticket.name.first} 😀</p>\n  notes:\n"
        '- isenabled: 0\n  title: Old\n  response: "old \\u0995 😀"\n',
        [Want("$[0].response", "হাই %{ticket.name.first} 😀", None, "হাই 😀")],
        [("$[1].response", "not in use")],
    ),
    ProductFile(
        "osticket-mail",
        "ticket.reply.yaml",
        "---\nnotes: |\n  internal\nsubject: 'Re: %{ticket.subject} 😀'\nbody: |\n  <h3>হাই %{recipient.name},</h3> %{response}\n",
        [
            Want("$.body", "হাই %{recipient.name},\n\n%{response}", None, "Re: %{ticket.subject} 😀"),
            Want("$.subject", "Re: %{ticket.subject} 😀", None, "Re: %{ticket.subject} 😀"),
        ],
    ),
    ProductFile(
        "discourse",
        "canned.json",
        _json({"replies": [{"id": "a1f", "title": "Hi", "content": "_হাই_ %{my_name,fallback:there} 😀", "usages": 2}]}),
        [Want("$.replies[0].content", "হাই %{my_name,fallback:there} 😀", "a1f", "Hi")],
    ),
    ProductFile(
        "gitlab-comment-templates",
        "saved.json",
        _json(
            {
                "data": {
                    "currentUser": {
                        "savedReplies": {"nodes": [{"id": "gid://x/1", "name": "Hi", "content": "**হাই** 😀"}]}
                    }
                }
            }
        ),
        [Want("$.data.currentUser.savedReplies.nodes[0].content", "হাই 😀", "gid://x/1", "Hi")],
    ),
]

_ESPANSO = """\
global_vars:
  - name: agent
    type: echo
    params: {echo: "Nadia"}
matches:
  - trigger: ":no"
    replace: No
  - triggers: [":a", ":b"]
    label: হাই
    replace: "হাই {{name}} \\U0001F600"
  - regex: ":x(?P<n>\\\\d)"
    form: |
      Hi [[name]] 😀
      ধন্যবাদ
  - trigger: ":md"
    markdown: "**হাই** 😀"
  - trigger: ":html"
    html: <b>হাই</b> 😀
  - trigger: ":img"
    image_path: x.png
"""

_RASA = """\
version: "3.1"
intents: [greet]
responses:
  utter_greet:
  - text: "হাই {name} 😀"
    buttons:
    - title: "No"
      payload: /deny
  - condition:
    - type: slot
      name: vip
      value: true
    channel: slack
    text: "Welcome back {session.x.y} 😀"
  utter_bye:
  - বিদায় 😀
  - image: https://example.com/x.png
  utter_faq/price:
  - text: 12:30
slots:
  utter_x:
  - text: no reply
"""

_SNIPPETS = [
    ProductFile(
        "espanso",
        "base.yml",
        _ESPANSO,
        [
            Want("$.matches[0].replace", "No", ":no"),
            Want("$.matches[1].replace", "হাই {{name}} 😀", ":a", "হাই"),
            Want("$.matches[2].form", "Hi [[name]] 😀\nধন্যবাদ\n", ":x(?P<n>\\d)"),
            Want("$.matches[3].markdown", "হাই 😀", ":md"),
            Want("$.matches[4].html", "হাই 😀", ":html"),
        ],
    ),
    ProductFile(
        "alfred",
        "Hi [A1].json",
        _json({"alfredsnippet": {"snippet": "হাই {date:long} 😀", "uid": "A1", "name": "Hi", "keyword": ";hi"}}),
        [Want("$.alfredsnippet.snippet", "হাই {date:long} 😀", "A1", "Hi")],
    ),
    ProductFile(
        "textexpander",
        "snippets.csv",
        ';hi,"হাই %filltext:name=X:default=Y%, 😀",Greeting\n;bye,Bye 😀,\n',
        [
            Want("row 1, column 2", "হাই %filltext:name=X:default=Y%, 😀", ";hi", "Greeting"),
            Want("row 2, column 2", "Bye 😀", ";bye"),
        ],
        named=True,
    ),
    ProductFile(
        "rasa",
        "domain.yml",
        _RASA,
        [
            Want("$.responses.utter_greet[0].text", "হাই {name} 😀", "utter_greet", channel="chat"),
            Want("$.responses.utter_greet[1].text", "Welcome back {session.x.y} 😀", "utter_greet", channel="chat"),
            Want("$.responses.utter_bye[0]", "বিদায় 😀", "utter_bye", channel="chat"),
            Want("$.responses['utter_faq/price'][0].text", "12:30", "utter_faq/price", channel="chat"),
        ],
    ),
    ProductFile(
        "dialogflow",
        "Hi.json",
        _json(
            {
                "id": "d1",
                "name": "hi",
                "responses": [
                    {
                        "messages": [
                            {"type": "0", "lang": "en", "speech": ["Hi $name 😀", "Hello 😀", 7]},
                            {"type": "0", "lang": "bn", "speech": "হাই 😀"},
                            {"type": "4", "lang": "en", "payload": {}, "speech": []},
                        ]
                    }
                ],
            }
        ),
        [
            Want("$.responses[0].messages[0].speech[0]", "Hi $name 😀", "hi", None, "en", "chat"),
            Want("$.responses[0].messages[0].speech[1]", "Hello 😀", "hi", None, "en", "chat"),
            Want("$.responses[0].messages[1].speech", "হাই 😀", "hi", None, "bn", "chat"),
        ],
    ),
    ProductFile(
        "botpress",
        "builtin_text.json",
        _json(
            [
                {
                    "id": "b1",
                    "formData": {
                        "text$en": "Hi {{user.name}} 😀",
                        "text$bn": "হাই 😀",
                        "variations$bn": ["**ওহে** 😀", ""],
                        "typing": True,
                    },
                }
            ]
        ),
        [
            Want("$[0].formData['text$en']", "Hi {{user.name}} 😀", "b1", None, "en", "chat"),
            Want("$[0].formData['text$bn']", "হাই 😀", "b1", None, "bn", "chat"),
            Want("$[0].formData['variations$bn'][0]", "ওহে 😀", "b1", None, "bn", "chat"),
        ],
    ),
]

_PO = """\
msgid ""
msgstr ""
"Language: bn_BD\\n"

msgctxt "greeting"
msgid "Hi %(name)s"
msgstr "হাই "
"%(name)s 😀"

#, python-format
msgid "One day"
msgid_plural "%d days"
msgstr[0] "এক দিন 😀"
msgstr[1] "%d দিন"

msgid "Not yet"
msgstr ""

#~ msgid "Old"
#~ msgstr "পুরোনো 😀"
"""

_TEMPLATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata">
    <available>{available}</available>
    <name>Case closed</name>
    <subject>{{!Case.Subject}} 😀</subject>
    <textOnly>হাই {{!Contact.FirstName}} &amp; 😀</textOnly>
</EmailTemplate>
"""

_OTHER = [
    ProductFile(
        "gettext",
        "bn.po",
        _PO,
        [
            Want("$.entries[0].msgstr", "হাই %(name)s 😀", "greeting", None, "bn"),
            Want("$.entries[1]['msgstr[0]']", "এক দিন 😀", "One day", None, "bn"),
            Want("$.entries[1]['msgstr[1]']", "%d দিন", "One day", None, "bn"),
        ],
        [("$.entries[3].msgstr", "the entry is obsolete (#~)")],
    ),
    ProductFile(
        "salesforce-template",
        "x.email-meta.xml",
        _TEMPLATE.format(available="true"),
        [
            Want("$.EmailTemplate[0].subject[0]['#text']", "{!Case.Subject} 😀", None, "Case closed"),
            Want("$.EmailTemplate[0].textOnly[0]['#text']", "হাই {!Contact.FirstName} & 😀", None, "Case closed"),
        ],
    ),
    ProductFile(
        "salesforce-template",
        "x.email-meta.xml",
        _TEMPLATE.format(available="false"),
        [],
        [
            ("$.EmailTemplate[0].subject[0]['#text']", "the template is not available for use"),
            ("$.EmailTemplate[0].textOnly[0]['#text']", "the template is not available for use"),
        ],
    ),
    ProductFile(
        "salesforce-quick-text",
        "QuickText.csv",
        '"Id","Name","Message","Category","Channel","IsInsertable"\n'
        '"574x","Hi","হাই {!Contact.FirstName} 😀","Greetings","Email;Live Agent","true"\n',
        [Want('row 2, column "Message"', "হাই {!Contact.FirstName} 😀", "574x", "Hi")],
    ),
    *(
        ProductFile(
            "replies-csv",
            "ours.csv",
            f"কোড,lang,{column},title\n,en,Sorry {{name}} 😀,Sorry\nb1,bn,<b>দুঃখিত</b> 😀,\nc1,bn,  ,Empty\n",
            [
                Want(f'row 2, column "{column}"', "Sorry {name} 😀", None, "Sorry", "en"),
                Want(f'row 3, column "{column}"', "দুঃখিত 😀", "b1", None, "bn"),
            ],
        )
        for column in ("reply", "Response", "Canned Response", "উত্তর")
    ),
    ProductFile(
        "i18n",
        "bn.json",
        _json({"home": {"title": "হাই {name} 😀", "n": 3, "days": ["এক", "<b>দুই</b> 😀", None]}, "empty": ""}),
        [
            Want("$.home.title", "হাই {name} 😀"),
            Want("$.home.days[0]", "এক"),
            Want("$.home.days[1]", "দুই 😀"),
        ],
        named=True,
    ),
    ProductFile("i18n", "bn.yml", "bn:\n  home: হাই %{name} 😀\n", [Want("$.bn.home", "হাই %{name} 😀")], named=True),
]

PRODUCT_FILES = (*_ZENDESK, *_HELPDESKS, *_SNIPPETS, *_OTHER)
