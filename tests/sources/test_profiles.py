from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from tests.sources.product_files import PRODUCT_FILES, ProductFile, Want
from tonecheck.errors import Problem
from tonecheck.sources import source_for, suffix
from tonecheck.sources.csv.columns import columns_of, row_node
from tonecheck.sources.csv.records import DELIMITERS, Record, delimiter_of, records
from tonecheck.sources.csv.rows import cells
from tonecheck.sources.json.tree import read_tree as read_json
from tonecheck.sources.layers import apply_edits, outer_edit, outer_span
from tonecheck.sources.library import UnknownShape
from tonecheck.sources.po.tree import read_tree as read_po
from tonecheck.sources.profile import BadProfile, Profile, profile_of
from tonecheck.sources.profiles import builtin_profiles, recognise
from tonecheck.sources.source import Context, Edit, Layers, Skipped, SourceReply, Stretch
from tonecheck.sources.xml.tree import read_tree as read_xml
from tonecheck.sources.yaml.tree import read_tree as read_yaml

TREES = {
    ".json": ("json", read_json),
    ".jsonl": ("jsonl", read_json),
    ".yaml": ("yaml", read_yaml),
    ".yml": ("yaml", read_yaml),
    ".po": ("po", read_po),
    ".xml": ("xml", read_xml),
}


def items(path: str, text: str, profile: str | None = None, skipped: bool = False) -> list[SourceReply | Skipped]:
    """What is read of a file; a problem in it fails the test."""
    named = next((one for one in builtin_profiles() if one.name == profile), None)
    found: list[SourceReply | Skipped] = []
    for stretch in source_for(path)(path, io.BytesIO(text.encode()), Context(profile=named, skipped=skipped)):
        assert not isinstance(stretch, Problem), stretch
        for item in stretch.read(stretch.text):
            assert not isinstance(item, Problem), item
            if isinstance(item, SourceReply):
                _stands_in(stretch.text, item)
            found.append(item)
    return found


def _stands_in(text: str, item: SourceReply) -> None:
    """Every emoji of a reply, and of its copies, is where its layers say."""
    for layers in (item.layers, *item.twins):
        for at, character in enumerate(layers[0].text):
            if character == "😀":
                start, end = outer_span(layers, at, at + 1)
                assert text[start:end] in ("😀", "&#128512;", "\\ud83d\\ude00", "\\U0001F600")


def as_want(item: SourceReply) -> Want:
    reply = item.reply
    assert reply.kind == "canned"
    return Want(str(item.inside), reply.text, reply.id, item.title, reply.language, reply.channel, len(item.twins))


def recognised(path: str, text: str) -> str | None:
    """The name of the profile that a file's shape is known by."""
    text = text.removeprefix("\ufeff")
    ending = suffix(path)
    if ending == ".csv":
        header = next(iter(records([text], DELIMITERS, path)))
        assert isinstance(header, Record)
        first = cells(header.text, delimiter_of(header.text))
        return _name(recognise(row_node(first, columns_of(first), len(header.text)), "csv", ()))
    format, read_tree = TREES[ending]
    return _name(recognise(read_tree(text), format, ()))


def _name(profile: Profile | None) -> str | None:
    return profile.name if profile else None


WORDS = "ভালো 🙂"

