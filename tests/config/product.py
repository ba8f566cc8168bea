"""A configuration with every key there is."""

CONFIGURATION = """\
extends = ["আমাদের-rules😀"]
preset = "strict"
select = ["no-never", "team"]
extend-select = ["bn-no"]
ignore = ["mild"]
channel = "chat"
kind = "canned"
language = "bn"
profile = "ours"
encoding = "windows-1252"
allowed = ["ACME", "এসএলএ 😀"]
fail-on = "error"
output-format = "concise"
exclude = ["পুরনো😀/"]
force-exclude = true
gitignore = false
all-replies = true
baseline = "base.json"

[severity]
no-never = "error"

[limits]
sentence-words = 30

[per-file."চ্যাট😀/**"]
channel = "social"

[profiles.ours]
formats = ["json"]
shape = ["replies[].text", ["a", "b"]]
entry = "replies[]"
id = ["key", "name"]
title = "name"
language = "lang"
skip = [{ path = "off", is = [true, 1], reason = "off" }]
texts = [{ path = "text", body = "html", copies = [{ path = "plain", body = "plain" }] }]
"""
