"""Pairs of strings that translate each other, out of Debian packages. Used by seed_lexicon.

A reader takes a package's files and gives (English, translation) pairs as they stand there; clean() makes running words of
them, or nothing. Formats: compiled gettext catalogues, MediaWiki's JSON messages, dictd dictionaries, manual pages.
"""
import gzip
import html
import json
import re
import struct
import unicodedata

LONGEST = 40  # words a side: the lexicon learns little from longer ones, and slowly

CATALOGUE = re.compile(r"/(vi|ru)(?:_VN|_RU)?(?:/LC_MESSAGES)?/[^/]+\.mo$")
MESSAGES = re.compile(r"^(.*/i18n/(?:[\w-]+/)?)(en|vi|ru)\.json$")
MANUAL = re.compile(r"/man/(?:(vi|ru)/)?man(\d/[^/]+)\.gz$")
DICTIONARY = re.compile(r"^\./usr/share/dictd/(.*)\.(index|dict\.dz)$")
COPYRIGHT = re.compile(r"^\./usr/share/doc/[^/]+/copyright$")


def is_wanted(name):
    return any(form.search(name) for form in (CATALOGUE, MESSAGES, MANUAL, DICTIONARY, COPYRIGHT))


# READERS

def read_catalogue(data):
    """Of a compiled gettext catalogue. Of plural forms the first goes with the singular, the last with the plural."""
    order = {0x950412DE: "<", 0xDE120495: ">"}.get(struct.unpack("<I", data[:4])[0])
    if order is None:
        return
    count, ids, texts = struct.unpack(order + "3I", data[8:20])

    def string(table, i):
        size, at = struct.unpack(order + "2I", data[table + 8 * i : table + 8 * i + 8])
        return data[at : at + size]

    header = string(texts, 0) if count and not string(ids, 0) else b""
    charset = re.search(rb"charset=([\w-]+)", header)
    charset = charset.group(1).decode() if charset else "utf-8"
    for i in range(count):
        try:
            source, target = string(ids, i).decode(charset), string(texts, i).decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
        source = re.sub(r"^_:[^\n]*\n", "", source.split("\4")[-1])  # contexts, in two manners
        sources, targets = source.split("\0"), target.split("\0")
        yield sources[-1], targets[-1]
        if len(sources) > 1 and len(targets) > 1:
            yield sources[0], targets[0]


def read_messages(files, language):
    """Of JSON files of one package, by path."""
    for path, data in files.items():
        found = MESSAGES.search(path)
        if not found or found.group(2) != language or found.group(1) + "en.json" not in files:
            continue
        english = json.loads(files[found.group(1) + "en.json"])
        for key, text in json.loads(data).items():
            if isinstance(text, str) and isinstance(english.get(key), str):
                yield english[key], text


def read_manual(page):
    """The paragraphs of a manual page, without requests and fonts."""
    paragraphs, words = [], []
    for line in gzip.decompress(page).decode("utf-8", "replace").splitlines():
        request = re.match(r"[.']\s*(\S*)\s*(.*)", line)
        if not request:
            words.append(line)
        elif request.group(1) in ("B", "I", "BR", "IR", "RB", "RI", "BI", "IB", "SM", "SB"):
            words.append(re.sub(r'\s+|"', "" if request.group(1) in ("BR", "IR", "RB", "RI") else " ", request.group(2)))
        elif request.group(1) in ("SH", "SS", "PP", "P", "LP", "TP", "IP", "TQ", "RS", "RE", "nf", "fi", "EX", "EE"):
            paragraphs.append(" ".join(words))
            words = [request.group(2)] if request.group(1) in ("SH", "SS") else []
    paragraphs.append(" ".join(words))
    return [re.sub(r"\\(?:f\(?\w+|[&%|^/,]|\[\w+\]|\(\w\w|\*\(?\w+)", "", p).replace("\\-", "-") for p in paragraphs]


def read_manuals(pages, english_pages):
    """Sentence by sentence where pages have the same paragraphs, and these the same number of sentences."""
    for name, page in sorted(pages.items()):
        if name not in english_pages:
            continue
        source, target = read_manual(english_pages[name]), read_manual(page)
        if len(source) != len(target):
            continue
        for a, b in zip(source, target):
            a, b = (re.split(r"(?<=[.!?:])\s+(?=[^\W\d_a-zа-я])", side) for side in (a, b))
            if len(a) == len(b):
                yield from zip(a, b)


def read_dictionary(index, compressed):
    """Headwords and translations of a dictd dictionary from English into Russian: of an article, the pieces between
    commas and numbers that are one or two Russian words; examples, with English in them, are passed over."""
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    text = gzip.decompress(compressed)

    def number(word):
        value = 0
        for digit in word:
            value = value * 64 + digits.index(digit)
        return value

    for line in index.decode("utf-8").splitlines():
        word, at, size = line.split("\t")[:3]
        if word.startswith("00-database") or not re.fullmatch(r"[A-Za-z][A-Za-z' -]*", word):
            continue
        article = text[number(at) : number(at) + number(size)].decode("utf-8", "replace").split("\n", 1)[-1]
        article = re.sub(r"\([^()]*\)|\[[^][]*\]|/[^/\n]*/|_[^\W\d_]+[.:]?", " ", article)
        for piece in re.split(r"[;,:]|\b\d+[.)>]|(?<!\w)[а-я]\)|\n(?=\S)|\s=\s", article):
            piece = " ".join(piece.split())
            if re.fullmatch(r"[А-Яа-яЁё-]+(?: [А-Яа-яЁё-]+)?", piece):
                yield word, piece


# CLEANING

DIRECTIVE = re.compile(r"%(?:\d+\$)?(?:\([\w.]+\))?[-+#0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|ll|[hljztLq])?[a-zA-Z%]|%\d+"
                       r"|\$\{?\w+\}?|\{[\w:.!-]*\}|@\w+@")
MARKUP = re.compile(r"<[^<>]{1,200}>|\[\[|\]\]|\{\{[^{}]*\}\}|'{2,}|={2,}")
CODE = re.compile(r"\S*(?:[/\\@=|~^*+#]|\w\.\w|::)\S*|(?<!\w)--?\w[\w-]*|\w*\d\w*")


def running_words(text):
    text = html.unescape(MARKUP.sub(" ", text))
    text = DIRECTIVE.sub(" ", text.replace("\\n", " ").replace("\\t", " "))
    text = re.sub(r"\s*\([_&]\w\)", "", text)  # a mnemonic behind the words
    text = re.sub(r"&(?=\w)", "", text)
    text = text.replace("_", "" if text.count("_") == 1 else " ")
    text = CODE.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(text.split()).strip(" .:;,…-–—\"'“”«»()[]<>")


def count_words(text):
    return sum(any(c.isalpha() for c in word) for word in text.split())


def clean(source, target, language):
    """Running words of both sides, or None where they teach nothing: not translated, too long, too unequal."""
    source, target = running_words(source), running_words(target)
    here, there = count_words(source), count_words(target)
    if not (0 < here <= LONGEST and 0 < there <= LONGEST):
        return None
    if max(here, there) > 3 * min(here, there) + 3 or source.casefold() == target.casefold():
        return None
    if max(len(source), len(target)) < 2 or not re.search("[A-Za-z]{2}", source):
        return None
    if language == "ru" and not re.search("[А-Яа-яЁё]{2}", target):
        return None
    return source, target