STRANGERS = [
    ("package.json", '{"name": "shop😀", "version": "1.0.0", "description": "ক", "scripts": {"test": "x"}, "keywords": ["a"]}'),
    ("tsconfig.json", '{"compilerOptions": {"strict": true, "lib": ["dom"]}, "include": ["src"]}'),
    ("users.json", '[{"id": 1, "name": "রিনা 😀", "email": "r@example.com"}, {"id": 2, "name": "B"}]'),
    ("posts.json", '[{"id": 1, "title": "হাই 😀", "content": "A post"}, {"id": 2, "title": "B", "content": "<p>x</p>"}]'),
    ("chat.json", '[{"id": 1, "name": "রিনা", "message": "Where is it? 😀"}]'),
    ("front-messages.json", '{"_results": [{"id": "msg_1", "body": "<p>Where? 😀</p>", "is_inbound": true}]}'),
    ("products.json", '{"products": [{"id": 1, "title": "শার্ট 😀", "variants": [{"id": 2, "title": "M"}]}]}'),
    ("triggers.json", '{"triggers": [{"id": 1, "title": "ক😀", "actions": [{"field": "status", "value": "open"}]}]}'),
    ("openapi.json", '{"openapi": "3.0.0", "paths": {"/x": {"get": {"responses": {"200": {"description": "ok 😀", "content": {}}}}}}}'),
    ("en.json", '{"home": {"title": "Hi 😀"}, "body": "ক", "name": "Name"}'),
    ("manifest.json", '{"name": "ক😀", "shortcuts": [{"name": "New", "url": "/n"}]}'),
    ("empty.json", "[]"),
    ("text.json", '"দুঃখিত 😀"'),
    ("number.json", "7"),
    ("docker-compose.yml", "services:\n  web:\n    image: ক😀\n    ports: ['80:80']\n"),
    ("ci.yml", "name: ক😀\non: [push]\njobs:\n  test:\n    steps:\n      - name: x\n        run: make\n"),
    ("openapi.yaml", "openapi: 3.0.0\npaths:\n  /x:\n    get:\n      responses:\n        '200': {description: ok 😀}\n"),
    ("issue-form.yml", "name: Bug 😀\ndescription: ক\nbody:\n  - type: markdown\n    attributes: {value: Hi}\n"),
    ("fixtures.yml", "matches:\n  - home: ঢাকা 😀\n    away: Sylhet\n"),
    ("empty.yml", "# ক😀\n"),
    ("translations.csv", "key,en,bn\nhome,Hi,হাই 😀\n"),
    ("bank.csv", "Date,Description,Amount,Balance\n1/1,ক 😀,-1,9\n"),
    ("users.csv", "id,name,email\n1,রিনা 😀,r@example.com\n"),
    ("contact-form.csv", "Name,Email,Message\nরিনা,r@example.com,Where is it? 😀\n"),
    ("chat.csv", "name,time,message,text,body,content,answer\nরিনা,1,a,b,c,d,e 😀\n"),
    ("faq.csv", "question,answer\nক?,খ 😀\n"),
    ("meeting.csv", "title,actions\nশুরু 😀,call Rina\n"),
    ("team.csv", "name,actions\nরিনা 😀,call\n"),
    ("pom.xml", "<project><name>ক😀</name><body>x</body></project>"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), STRANGERS, ids=[path for path, _ in STRANGERS])
def test_a_file_that_is_nearly_one_of_a_product(path: str, text: str) -> None:
    assert recognised(path, text) is None
    with pytest.raises(UnknownShape):
        items(path, text)


@pytest.mark.parametrize("file", PRODUCT_FILES, ids=[f"{file.profile}-{file.path}" for file in PRODUCT_FILES])
def test_what_is_read_of_a_file_of_a_product(file: ProductFile) -> None:
    assert recognised(file.path, file.text) == (None if file.named else file.profile)
    named = file.profile if file.named else None
    found = items(file.path, file.text, named)
    assert [as_want(item) for item in found if isinstance(item, SourceReply)] == file.replies
    left_out = [item for item in found if isinstance(item, Skipped)]
    assert [(item.inside, item.reason) for item in left_out] == file.left_out
    every = items(file.path, file.text, named, skipped=True)
    assert len(every) == len(found)
    assert all(isinstance(item, SourceReply) for item in every)


def test_every_profile_has_its_file() -> None:
    assert {profile.name for profile in builtin_profiles()} == {file.profile for file in PRODUCT_FILES}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"shap": []}, "there is no key 'shap' in a profile; did you mean 'shape'?"),
        ({}, '"texts" must say where the texts are: [[texts]] with a path'),
        ({"texts": []}, '"texts" must say where the texts are: [[texts]] with a path'),
        ({"texts": ["reply"]}, '"texts" must be tables: [[texts]] with a path'),
        ({"texts": [{}]}, 'each of "texts" must have a "path"'),
        ({"texts": [{"path": []}]}, 'each of "texts" must have a "path"'),
        ({"texts": [{"path": 3}]}, '"path" must be a path, as a text'),
        ({"texts": [{"path": "উত্তর[😀"}]}, "\"path\": cannot read the path 'উত্তর[😀' from '[😀' on: write name, [], [2] or [name=value]"),
        ({"texts": [{"path": "a", "body": "rtf"}]}, "\"body\" has no 'rtf': use one of plain, html, markdown, auto"),
        ({"texts": [{"path": "a", "boddy": "html"}]}, "\"texts\" has no 'boddy': use one of path, body, copies"),
        ({"texts": [{"path": "a", "copies": "b"}]}, '"copies" must be a list of tables with a path and a body'),
        ({"texts": [{"path": "a", "copies": ["b"]}]}, 'each of "copies" must have a "path"'),
        ({"texts": [{"path": "a", "copies": [{"path": "b", "boddy": "html"}]}]}, "\"copies\" has no 'boddy': use one of path, body"),
        ({"formats": "json"}, '"formats" must be a list of texts'),
        ({"formats": []}, '"formats" must name one of json, jsonl, csv, yaml, po, xml'),
        ({"formats": ["xlsx"]}, "\"formats\" has no 'xlsx': use one of json, jsonl, csv, yaml, po, xml"),
        ({"shape": "reply"}, '"shape" must be a list of paths'),
        ({"shape": [3]}, '"shape" must be a path, as a text'),
        ({"shape": [["a", {}]]}, '"shape" must be a path, as a text'),
        ({"entry": []}, '"entry" must be a path, as a text'),
        ({"id": [3]}, '"id" must be a path, as a text'),
        ({"channel": "fax"}, "\"channel\" has no 'fax': use one of email, chat, social"),
        ({"kind": "macro"}, "\"kind\" has no 'macro': use one of draft, canned"),
        ({"header": "yes"}, '"header" must be true or false'),
        ({"skip": 3}, '"skip" must be a list of tables'),
        ({"skip": {"path": "off", "is": True}}, '"skip" must be a list of tables'),
        ({"skip": ["off"]}, 'each "skip" must have a "path" and the values that it "is"'),
        ({"skip": [{"path": "off"}]}, 'each "skip" must have a "path" and the values that it "is"'),
        ({"skip": [{"path": "off", "is": True, "reson": "x"}]}, "\"skip\" has no 'reson': use one of path, is, reason"),
        ({"skip": [{"path": "off", "is": [[1]]}]}, 'what a "skip" path "is" must be a text, a number, true or false, or a list of these'),
    ],
)  # fmt: skip
def test_a_profile_that_cannot_be_used(values: dict[str, object], message: str) -> None:
    usable = {} if values in ({}, {"shap": []}) else {"texts": [{"path": "reply"}]}
    with pytest.raises(BadProfile) as caught:
        profile_of("ours", {**usable, **values})
    assert str(caught.value) == message


