"""Which language a story is in."""

from __future__ import annotations

import py3langid

# The classifier decides by character sequences: some hundred words are enough, and more only cost time.
_SAMPLE = 3000
# Below this a headline full of foreign names is taken for another language.
MIN_WORDS = 20
# The languages that are told apart, with their names. English with few whole sentences, as in results of matches, is
# taken for Nigerian Pidgin where that is among them.
NAMES = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "ru": "Russian",
    "uk": "Ukrainian",
    "pl": "Polish",
    "cs": "Czech",
    "sk": "Slovak",
    "sl": "Slovenian",
    "hr": "Croatian",
    "bs": "Bosnian",
    "sr": "Serbian",
    "bg": "Bulgarian",
    "mk": "Macedonian",
    "ro": "Romanian",
    "hu": "Hungarian",
    "el": "Greek",
    "tr": "Turkish",
    "ar": "Arabic",
    "he": "Hebrew",
    "fa": "Persian",
    "ur": "Urdu",
    "hi": "Hindi",
    "bn": "Bengali",
    "ta": "Tamil",
    "te": "Telugu",
    "mr": "Marathi",
    "gu": "Gujarati",
    "pa": "Punjabi",
    "ml": "Malayalam",
    "kn": "Kannada",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "vi": "Vietnamese",
    "th": "Thai",
    "id": "Indonesian",
    "ms": "Malay",
    "tl": "Tagalog",
    "sv": "Swedish",
    "no": "Norwegian",
    "nb": "Norwegian",
    "nn": "Norwegian",
    "da": "Danish",
    "fi": "Finnish",
    "et": "Estonian",
    "lv": "Latvian",
    "lt": "Lithuanian",
    "is": "Icelandic",
    "ga": "Irish",
    "cy": "Welsh",
    "ca": "Catalan",
    "eu": "Basque",
    "gl": "Galician",
    "sq": "Albanian",
    "hy": "Armenian",
    "ka": "Georgian",
    "az": "Azerbaijani",
    "kk": "Kazakh",
    "sw": "Swahili",
    "am": "Amharic",
    "af": "Afrikaans",
    "la": "Latin",
    "eo": "Esperanto",
    "be": "Belarusian",
    "mt": "Maltese",
    "ne": "Nepali",
    "si": "Sinhala",
    "km": "Khmer",
}


def detect_language(story: str) -> str:
    """The ISO 639-1 code of the story's language; «en» when it is too short to tell."""
    sample = story[:_SAMPLE]
    if len(sample.split()) < MIN_WORDS and _is_mostly_latin(sample):
        return "en"
    return next(str(code) for code, _ in py3langid.rank(sample) if code in NAMES)


def _is_mostly_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isascii, letters)) * 10 >= len(letters) * 9


def name_language(code: str) -> str:
    """«de» -> «German (de)»; ``code`` is one that is told apart."""
    return f"{NAMES[code]} ({code})"