def test_a_team_profile_goes_first_and_without_a_shape_it_is_for_its_name_only() -> None:
    root = read_json('[{"short_code": "hi", "content": "হাই 😀"}]')
    texts = [{"path": "[].content"}]
    assert _name(recognise(root, "json", (profile_of("shapeless", {"texts": texts}),))) == "chatwoot"
    ours = profile_of("ours", {"shape": [["no", "[].content"], "[].short_code"], "texts": texts})
    assert _name(recognise(root, "json", (ours,))) == "ours"
    assert _name(recognise(root, "yaml", (ours._replace(formats=("json",)),))) is None


def test_a_named_profile_is_for_files_of_its_formats() -> None:
    text = '[{"short_code": "hi", "content": "হাই 😀"}]'
    assert [as_want(item).text for item in items("x.json", text, "textexpander") if isinstance(item, SourceReply)] == [
        "হাই 😀"
    ]
    with pytest.raises(UnknownShape):
        items("x.yml", "হাই: 😀", "chatwoot")
    assert items("x.json", '{"হাই": "😀"}', "chatwoot") == []


@pytest.mark.parametrize("file", PRODUCT_FILES, ids=[f"{file.profile}-{file.path}" for file in PRODUCT_FILES])
def test_words_put_into_a_reply_and_its_copies_change_nothing_else(file: ProductFile) -> None:
    before = items(file.path, file.text, file.profile if file.named else None)
    for stretch, number, item in _replies(file):
        edits = [_put(layers) for layers in (item.layers, *item.twins)]
        edited = apply_edits(stretch.text, edits)
        text = file.text.removeprefix("\ufeff").replace(stretch.text, edited, 1)
        after = items(file.path, text, file.profile if file.named else None)
        wanted = before[number]
        assert isinstance(wanted, SourceReply)
        own = as_want(wanted)
        changed = own._replace(text=own.text[:1] + WORDS + own.text[1:])
        read = [as_want(one) if isinstance(one, SourceReply) else one[:3] for one in after]
        kept = [as_want(one) if isinstance(one, SourceReply) else one[:3] for one in before]
        # A title may be the words of a reply.
        titled = [want._replace(title=None) if isinstance(want, Want) else want for want in read]
        expected = [*kept[:number], changed, *kept[number + 1 :]]
        assert titled == [want._replace(title=None) if isinstance(want, Want) else want for want in expected]
        reread = after[number]
        assert isinstance(reread, SourceReply)
        assert all(WORDS in layers[0].text for layers in reread.twins)


def _put(layers: Layers) -> Edit:
    return outer_edit(layers, Edit(1, 1, WORDS))


def _replies(file: ProductFile) -> Iterator[tuple[Stretch, int, SourceReply]]:
    named = next((one for one in builtin_profiles() if file.named and one.name == file.profile), None)
    number = 0
    for stretch in source_for(file.path)(file.path, io.BytesIO(file.text.encode()), Context(profile=named)):
        assert isinstance(stretch, Stretch)
        for item in stretch.read(stretch.text):
            if isinstance(item, SourceReply):
                yield stretch, number, item
            number += 1
